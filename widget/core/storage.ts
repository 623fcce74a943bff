/** A small drawer of strings as a port. The real ones fall back to memory where the browser refuses to store. */
export interface Drawer {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}
