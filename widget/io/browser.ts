import type { Clock } from '../core/clock.ts';
import { createMemoryDrawer, type Drawer } from '../core/storage.ts';

const PREFIX = 'sportello:';

export const browserClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The page is looked at again: after another tab, another program, a sleep. Returns the way to stop. */
export function onReturn(listener: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', look);
  return () => document.removeEventListener('visibilitychange', look);
}

/** A UUID; made by hand, because `crypto.randomUUID` is missing where the host page is served without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The browser's own store, or memory where it refuses: blocked by a setting, by a sandboxed frame, or full. Then the
 * conversation lives as long as the page.
 */
export function openDrawer(which: 'localStorage' | 'sessionStorage'): Drawer {
  const memory = createMemoryDrawer();
  function attempt<Value>(use: (store: Storage) => Value): Value | undefined {
    try {
      return use(window[which]);
    } catch {
      return undefined;
    }
  }
  return {
    get: (key) => memory.get(key) ?? attempt((store) => store.getItem(PREFIX + key)) ?? null,
    set(key, value) {
      const stored = attempt((store) => {
        store.setItem(PREFIX + key, value);
        return true;
      });
      if (stored) memory.remove(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.remove(key);
      attempt((store) => store.removeItem(PREFIX + key));
    },
  };
}
