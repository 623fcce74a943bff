import type { Context, Language, Service, StartedConversation } from '../../protocol/conversation.ts';
import type { Clock } from './clock.ts';
import { createConversation, type Conversation } from './conversation.ts';
import type { ConversationModel } from './conversation-state.ts';
import { createObservable, type Observable, type Unsubscribe } from './observable.ts';
import type { Drawer } from './storage.ts';
import { createTokenKeeper } from './token.ts';
import { isPassing, whenConnected, type Answer, type CitizenWire, type Connection, type Trouble } from './wire.ts';

/** How long a start may take before the screen says that it did not work. */
const START_PATIENCE_MS = 20_000;
const RETRY_MS = 1_500;

/** A citizen's conversation, from nothing to nothing. */
export type CitizenSession =
  | { name: 'none' }
  /** A token from before was found: the conversation is being fetched. */
  | { name: 'restoring' }
  | { name: 'starting' }
  | { name: 'open'; conversation: Conversation; wire: CitizenWire }
  /** There was one, and it cannot be had back. */
  | { name: 'gone'; code: Trouble };

export interface StartRequest {
  service: Service;
  language: Language;
  /** As the citizen wants to be called; may be empty. */
  name: string;
  context: Context;
}

export interface CitizenDeskOptions {
  /** Makes the wire when a conversation is first wanted. */
  connect: () => Promise<CitizenWire>;
  clock: Clock;
  newId: () => string;
  /** Shared by all tabs: keeps the token, and nothing else. */
  shared: Drawer;
  /** This tab's own: keeps the draft, the outbox, the visit's id, and the token of a conversation that is over. */
  own: Drawer;
}

export interface CitizenDesk extends Observable<CitizenSession> {
  /** What is known of the open conversation; undefined while there is none. */
  readonly model: Observable<ConversationModel | undefined>;
  /** Where the line stands. */
  readonly connection: Observable<Connection>;
  /** The wire, dialled if need be; undefined when its code cannot be fetched. */
  line(): Promise<CitizenWire | undefined>;
  /** Starts a conversation, or goes on with the one another tab has started. Safe to repeat. */
  start(request: StartRequest): Promise<Answer>;
  /** Goes on with the conversation of a stored token, however long that takes; without one it does nothing. */
  restore(): Promise<void>;
  /** The citizen ends the conversation. */
  end(): Promise<Answer>;
  /** `stars` from 1 to 5. */
  rate(stars: number, comment: string): Promise<Answer>;
  /** A copy of the talk to this address. Not repeated by itself: what got no answer may be under way. */
  mailTranscript(email: string): Promise<Answer>;
  /** Asks for a sign-language call from within the chat. */
  requestCall(): Promise<Answer>;
  /** The secret of the conversation going on, or just over; null without one. */
  token(): string | null;
  /** Puts a conversation that is over out of sight, and clears what was kept of it. */
  finish(): void;
  /** Lets go of the line; what is kept stays. Idempotent. */
  close(): void;
}

