/**
 * Who is connected, by key (a conversation for its citizen, an account for an operator). One may be here with several
 * connections: tabs, or an old one that has not noticed yet that it is dead. Who has none left has a grace period to
 * come back in.
 */
export interface Attendance {
  arrive(key: string, connectionId: string): void;
  depart(key: string, connectionId: string): void;
  isHere(key: string): boolean;
  /** Here with another connection than this one. */
  isElsewhere(key: string, connectionId: string | undefined): boolean;
  /** Gives whoever is not here a grace period from now: after a restart, or when it begins to matter. */
  expect(key: string): void;
  /** Idempotent. */
  close(): void;
}

export interface AttendanceOptions {
  graceMs: number;
  /** Somebody came who was not here, or the last connection went. */
  onChange(key: string): void;
  /** The grace period passed. */
  onLost(key: string): void;
}

export function createAttendance({ graceMs, onChange, onLost }: AttendanceOptions): Attendance {
  const connections = new Map<string, Set<string>>();
  const timers = new Map<string, NodeJS.Timeout>();
  let closed = false;

  function stopWaiting(key: string): void {
    clearTimeout(timers.get(key));
    timers.delete(key);
  }

  function startWaiting(key: string): void {
    stopWaiting(key);
    if (closed) return;
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        onLost(key);
      }, graceMs),
    );
  }

  return {
    arrive(key, connectionId) {
      stopWaiting(key);
      const here = connections.get(key);
      if (here) return void here.add(connectionId);
      connections.set(key, new Set([connectionId]));
      onChange(key);
    },
    depart(key, connectionId) {
      const here = connections.get(key);
      if (!here?.delete(connectionId) || here.size > 0) return;
      connections.delete(key);
      if (closed) return;
      startWaiting(key);
      onChange(key);
    },
    isHere: (key) => connections.has(key),
    isElsewhere(key, connectionId) {
      const here = connections.get(key);
      if (!here) return false;
      return connectionId === undefined || here.size > 1 || !here.has(connectionId);
    },
    expect(key) {
      if (!connections.has(key)) startWaiting(key);
    },
    close() {
      closed = true;
      for (const key of timers.keys()) stopWaiting(key);
    },
  };
}
