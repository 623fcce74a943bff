import type { Receipt } from '../../protocol/callback.ts';
import type { Refusal } from '../../protocol/codes.ts';
import type { Message } from '../../protocol/message.ts';
import type { CallbackRecord } from '../store/desk-records.ts';
import type { ConversationRecord, Store, Writer } from '../store/store.ts';
import type { Conversation, ConversationInput, Effect } from './conversation-model.ts';
import { fromRecord, toRecord } from './conversation-record.ts';
import { advance, type ConversationRules } from './conversation-state.ts';
import { createLanes } from './lanes.ts';
import { createShelf, type Shelf } from './shelf.ts';

/**
 * The conversations that are going on, and those closed a moment ago. What is in memory is what is on disk: a change
 * is decided, committed, and only then visible.
 */
export interface Book extends Pick<Shelf, 'get' | 'all' | 'waiting' | 'onDeskOf' | 'consulting'> {
  /** Everything that changes a conversation runs in its lane, one thing after the other. */
  inLane<Value>(id: string, work: () => Promise<Value>): Promise<Value>;
  add(conversation: Conversation, secrets: { startId: string; tokenHash: string }): Promise<void>;
  /** Takes a stored conversation up again, if it is not in memory anyway. */
  load(record: ConversationRecord): Promise<Conversation>;
  /**
   * In the lane only: decides, commits, applies.
   * @param beside is written in the same transaction; it may run twice
   */
  change(
    conversation: Conversation,
    input: ConversationInput,
    beside?: (writer: Writer) => Promise<void>,
  ): Promise<Changed | Refusal>;
  /** In the lane only: what its caller has just committed, and what needed no decision. */
  apply(id: string, committed: Partial<Conversation>): void;
  forget(id: string): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export interface Changed {
  ok: true;
  before: Conversation;
  after: Conversation;
  /** What was written into the conversation about it. */
  lines: Message[];
  effects: Effect[];
}

export interface BookParts {
  store: Store;
  rules: ConversationRules;
  receiptOf: (callback: CallbackRecord) => Receipt;
}

export function createBook({ store, rules, receiptOf }: BookParts): Book {
  const shelf = createShelf();
  const lanes = createLanes();

  return {
    get: shelf.get,
    all: shelf.all,
    waiting: shelf.waiting,
    onDeskOf: shelf.onDeskOf,
    consulting: shelf.consulting,
    inLane: (id, work) => lanes.run(id, work),
    idle: () => lanes.idle(),
    forget: (id) => shelf.remove(id),

    async add(conversation, secrets) {
      const { id, lastSeq } = conversation;
      await store.write(async (writer) => {
        await writer.addConversation({ ...toRecord(conversation), ...secrets, id, lastSeq });
        // The contact has the conversation's id, and keeps it when the conversation's text is deleted.
        await writer.addContact(newContact(conversation));
      });
      shelf.put(conversation);
    },

    async load(record) {
      const operator = record.operatorId === null ? undefined : await store.operator(record.operatorId);
      const consultation = record.hold === null ? undefined : await store.openConsultationOf(record.id);
      const promised = record.phase === 'closed' && record.promisedUntil !== null;
      const callback = promised ? await store.callbackByStartId(record.id) : undefined;
      const known = shelf.get(record.id);
      if (known) return known;
      const name = operator ? { id: operator.id, name: operator.name } : null;
      const receipt = callback ? receiptOf(callback) : null;
      const conversation = fromRecord(record, name, consultation ?? null, receipt);
      shelf.put(conversation);
      return conversation;
    },

    async change(before, input, beside) {
      const step = advance(before, input, rules);
      if (!step.ok) return step;
      const { next, effects } = step;
      const lines = await store.write(async (writer) => {
        const written = await persist(writer, next, effects, input.at);
        await beside?.(writer);
        return written;
      });
      const after = { ...next, lastSeq: lines.at(-1)?.seq ?? before.lastSeq };
      shelf.put(after);
      return { ok: true, before, after, lines, effects };
    },

    apply(id, committed) {
      const conversation = shelf.get(id);
      if (conversation) shelf.put({ ...conversation, ...committed });
    },
  };
}

async function persist(writer: Writer, next: Conversation, effects: Effect[], at: number): Promise<Message[]> {
  await writer.updateConversation(next.id, toRecord(next));
  const lines: Message[] = [];
  for (const effect of effects) {
    const line = await carryOut(writer, next, effect, at);
    if (line) lines.push(line);
  }
  return lines;
}

/** @returns what was written into the conversation */
async function carryOut(writer: Writer, { id }: Conversation, effect: Effect, at: number): Promise<Message | null> {
  switch (effect.type) {
    case 'line': {
      const { from, event, name } = effect;
      const draft = { kind: 'event', from, event, at, ...(name === undefined ? {} : { name }) } as const;
      return (await writer.appendMessage(id, draft)).message;
    }
    case 'contact':
      await writer.updateContact(id, effect.change);
      return null;
    case 'held': {
      const contact = await writer.contact(id);
      await writer.updateContact(id, { heldMs: (contact?.heldMs ?? 0) + effect.ms });
      return null;
    }
    case 'open-consultation':
      await writer.addConsultation(effect.consultation);
      return null;
    case 'end-consultation':
      await writer.updateConsultation(effect.id, { state: 'ended' });
      return null;
    case 'open-call':
    case 'end-call':
      return null;
    default:
      return unreachable(effect);
  }
}

function newContact({ id, service, language, startedAt, context }: Conversation) {
  return {
    id,
    conversationId: id,
    channel: service === 'lis' ? 'video-lis' : 'chat',
    language,
    reason: null,
    topic: null,
    outcome: null,
    handling: 'direct',
    office: null,
    heldMs: 0,
    operatorId: null,
    arrivedAt: startedAt,
    answeredAt: null,
    closedAt: null,
    selfHelpFirst: context.searches.length + context.articles.length > 0,
    stars: null,
    comment: null,
    note: null,
  } as const;
}

function unreachable(effect: never): never {
  throw new Error(`no such effect: ${JSON.stringify(effect)}`);
}