export function createCitizenDesk({ connect, clock, newId, shared, own }: CitizenDeskOptions): CitizenDesk {
  const session = createObservable<CitizenSession>({ name: 'none' });
  const model = createObservable<ConversationModel | undefined>(undefined);
  const connection = createObservable<Connection>({ name: 'connecting' });
  const token = createTokenKeeper({ shared, own, clock });
  let wire: Promise<CitizenWire> | undefined;
  let held: Unsubscribe[] = [];

  async function dial(): Promise<CitizenWire> {
    const made = await connect();
    connection.set(made.connection);
    held.push(
      made.onConnection((next) => connection.set(next)),
      () => made.close(),
    );
    return made;
  }

  async function line(): Promise<CitizenWire | undefined> {
    wire ??= dial();
    try {
      return await wire;
    } catch {
      wire = undefined;
      return undefined;
    }
  }

  function letGo(): void {
    for (const stop of held.splice(0)) stop();
    wire = undefined;
    model.set(undefined);
  }

  /** Repeats what is safe to repeat until there is a final answer, `until` has passed, or nobody wants it any more. */
  async function insist(
    wanted: 'starting' | 'restoring',
    until: number,
    request: (via: CitizenWire) => Promise<Answer<StartedConversation>>,
  ): Promise<Answer> {
    session.set({ name: wanted });
    for (;;) {
      const via = await line();
      const ready = via !== undefined && (await whenConnected(via, clock, START_PATIENCE_MS));
      const answer = ready ? await request(via) : notConnected(via);
      if (session.value.name !== wanted) return answer;
      if (via && answer.ok) return open(via, answer);
      if (!answer.ok && !isPassing(answer.code)) return giveUp(answer);
      const pause = 'retryAfterMs' in answer ? answer.retryAfterMs : RETRY_MS;
      if (clock.now() + pause >= until) return giveUp(answer);
      await new Promise<void>((resolve) => void clock.after(pause, resolve));
    }
  }

  function giveUp(answer: Answer): Answer {
    session.set({ name: 'none' });
    return answer;
  }

  function open(via: CitizenWire, started: StartedConversation): Answer {
    token.keep(started);
    const conversation = createConversation({
      wire: via,
      me: 'citizen',
      view: started,
      clock,
      newId,
      drawer: own,
      catchUp: (lastSeq) => resume(via, lastSeq),
    });
    const publish = (): void => {
      if (conversation.value.state.phase.name === 'closed') token.retire();
      model.set(conversation.value);
    };
    held.push(conversation.subscribe(publish), () => conversation.close());
    session.set({ name: 'open', conversation, wire: via });
    publish();
    return { ok: true };
  }

  async function resume(via: CitizenWire, lastSeq: number): Promise<Answer<StartedConversation>> {
    const secret = token.read();
    const answer: Answer<StartedConversation> = secret
      ? await via.request('conversation:resume', { token: secret, lastSeq })
      : { ok: false, code: 'token-expired' };
    if (!answer.ok && !isPassing(answer.code) && answer.code !== 'internal') lose(answer.code);
    return answer;
  }

  function lose(code: Trouble): void {
    token.clear();
    // Its end may still be on screen, and needs no server any more.
    if (model.value?.state.phase.name === 'closed') return;
    letGo();
    session.set({ name: 'gone', code });
  }

  function isFree(): boolean {
    return session.value.name === 'none' || session.value.name === 'gone';
  }

  async function ask(request: (via: CitizenWire, conversationId: string) => Promise<Answer>): Promise<Answer> {
    const now = session.value;
    return now.name === 'open' ? request(now.wire, now.conversation.id) : { ok: false, code: 'no-conversation' };
  }

  return {
    get value() {
      return session.value;
    },
    subscribe: session.subscribe,
    model,
    connection,
    line,

    async start({ service, language, name, context }) {
      if (!isFree()) return { ok: true };
      const until = clock.now() + START_PATIENCE_MS;
      // Another tab may have begun in the meantime: one citizen, one conversation.
      if (token.read()) return insist('restoring', until, (via) => resume(via, 0));
      // Kept through a reload: the answer may be lost while the conversation is there already.
      const key = `start:${service}`;
      const startId = own.get(key) ?? newId();
      own.set(key, startId);
      // What was talked about earlier in this tab's visit can be found; another tab is another visit.
      const visitId = own.get('visit') ?? newId();
      own.set('visit', visitId);
      const answer = await insist('starting', until, (via) =>
        via.request('conversation:start', { startId, service, language, context, visitId, ...(name && { name }) }),
      );
      if (answer.ok || !isPassing(answer.code)) own.remove(key);
      return answer;
    },

    async restore() {
      if (!isFree() || !token.read()) return;
      await insist('restoring', Infinity, (via) => resume(via, 0));
    },

    end: () => ask((via, conversationId) => via.request('conversation:close', { conversationId })),
    rate: (stars, comment) =>
      ask((via, conversationId) =>
        via.request('conversation:rate', { conversationId, stars, ...(comment.trim() && { comment }) }),
      ),
    mailTranscript: (email) => ask((via, conversationId) => via.request('transcript:mail', { conversationId, email })),
    requestCall: () => ask((via, conversationId) => via.request('call:request', { conversationId })),

    token: token.read,

    finish() {
      letGo();
      token.clear();
      session.set({ name: 'none' });
    },
    close: letGo,
  };
}

function notConnected(wire: CitizenWire | undefined): Answer<StartedConversation> {
  const connection = wire?.connection;
  return connection?.name === 'refused' ? { ok: false, code: connection.code } : { ok: false, code: 'no-answer' };
}
