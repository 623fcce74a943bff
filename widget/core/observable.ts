export type Unsubscribe = () => void;

/** A value that tells when it changes. Read it at any time; listeners are told after it has changed. */
export interface Observable<Value> {
  readonly value: Value;
  subscribe(listener: () => void): Unsubscribe;
}

export interface WritableObservable<Value> extends Observable<Value> {
  /** Setting the same value (by identity) tells nobody. */
  set(value: Value): void;
}

export function createObservable<Value>(initial: Value): WritableObservable<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get value() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      // Wrapped, so that the same function subscribed twice is two subscriptions.
      const entry = (): void => listener();
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
  };
}
