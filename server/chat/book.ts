import type { Refusal } from '../../protocol/codes.ts';
import type { Message } from '../../protocol/message.ts';
import type { ConversationRecord, Store, Writer } from '../store/store.ts';
import { fromRecord, toRecord } from './conversation-record.ts';
import {
  advance,
  type Conversation,
  type ConversationInput,
  type ConversationRules,
  type Effect,
} from './conversation-state.ts';
import { createLanes } from './lanes.ts';

/**
 * The conversations that are going on, and those closed a moment ago. What is in memory is what is on disk: a change
 * is decided, committed, and only then visible.
 */
export interface Book {
  get(id: string): Conversation | undefined;
  all(): Iterable<Conversation>;
  /** Everything that changes a conversation runs in its lane, one thing after the other. */
  inLane<Value>(id: string, work: () => Promise<Value>): Promise<Value>;
  add(conversation: Conversation, secrets: { startId: string; tokenHash: string }): Promise<void>;
  /** Takes a stored conversation up again, if it is not in memory anyway. */
  load(record: ConversationRecord): Promise<Conversation>;
  /** In the lane only: decides, commits, applies. */
  change(conversation: Conversation, input: ConversationInput): Promise<Changed | Refusal>;
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

export function createBook({ store, rules }: { store: Store; rules: ConversationRules }): Book {
  const conversations = new Map<string, Conversation>();
  const lanes = createLanes();

  return {
    get: (id) => conversations.get(id),
    all: () => conversations.values(),
    inLane: (id, work) => lanes.run(id, work),
    idle: () => lanes.idle(),
    forget: (id) => void conversations.delete(id),

    async add(conversation, secrets) {
      const { id, lastSeq } = conversation;
      await store.write(async (writer) => {
        await writer.addConversation({ ...toRecord(conversation), ...secrets, id, lastSeq });
        // The contact has the conversation's id, and keeps it when the conversation's text is deleted.
        await writer.addContact(newContact(conversation));
      });
      conversations.set(id, conversation);
    },

    async load(record) {
      const operator = record.operatorId === null ? undefined : await store.operator(record.operatorId);
      const known = conversations.get(record.id);
      if (known) return known;
      const conversation = fromRecord(record, operator ? { id: operator.id, name: operator.name } : null);
      conversations.set(conversation.id, conversation);
      return conversation;
    },

    async change(before, input) {
      const step = advance(before, input, rules);
      if (!step.ok) return step;
      const { next, effects } = step;
      const lines = await store.write((writer) => persist(writer, next, effects, input.at));
      const after = { ...next, lastSeq: lines.at(-1)?.seq ?? before.lastSeq };
      conversations.set(after.id, after);
      return { ok: true, before, after, lines, effects };
    },

    apply(id, committed) {
      const conversation = conversations.get(id);
      if (conversation) conversations.set(id, { ...conversation, ...committed });
    },
  };
}

async function persist(writer: Writer, next: Conversation, effects: Effect[], at: number): Promise<Message[]> {
  await writer.updateConversation(next.id, toRecord(next));
  const lines: Message[] = [];
  for (const effect of effects) {
    if (effect.type === 'contact') await writer.updateContact(next.id, effect.change);
    if (effect.type === 'line') {
      const { from, event, name } = effect;
      const draft = { kind: 'event', from, event, at, ...(name === undefined ? {} : { name }) } as const;
      lines.push((await writer.appendMessage(next.id, draft)).message);
    }
  }
  return lines;
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
