import type { ServerToOperator } from '../../protocol/events.ts';
import type { Connection, OperatorWire } from '../../widget/core/wire.ts';
import type { Unsubscribe } from '../../widget/core/observable.ts';

export interface LastingWire extends OperatorWire {
  /** Starts a new connection under the same listeners: after signing in again, a refusal is no longer final. */
  renew(): void;
}

/**
 * A wire that outlives a session. What hangs on it (conversations with their drafts and unsent messages, calls) does not
 * notice that the operator had to sign in again: to them it is a line that broke and came back.
 */
export function createLastingWire(connect: () => OperatorWire): LastingWire {
  const attachments = new Set<{ attach(wire: OperatorWire): Unsubscribe; detach: Unsubscribe }>();
  let wire = connect();
  let closed = false;

  function keep(attach: (wire: OperatorWire) => Unsubscribe): Unsubscribe {
    const entry = { attach, detach: attach(wire) };
    attachments.add(entry);
    return () => {
      if (attachments.delete(entry)) entry.detach();
    };
  }

  return {
    get connection() {
      return wire.connection;
    },
    request: (event, payload) => wire.request(event, payload),
    on<Event extends keyof ServerToOperator>(event: Event, listener: ServerToOperator[Event]) {
      return keep((current) => current.on(event, listener));
    },
    onConnection: (listener: (connection: Connection) => void) => keep((current) => current.onConnection(listener)),
    renew() {
      if (closed) return;
      for (const { detach } of attachments) detach();
      wire.close();
      wire = connect();
      for (const entry of attachments) entry.detach = entry.attach(wire);
    },
    close() {
      closed = true;
      wire.close();
      attachments.clear();
    },
  };
}
