import type { FileDesk } from './core/attaching.ts';
import { createTray } from './core/attachment-tray.ts';
import { browserClock, newId } from './io/browser.ts';
import { createFiles, type FilesOptions } from './io/files.ts';

/** Files up and down, and the trays in which they wait for their message. */
export function composeFiles(options: FilesOptions): FileDesk<Blob> {
  const files = createFiles(options);
  return { files, makeTray: () => createTray({ files, clock: browserClock, newId }) };
}
