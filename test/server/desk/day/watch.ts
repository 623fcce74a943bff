import type { DeskState } from '../../../../protocol/desk.ts';
import type { Voice } from '../../../../server/chat/voice.ts';
import type { QueueRules } from '../../../../server/desk/settings.ts';
import type { Store } from '../../../../server/store/store.ts';
import { auditConversation, auditPromise, type Stored } from './audit.ts';
import { examine, NO_MEMORY } from './invariants.ts';
import type { OperatorActor } from './operator.ts';
import { OBSERVER } from './staff.ts';
import type { World } from './world.ts';

/** Hears all that the desk says, hands it to whom it is for, and measures the desk by its rules. */
export interface Watch {
  voice: Voice;
  complain(rule: string): void;
  /** @throws as soon as a rule is broken, with all that are */
  onStep(): Promise<void>;
  /** At the end: everything that is stored. */
  auditAll(): Promise<void>;
}

export interface WatchOptions extends Pick<World, 'citizens' | 'ledger' | 'byHand'> {
  store: Store;
  people: ReadonlyMap<string, OperatorActor>;
  rules: QueueRules;
}

/** What changed is looked up in the database again and again, so that a mistake is found near its cause. */
const AUDIT_EVERY = 4_000;

export function createWatch({ store, citizens, people, ledger, byHand, rules }: WatchOptions): Watch {
  const { began, closed, sentHome } = ledger;
  const signed = new Set<string>();
  const touched = new Set<string>();
  let memory = NO_MEMORY;
  let steps = 0;

  function complain(rule: string): void {
    ledger.problems.push(`${new Date().toISOString()} ${rule}`);
  }

  /** The observer is the first to be told: what is seen here is the desk just as it has looked through itself. */
  function look({ queues, floor }: DeskState): void {
    for (const { conversationId, inCall, service } of floor) {
      if (inCall || service === 'lis') signed.add(conversationId);
    }
    const picture = { at: Date.now(), queues, floor, people, began, closed, sentHome, signed, rules };
    const examined = examine(picture, memory);
    memory = examined.memory;
    examined.broken.forEach(complain);
  }

  async function audit(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      const stored = await read(store, id);
      if (stored) auditConversation(stored, ledger).forEach(complain);
    }
  }

  return {
    complain,
    voice: {
      toCitizen(id, event, payload) {
        touched.add(id);
        if (event === 'conversation:changed') ledger.told(payload as never);
        citizens.get(id)?.hear(event, payload);
      },
      toOperator(id, event, payload) {
        if (id !== OBSERVER.id) people.get(id)?.hear(event, payload);
        else if (event === 'desk:changed') look(payload as DeskState);
      },
    },
    async onStep() {
      steps += 1;
      if (steps % AUDIT_EVERY === 0) {
        const those = [...touched];
        touched.clear();
        await audit(those);
      }
      if (ledger.problems.length > 0) throw new Error(ledger.problems.join('\n'));
    },
    async auditAll() {
      await audit(began);
      const callbacks = [...(await store.openCallbacks()), ...(await store.closedCallbacks(Number.MAX_SAFE_INTEGER))];
      for (const callback of callbacks) auditPromise(callback, byHand).forEach(complain);
      if (callbacks.length !== ledger.promised.size + ledger.receipts.size) {
        const made = `${ledger.promised.size} at the end of a conversation and ${ledger.receipts.size} by a message`;
        complain(`promises: ${callbacks.length} are kept, and made were ${made}`);
      }
      for (const id of began) if (!closed.has(id)) complain(`nobody lost: ${id} is still open at the end`);
    },
  };
}

async function read(store: Store, id: string): Promise<Stored | null> {
  const record = await store.conversation(id);
  if (!record) return null;
  return {
    record,
    messages: await store.messagesAfter(id, 0),
    contact: await store.contact(id),
    consultation: await store.openConsultationOf(id),
    operator: record.operatorId === null ? undefined : await store.operator(record.operatorId),
  };
}
