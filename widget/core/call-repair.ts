import type { TransportHealth } from './call-ports.ts';
import type { Clock } from './clock.ts';

/** A short gap heals by itself; starting ICE anew at once would only add to it. */
const PATIENCE_MS = 2_000;
/** How long a transport may take to connect, at first or after an ICE restart, before the join counts as lost. */
const GIVE_UP_MS = 12_000;

export interface RepairOptions {
  clock: Clock;
  /** Asks the server for new ICE parameters and applies them. */
  restart(): Promise<void>;
  onBroken(): void;
  onConnected(): void;
  /** It did not come back. */
  onGivenUp(): void;
}

/** Watches one transport: waits a little, restarts ICE, gives up. */
export interface LineRepair {
  note(health: TransportHealth): void;
  /** Idempotent. */
  close(): void;
}

export function createLineRepair({ clock, restart, onBroken, onConnected, onGivenUp }: RepairOptions): LineRepair {
  let stop: () => void = () => {};
  let restarting = false;

  function later(ms: number, run: () => void): void {
    stop();
    stop = clock.after(ms, run);
  }

  function begin(): void {
    if (restarting) return;
    restarting = true;
    later(GIVE_UP_MS, onGivenUp);
    onBroken();
    void restart();
  }

  return {
    note(health) {
      switch (health) {
        case 'connecting':
          if (!restarting) later(GIVE_UP_MS, onGivenUp);
          return;
        case 'connected':
          stop();
          restarting = false;
          return onConnected();
        case 'disconnected':
          if (!restarting) later(PATIENCE_MS, begin);
          return;
        case 'failed':
          return begin();
        default:
          return unreachable(health);
      }
    },
    close: () => stop(),
  };
}

function unreachable(health: never): never {
  throw new Error(`no such health: ${String(health)}`);
}
