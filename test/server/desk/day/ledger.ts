import type { Code } from '../../../../protocol/codes.ts';
import type { ConversationState } from '../../../../protocol/conversation.ts';
import type { Handling, Outcome } from '../../../../protocol/desk.ts';
import type { Reply } from '../../../../server/chat/reply.ts';

/** What people were told and answered: kept by the test, and never asked of the desk. */
export interface Ledger {
  /** Every conversation whose beginning was acknowledged. */
  began: Set<string>;
  /** Of which the citizen's side was told the end. */
  closed: Set<string>;
  /** Who was ever answered by a person. */
  answered: Set<string>;
  /** Waiting, and told that nobody will come any more. */
  sentHome: Set<string>;
  /** The operator's word on how it went; the last one counts. */
  outcomes: Map<string, Outcome>;
  /**
   * What the log's lines do not say of how a conversation was handled, by `<conversation> <moment>`: who took it over, and
   * whether a question that ended had an answer.
   */
  handlings: Map<string, Handling | null>;
  /** Questions in which somebody who was asked has said something. */
  spoken: Set<string>;
  /** Their ids by their summaries, which are all an office sees of them in a mail. */
  questions: Map<string, string>;
  /** Conversations that an operator closed with the promise of an answer. */
  promised: Set<string>;
  /** Numbers of the messages that were left. */
  receipts: Set<string>;
  /** How often things happened: a day on which nothing happens proves nothing. */
  counts: Map<string, number>;
  problems: string[];
  count(what: string): void;
  /** Now: what was acknowledged at this moment is in the log with it. */
  happened(id: string, handling: Handling | null): void;
  told(state: ConversationState): void;
  /**
   * Waits for the desk's answer and lets it tell the others, as the gateway does.
   * @param foreseen the codes that who asks may get; any other one is a mistake of the desk
   * @returns null when it was refused
   */
  ask<Value extends object>(
    what: string,
    reply: Promise<Reply<Value>>,
    foreseen?: readonly Code[],
  ): Promise<Value | null>;
}

export function createLedger(): Ledger {
  const ledger: Ledger = {
    began: new Set(),
    closed: new Set(),
    answered: new Set(),
    sentHome: new Set(),
    outcomes: new Map(),
    handlings: new Map(),
    spoken: new Set(),
    questions: new Map(),
    promised: new Set(),
    receipts: new Set(),
    counts: new Map(),
    problems: [],

    count: (what) => void ledger.counts.set(what, (ledger.counts.get(what) ?? 0) + 1),
    happened: (id, handling) => void ledger.handlings.set(`${id} ${Date.now()}`, handling),

    told({ id, phase }) {
      if (phase.name === 'closed') ledger.closed.add(id);
      if (phase.name === 'live') ledger.answered.add(id);
      if (phase.name === 'waiting' && phase.propose === 'closed') ledger.sentHome.add(id);
      else ledger.sentHome.delete(id);
    },

    async ask(what, reply, foreseen = []) {
      try {
        const { answer, notify } = await reply;
        notify?.();
        ledger.count(answer.ok ? what : `${what}: ${answer.code}`);
        if (answer.ok) return answer;
        if (!foreseen.includes(answer.code)) ledger.problems.push(`${what} was answered with ${answer.code}`);
      } catch (error) {
        ledger.problems.push(`${what} failed: ${String(error)}`);
      }
      return null;
    },
  };
  return ledger;
}
