import { randomUUID } from 'node:crypto';
import type { ConversationState, Language, Service, StartedConversation } from '../../../../protocol/conversation.ts';
import type { Message } from '../../../../protocol/message.ts';
import type { Citizen as Connection } from '../../../../server/chat/actors.ts';
import { DESK_DEFAULTS } from '../../../../server/config.ts';
import type { World } from './world.ts';

/** What one citizen is going to do, as far as the desk lets them. */
export interface Wish {
  service: Service;
  language: Language;
  /** How long they wait for an answer, milliseconds. */
  patienceMs: number;
}

export interface CitizenActor {
  conversationId(): string | null;
  hear(event: string, payload: unknown): void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Somebody who comes to the page, asks for a person, waits, writes, loses the connection, leaves. */
export function createCitizen(world: World, wish: Wish): CitizenActor {
  const { desk, callbacks, time, random, ledger } = world;
  const { service, language } = wish;
  let connection: Connection | null = null;
  let started: Pick<StartedConversation, 'token'> | null = null;
  let state: ConversationState | null = null;
  let seen = 0;
  let goneSince = 0;
  let done = false;
  let proposed = false;

  function connect(): Connection {
    const made: Connection = {
      side: 'citizen',
      connectionId: randomUUID(),
      conversationId: null,
      attach(id) {
        if (connection !== made) return false;
        made.conversationId = id;
        return true;
      },
    };
    connection = made;
    return made;
  }

  function disconnect(): void {
    const gone = connection;
    connection = null;
    if (!gone?.conversationId) return;
    const { conversationId } = gone;
    goneSince = Date.now();
    desk.citizenGone(conversationId, gone.connectionId);
    const since = goneSince;
    time.later(DESK_DEFAULTS.citizenGraceMs + 2 * SECOND, () => {
      const unanswered = !ledger.answered.has(conversationId) && !ledger.closed.has(conversationId);
      if (connection || goneSince !== since || !unanswered) return;
      ledger.problems.push(`grace: ${conversationId} keeps the place of somebody who is gone`);
    });
  }

  async function start(): Promise<void> {
    const request = { startId: randomUUID(), service, language, context: { searches: [], articles: [] } };
    const open = world.byHand.isOpen(service, Date.now());
    const answer = await ledger.ask(
      `${service} begins`,
      desk.citizen.start(connect(), request),
      open ? [] : ['channel-closed'],
    );
    if (!answer) return random.chance(0.6) ? leaveMessage(undefined) : undefined;
    if (!open) ledger.problems.push(`${service} began while it is closed`);
    started = answer;
    ledger.began.add(answer.conversation.id);
    world.citizens.set(answer.conversation.id, actor);
    takeUp(answer);
    time.later(wish.patienceMs, loseHeart);
    if (random.chance(0.12)) time.later(random.around(3 * MINUTE), loseConnection);
  }

  function takeUp({ conversation, messages }: { conversation: ConversationState; messages: Message[] }): void {
    messages.forEach(read);
    ledger.told(conversation);
    change(conversation);
  }

  /** The server sends each line once, in order; what a lost connection missed comes with its return. */
  function read({ seq }: Message): void {
    if (seq > seen + 1) ledger.problems.push(`a citizen got line ${seq} after ${seen}`);
    seen = Math.max(seen, seq);
  }

  function change(next: ConversationState): void {
    const before = state?.phase.name;
    state = next;
    const { phase } = next;
    if (phase.name === 'closed') return end(before === 'live');
    if (phase.name === 'live' && before !== 'live') time.later(random.between(4, 30) * SECOND, talk);
    if (phase.name === 'waiting' && phase.propose !== null && !proposed) {
      proposed = true;
      if (random.chance(phase.propose === 'too-long' ? 0.5 : 0.7)) time.later(random.around(MINUTE), leaveInstead);
    }
  }

  function end(served: boolean): void {
    if (done) return;
    done = true;
    if (served && connection && random.chance(0.3)) time.later(random.between(5, 60) * SECOND, rate);
  }

  /** Gives up in good order, or closes the page without a word. */
  function loseHeart(): void {
    if (done || state?.phase.name !== 'waiting') return;
    if (random.chance(0.4)) {
      ledger.count('a page is closed for good');
      return disconnect();
    }
    void close();
  }

  function close(): Promise<unknown> {
    if (!connection?.conversationId || done) return Promise.resolve();
    const { conversationId } = connection;
    return ledger.ask('a citizen closes', desk.citizen.close(connection, { conversationId }), ['wrong-phase']);
  }

  function rate(): void {
    if (!connection?.conversationId) return;
    const { conversationId } = connection;
    void ledger.ask('a rating', desk.citizen.rate(connection, { conversationId, stars: 4 }), ['wrong-phase']);
  }

  function talk(): void {
    if (done || state?.phase.name !== 'live') return;
    if (random.chance(0.08)) return void close();
    if (connection?.conversationId) {
      const { conversationId } = connection;
      if (random.chance(0.006)) {
        void ledger.ask('a call is asked for', desk.citizen.requestCall(connection, { conversationId }), [
          'wrong-phase',
        ]);
      } else void write(connection, conversationId);
    }
    if (random.chance(0.35)) time.later(random.around(MINUTE), talk);
  }

  async function write(from: Connection, conversationId: string): Promise<void> {
    const message = { conversationId, clientId: randomUUID(), text: 'Vorrei sapere come si fa.' };
    const first = await ledger.ask('a citizen writes', desk.messages.send(from, message), ['wrong-phase']);
    if (first) seen = Math.max(seen, first.seq);
    if (!first || connection !== from || !random.chance(0.03)) return;
    const again = await ledger.ask('a citizen sends again', desk.messages.send(from, message), ['wrong-phase']);
    if (again && again.seq !== first.seq) ledger.problems.push('a message that was sent again became two');
  }

  function loseConnection(): void {
    if (done || !connection) return;
    ledger.count('a citizen is cut off');
    disconnect();
    // Most are back within the two minutes that their place is kept.
    time.later(
      random.chance(0.8) ? random.between(2, 100) * SECOND : random.between(2, 5) * MINUTE,
      () => void comeBack(),
    );
  }

  async function comeBack(): Promise<void> {
    if (!started) return;
    const made = connect();
    const { token } = started;
    const answer = await ledger.ask('a citizen resumes', desk.citizen.resume(made, { token, lastSeq: seen }), [
      'token-expired',
    ]);
    if (!answer || connection !== made) return;
    const { phase } = answer.conversation;
    const givenUp = phase.name === 'closed' && phase.by === 'desk';
    if (
      givenUp &&
      Date.now() - goneSince < DESK_DEFAULTS.citizenGraceMs &&
      !ledger.sentHome.has(answer.conversation.id)
    ) {
      ledger.problems.push(`grace: ${answer.conversation.id} lost the place too early`);
    }
    takeUp(answer);
    if (answer.conversation.phase.name === 'live') time.later(random.around(MINUTE), talk);
    if (random.chance(0.1)) time.later(random.around(4 * MINUTE), loseConnection);
  }

  function leaveInstead(): void {
    if (!done && state?.phase.name === 'waiting' && started) void leaveMessage(started.token);
  }

  async function leaveMessage(token: string | undefined): Promise<void> {
    const reach = random.chance(0.5)
      ? ({ by: 'email', email: 'anna@example.org' } as const)
      : ({ by: 'phone', phone: '050 910111' } as const);
    const message = { startId: randomUUID(), service, language, reach, text: 'Richiamatemi.', attachments: [] };
    const context = { searches: [], articles: [] };
    const reply = callbacks.leave({ ...message, context, ...(token !== undefined && { token }) });
    const left = await ledger.ask(
      token === undefined ? 'a message is left' : 'a message is left instead of waiting',
      reply.then((answer) => ({ answer })),
      token === undefined ? [] : ['wrong-phase'],
    );
    if (!left) return;
    const { number, receivedAt, dueAt } = left.receipt;
    ledger.receipts.add(number);
    if (dueAt !== world.byHand.dueAt(receivedAt)) ledger.problems.push(`promises: ${number} was told a wrong time`);
  }

  const actor: CitizenActor = {
    conversationId: () => state?.id ?? null,
    hear(event, payload) {
      if (!connection?.conversationId) return;
      if (event === 'conversation:changed') change(payload as ConversationState);
      if (event === 'message:new') read(payload as Message);
    },
  };
  void start();
  return actor;
}
