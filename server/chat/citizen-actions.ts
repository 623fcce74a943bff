import { randomUUID } from 'node:crypto';
import type { infer as Infer } from 'zod/mini';
import type { Code } from '../../protocol/codes.ts';
import type {
  Service,
  rateConversation,
  resumeConversation,
  startConversation,
  StartedConversation,
} from '../../protocol/conversation.ts';
import { openingAt } from '../desk/calendar.ts';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import type { ConversationRecord } from '../store/store.ts';
import type { Citizen } from './actors.ts';
import type { Conversation, ConversationInput } from './conversation-model.ts';
import { belonging, type Floor } from './floor.ts';
import { createLanes } from './lanes.ts';
import { loadOf } from './load.ts';
import { done, refused, type Reply } from './reply.ts';
import { settle } from './settle.ts';

type Start = Infer<typeof startConversation>;
type Ref = { conversationId: string };

export interface CitizenActions {
  start(citizen: Citizen, request: Start): Promise<Reply<StartedConversation>>;
  resume(citizen: Citizen, request: Infer<typeof resumeConversation>): Promise<Reply<StartedConversation>>;
  close(citizen: Citizen, request: Ref): Promise<Reply>;
  rate(citizen: Citizen, request: Infer<typeof rateConversation>): Promise<Reply>;
  /** Asks the operator of a written chat for a sign-language call. */
  requestCall(citizen: Citizen, request: Ref): Promise<Reply>;
}

export function createCitizenActions(floor: Floor): CitizenActions {
  const { store, book, config, now } = floor;
  // A request sent again while the first is under way must find what the first one makes.
  const starts = createLanes();

  /** In the conversation's lane: nothing is written between what is read here and what is heard from now on. */
  async function handOver(citizen: Citizen, id: string, token: string, lastSeq: number) {
    if (citizen.attach(id)) floor.citizens.arrive(id, citizen.connectionId);
    else floor.citizens.expect(id);
    const messages = await store.messagesAfter(id, lastSeq);
    const conversation = book.get(id);
    if (!conversation) return refused('no-conversation');
    const view = floor.announcer.viewOf(conversation);
    return done({ conversation: view, messages, token, expiresAt: conversation.tokenExpiresAt });
  }

  async function begin(citizen: Citizen, request: Start): Promise<Reply<StartedConversation>> {
    const why = whyNotStart(floor, citizen, request.service);
    if (why) return refused(why);
    const token = newSecret();
    const conversation = withPromise(floor, newConversation(request, now(), config.tokenLifeMs));
    return book.inLane(conversation.id, async () => {
      await book.add(conversation, { startId: request.startId, tokenHash: hashSecret(token) });
      floor.line.joined(conversation);
      const reply = await handOver(citizen, conversation.id, token, 0);
      return { ...reply, notify: () => floor.deskChanged() };
    });
  }

  async function beginAgain(citizen: Citizen, record: ConversationRecord): Promise<Reply<StartedConversation>> {
    if (record.tokenExpiresAt <= now()) return refused('token-expired');
    const token = newSecret();
    return book.inLane(record.id, async () => {
      await book.load(record);
      const tokenHash = hashSecret(token);
      await store.write((writer) => writer.updateConversation(record.id, { tokenHash }));
      return handOver(citizen, record.id, token, 0);
    });
  }

  /** @param decide in the lane: what is asked of the conversation, null when there is nothing to do */
  function change(
    citizen: Citizen,
    id: string,
    decide: (conversation: Conversation) => ConversationInput | Code | null,
  ): Promise<Reply> {
    return book.inLane(id, async () => {
      const found = belonging(floor, citizen, id);
      if (!found.ok) return refused(found.code);
      const input = decide(found.conversation);
      if (input === null) return done({});
      if (typeof input === 'string') return refused(input);
      const changed = await book.change(found.conversation, input);
      return changed.ok ? done({}, settle(floor, changed)) : refused(changed.code);
    });
  }

  return {
    start: (citizen, request) =>
      starts.run(request.startId, async () => {
        const known = await store.conversationByStartId(request.startId);
        return known ? beginAgain(citizen, known) : begin(citizen, request);
      }),

    async resume(citizen, { token, lastSeq }) {
      const record = await store.conversationByTokenHash(hashSecret(token));
      if (!record) return refused('bad-token');
      return book.inLane(record.id, async () => {
        const conversation = book.get(record.id);
        if ((conversation ?? record).tokenExpiresAt <= now()) return refused('token-expired');
        await book.load(record);
        await prolong(floor, record.id);
        return handOver(citizen, record.id, token, lastSeq);
      });
    },

    close: (citizen, { conversationId }) =>
      change(citizen, conversationId, () => ({ type: 'citizen-closes', at: now() })),

    rate: (citizen, { conversationId, stars, comment }) =>
      change(citizen, conversationId, () => ({ type: 'rate', stars, comment: comment || null, at: now() })),

    requestCall: (citizen, { conversationId }) =>
      change(citizen, conversationId, (conversation) => {
        if (!floor.calls.available()) return 'no-media';
        if (floor.calls.stateOf(conversationId) !== null) return null;
        return { type: 'ask-for-call', served: isServedHere(floor, conversation), at: now() };
      }),
  };
}

function whyNotStart(floor: Floor, citizen: Citizen, service: Service): Code | null {
  const current = citizen.conversationId === null ? undefined : floor.book.get(citizen.conversationId);
  if (current && current.phase.name !== 'closed') return 'wrong-phase';
  if (service === 'lis' && !floor.calls.available()) return 'no-media';
  if (!openingAt(floor.settings(), service, floor.now()).open) return 'channel-closed';
  return null;
}

/** Whether the operator at hand signs and is in no other call. */
function isServedHere(floor: Floor, { phase }: Conversation): boolean {
  const operator = phase.name === 'live' ? floor.roster.get(phase.operator.id) : undefined;
  return operator !== undefined && operator.skills.includes('lis') && !loadOf(floor, operator).inCall;
}

/** The token of an open conversation counts from the last activity; a closed one's has its end already. */
async function prolong({ store, book, config, now }: Floor, id: string): Promise<void> {
  if (book.get(id)?.phase.name === 'closed') return;
  const tokenExpiresAt = now() + config.tokenLifeMs;
  await store.write((writer) => writer.updateConversation(id, { tokenExpiresAt }));
  book.apply(id, { tokenExpiresAt });
}

/** The estimate that goes out with the answer is kept: a wait that grows beyond it is told. */
function withPromise({ line }: Floor, conversation: Conversation): Conversation {
  const { estimateMs } = line.placeOf(conversation);
  return estimateMs === null ? conversation : { ...conversation, promisedUntil: conversation.queuedAt + estimateMs };
}

function newConversation(request: Start, at: number, tokenLifeMs: number): Conversation {
  const { service, language, name, context } = request;
  return {
    id: randomUUID(),
    service,
    language,
    citizenName: name || null,
    context,
    startedAt: at,
    queuedAt: at,
    answeredAt: null,
    phase: { name: 'waiting', returned: false },
    lastSeq: 0,
    read: { citizen: 0, operator: 0 },
    tokenExpiresAt: at + tokenLifeMs,
    visitId: request.visitId ?? null,
    note: '',
    promisedUntil: null,
    receipt: null,
    transfer: null,
    hold: null,
    consultation: null,
  };
}
