import type { Tray } from './attachment-tray.ts';
import type { Files } from './files.ts';

/** What comes with the first file: the way up and down, and trays. */
export interface FileDesk<Body> {
  files: Files<Body>;
  makeTray(): Tray<Body>;
}

/** Attaching to one message box. Its code is fetched when there is first a file to send or to show. */
export interface Attaching<Body> {
  /** Undefined until the first file; then it stays, with what lies in it, as long as the page. */
  readonly tray: Tray<Body> | undefined;
  /** Rejects when the code cannot be fetched. */
  open(): Promise<Tray<Body>>;
  /** Rejects when the code cannot be fetched. */
  files(): Promise<Files<Body>>;
}

export function createAttaching<Body>(load: () => Promise<FileDesk<Body>>): Attaching<Body> {
  let tray: Tray<Body> | undefined;
  return {
    get tray() {
      return tray;
    },
    async open() {
      const desk = await load();
      return (tray ??= desk.makeTray());
    },
    files: async () => (await load()).files,
  };
}
