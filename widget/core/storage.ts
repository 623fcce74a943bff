/** A small drawer of strings as a port. The real ones fall back to memory where the browser refuses to store. */
export interface Drawer {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** What was put there with `writeList`; what cannot be read counts as nothing. */
export function readList<Item>(drawer: Drawer, key: string): Item[] {
  const value = readJson<Item[]>(drawer, key);
  return Array.isArray(value) ? value : [];
}

/** Leaves nothing behind when the list is empty. */
export function writeList<Item>(drawer: Drawer, key: string, list: readonly Item[]): void {
  if (list.length > 0) drawer.set(key, JSON.stringify(list));
  else drawer.remove(key);
}

/** The caller vouches for the shape: only our own code writes under these keys. */
export function readJson<Value>(drawer: Drawer, key: string): Value | null {
  try {
    return JSON.parse(drawer.get(key) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

export function createMemoryDrawer(): Drawer {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}
