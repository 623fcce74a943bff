import type { Clock } from './clock.ts';
import type { ConversationWire } from './wire.ts';

/** How often «is typing» is repeated while it is true … */
const REPEAT_MS = 3_000;
/** … when the own typing counts as stopped, and when the other's does without a repetition. */
const PAUSE_MS = 4_000;
const STALE_MS = 8_000;

export interface TypingOptions {
  wire: ConversationWire;
  conversationId: string;
  clock: Clock;
  /** The other side's typing began or ended. */
  onOther: (typing: boolean) => void;
}

/** «Is typing», in both directions: few requests out, and no indicator left behind by a line that broke. */
export function createTyping({ wire, conversationId, clock, onOther }: TypingOptions) {
  let saidAt: number | null = null;
  let otherIsTyping = false;
  let cancelPause = (): void => {};
  let cancelStale = (): void => {};

  function tell(typing: boolean): void {
    saidAt = typing ? clock.now() : null;
    void wire.request('typing:set', { conversationId, typing });
  }

  function mine(typing: boolean): void {
    cancelPause();
    if (!typing) {
      if (saidAt !== null) tell(false);
      return;
    }
    if (saidAt === null || clock.now() - saidAt >= REPEAT_MS) tell(true);
    cancelPause = clock.after(PAUSE_MS, () => mine(false));
  }

  function other(typing: boolean): void {
    cancelStale();
    if (typing) cancelStale = clock.after(STALE_MS, () => other(false));
    if (typing === otherIsTyping) return;
    otherIsTyping = typing;
    onOther(typing);
  }

  return {
    mine,
    other,
    otherStopped: () => other(false),
    /** A message goes out, or the line broke: the other side knows without being told. */
    reset(): void {
      cancelPause();
      saidAt = null;
      if (wire.connection.name !== 'connected') other(false);
    },
    close(): void {
      cancelPause();
      cancelStale();
    },
  };
}
