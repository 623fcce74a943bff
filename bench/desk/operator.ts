import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Consultation, SideMessage } from '../../protocol/consultation.ts';
import type { ConversationView } from '../../protocol/conversation.ts';
import type { DeskState, Offer } from '../../protocol/desk.ts';
import { NAMESPACES } from '../../protocol/events.ts';
import type { Message } from '../../protocol/message.ts';
import type { Credentials } from '../../server/identity/demo-operators.ts';
import type { Hall } from './hall.ts';
import { ask, connect, must, signIn } from './sockets.ts';

/** What becomes of a conversation after its lines, in turn; most are simply closed. */
const FATES = [
  'transfer',
  'close',
  'close',
  'answer',
  'close',
  'close',
  'hand-over',
  'close',
  'close',
  'close',
] as const;
const OFFICE = 'ufficio';

let turn = 0;

/** Takes whoever is offered, answers every line, closes; at times passes on or asks a colleague. @returns what leaves */
export async function beOperator(hall: Hall, me: Credentials, colleague: string): Promise<() => void> {
  const { port, pace, watches } = hall;
  const cookie = await signIn(port, me);
  const [socket, twin] = [await connect(port, NAMESPACES.operator, cookie), await hall.twin()];
  /** Lines heard, of each conversation here. */
  const heard = new Map<string, number>();
  const offered = new Set<string>();
  const asked = new Set<string>();
  /** Who waits for an answer in a consultation. */
  const waiting = new Map<string, () => void>();

  /** What is under way when everybody goes home is of no interest. */
  let gone = false;
  function run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!gone) hall.count(String(error));
    });
  }

  function look({ offer, consultations }: DeskState): void {
    if (offer && !offered.has(`${offer.conversationId} ${offer.until}`)) run(take(offer));
    for (const consultation of consultations) if (!asked.has(consultation.id)) run(help(consultation));
  }

  async function take({ conversationId, until }: Offer): Promise<void> {
    offered.add(`${conversationId} ${until}`);
    watches.offer.end(conversationId);
    watches.transfer.end(conversationId);
    await pause(100 + Math.random() * 400);
    const key = `${conversationId} ${me.username}`;
    watches.accept.begin(key);
    const taken = await ask<ConversationView>(socket, 'conversation:accept', { conversationId });
    if (!taken.ok) return hall.count(`accept: ${taken.code}`);
    watches.accept.end(key);
    welcome(taken);
  }

  /** From a colleague it comes with all its lines, and needs one more. */
  function welcome({ conversation, messages }: ConversationView): void {
    const before = messages.some(({ kind }) => kind === 'text') ? pace.lines : 0;
    heard.set(conversation.id, before);
  }

  async function hear(message: Message): Promise<void> {
    if (message.kind !== 'text' || message.from !== 'citizen') return;
    watches.message.end(message.clientId);
    const { conversationId } = message;
    const lines = heard.get(conversationId);
    if (lines === undefined) return;
    heard.set(conversationId, lines + 1);
    await pause(pace.pauseMs * 0.3);
    if (!heard.has(conversationId)) return;
    await hall.send(socket, twin, conversationId);
    if (lines === pace.lines) await close(conversationId);
    else if (lines + 1 === pace.lines) await decide(conversationId);
  }

  async function decide(conversationId: string): Promise<void> {
    const fate = FATES[(turn += 1) % FATES.length];
    if (fate === 'transfer') return passOn(conversationId);
    if (fate === 'answer' || fate === 'hand-over') return consult(conversationId, fate);
    return close(conversationId);
  }

  async function passOn(conversationId: string): Promise<void> {
    heard.delete(conversationId);
    watches.transfer.begin(conversationId);
    const sent = await ask(socket, 'conversation:transfer', { conversationId, to: { office: OFFICE } });
    hall.count(sent.ok ? 'transfers' : `transfer: ${sent.code}`);
    if (!sent.ok) await close(conversationId);
  }

  /** One answers, or takes over, within some seconds; else the citizen is not kept waiting. */
  async function consult(conversationId: string, fate: 'answer' | 'hand-over'): Promise<void> {
    const kind = fate === 'answer' ? 'answer' : 'transfer';
    const question = { conversationId, to: { operator: colleague }, kind, summary: 'Che cosa manca?' };
    const opened = await ask<{ consultation: Consultation }>(socket, 'consultation:open', question);
    if (!opened.ok) {
      hall.count(`consultation: ${opened.code}`);
      return close(conversationId);
    }
    hall.count('consultations');
    const { id: consultationId } = opened.consultation;
    const answered = Promise.withResolvers<void>();
    waiting.set(consultationId, answered.resolve);
    await Promise.race([answered.promise, pause(5_000)]);
    waiting.delete(consultationId);
    if (kind === 'transfer') await pause(1_000);
    const ended = await ask(socket, 'consultation:end', { consultationId });
    if (!ended.ok || !heard.has(conversationId)) return;
    await close(conversationId);
  }

  async function help({ id: consultationId, kind }: Consultation): Promise<void> {
    asked.add(consultationId);
    await pause(300 + Math.random() * 700);
    const answer = { consultationId, clientId: randomUUID(), text: 'Manca la firma.' };
    await ask(socket, 'consultation:send', answer);
    if (kind !== 'transfer') return;
    const ready = await ask<ConversationView>(socket, 'consultation:ready', { consultationId });
    hall.count(ready.ok ? 'handed over' : `ready: ${ready.code}`);
    if (ready.ok) welcome(ready);
  }

  async function close(conversationId: string): Promise<void> {
    heard.delete(conversationId);
    const how = { reason: 'information', topic: 'bollo', outcome: 'resolved' };
    const closed = await ask(socket, 'conversation:close', { conversationId, ...how });
    if (!closed.ok) hall.count(`close: ${closed.code}`);
  }

  socket.on('desk:changed', look);
  socket.on('message:new', (message: Message) => run(hear(message)));
  socket.on('side-message:new', ({ consultationId }: SideMessage) => waiting.get(consultationId)?.());
  socket.on('conversation:changed', ({ id, phase }: ConversationView['conversation']) => {
    if (phase.name !== 'live' || phase.operator.id !== `demo-${me.username}`) heard.delete(id);
  });
  look((await must<{ desk: DeskState }>(socket, 'desk:enter', {})).desk);
  return () => {
    gone = true;
    socket.disconnect();
    twin.disconnect();
  };
}
