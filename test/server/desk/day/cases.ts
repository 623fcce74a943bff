import { randomUUID } from 'node:crypto';
import type { Consultation } from '../../../../protocol/consultation.ts';
import type { ConversationState } from '../../../../protocol/conversation.ts';
import type { DeskState } from '../../../../protocol/desk.ts';
import type { Target } from '../../../../protocol/office.ts';
import type { Operator as Connection } from '../../../../server/chat/actors.ts';
import type { Person } from './operator.ts';
import type { World } from './world.ts';

/** What one operator does with the conversations on their desk. */
export interface Cases {
  look(state: DeskState): void;
  take(conversationId: string): Promise<void>;
  /** A colleague asks something. */
  answer(consultation: Consultation): Promise<void>;
  supervise(): void;
}

type Self = Person & { readonly shown: DeskState | null; readonly connection: Connection | null };

const SECOND = 1000;
/** A talk of so many lines, with so much between two of them. */
const LINES = { fewest: 0, most: 1, pauseMs: 180 * SECOND };

export function createCases(world: World, self: Self): Cases {
  const { desk, time, random, ledger, settings } = world;
  /** What is going on with each of them; a new object for each time that it comes to this desk. */
  const plans = new Map<string, object>();

  function look({ mine }: DeskState): void {
    const here = new Map(mine.map((conversation) => [conversation.id, conversation]));
    for (const id of plans.keys()) if (!here.has(id)) plans.delete(id);
    for (const { id, phase } of mine) {
      if (plans.has(id)) continue;
      const plan = {};
      plans.set(id, plan);
      if (phase.name === 'live') goOn(id, plan, Math.round(random.between(LINES.fewest, LINES.most)));
    }
    for (const { id, phase } of mine) if (phase.name === 'closed') wrapUp(id);
  }

  const wrapping = new Set<string>();

  /** The citizen has closed it: how it went is still to be said. */
  function wrapUp(id: string): void {
    if (wrapping.has(id)) return;
    wrapping.add(id);
    // Some never say it.
    if (random.chance(0.1)) return;
    time.later(random.between(3, 20) * SECOND, () => {
      wrapping.delete(id);
      if (self.shown?.mine.some((conversation) => conversation.id === id)) void close(id);
    });
  }

  function current(id: string, plan: object): ConversationState | undefined {
    if (plans.get(id) !== plan) return undefined;
    const found = self.shown?.mine.find((conversation) => conversation.id === id);
    return found?.phase.name === 'live' ? found : undefined;
  }

  function goOn(id: string, plan: object, lines: number): void {
    time.later(random.around(LINES.pauseMs), () => void next(id, plan, lines));
  }

  async function next(id: string, plan: object, lines: number): Promise<void> {
    // While the connection is gone the page shows nothing, and goes on afterwards.
    if (plans.get(id) === plan && self.connection === null) return goOn(id, plan, lines);
    const { connection } = self;
    if (!current(id, plan) || !connection) return;
    if (lines > 0) {
      const message = { conversationId: id, clientId: randomUUID(), text: 'Ecco come si fa.' };
      await ledger.ask('an operator writes', desk.messages.send(connection, message), ['wrong-phase', 'forbidden']);
      return goOn(id, plan, lines - 1);
    }
    const fate = random.next();
    if (fate < 0.05) return handOn(connection, id, plan);
    if (fate < 0.11) return consult(connection, id, plan);
    await close(id);
  }

  /** To an office, to a colleague; at times to oneself, or to somebody who is not there. */
  function someTarget(): Target {
    const colleagues = self.shown?.colleagues ?? [];
    if (random.chance(0.6) || colleagues.length === 0) return { office: random.pick(settings.offices).id };
    return { operator: random.chance(0.05) ? self.account.id : random.pick(colleagues).id };
  }

  async function handOn(connection: Connection, id: string, plan: object): Promise<void> {
    const request = { conversationId: id, to: someTarget(), note: 'Manca la ricevuta.' };
    const foreseen = ['nobody-there', 'oneself', 'wrong-phase', 'forbidden'] as const;
    const sent = await ledger.ask('a transfer', desk.transfers.transfer(connection, request), foreseen);
    if (!sent) goOn(id, plan, 0);
  }

  async function consult(connection: Connection, id: string, plan: object): Promise<void> {
    const kind = random.chance(0.5) ? 'answer' : 'transfer';
    const request = { conversationId: id, to: someTarget(), kind, summary: `Domanda ${randomUUID()}` } as const;
    const opened = await ledger.ask(`a question (${kind})`, desk.consultations.open(connection, request), [
      'nobody-there',
      'oneself',
      'wrong-phase',
      'forbidden',
    ]);
    if (!opened) return goOn(id, plan, 0);
    const { id: consultationId } = opened.consultation;
    ledger.questions.set(request.summary, consultationId);
    // Some close, hand on or leave with the question still open.
    if (random.chance(0.15)) return goOn(id, plan, 0);
    time.later(random.between(20, 90) * SECOND, () => void endQuestion(id, consultationId, plan));
  }

  async function endQuestion(id: string, consultationId: string, plan: object): Promise<void> {
    const { connection } = self;
    if (!connection) return goOn(id, plan, 0);
    if (!current(id, plan)) return;
    const ended = await ledger.ask('a question ends', desk.consultations.end(connection, { consultationId }), [
      'wrong-phase',
    ]);
    if (ended) ledger.happened(id, ledger.spoken.has(consultationId) ? 'consultation' : null);
    goOn(id, plan, 1);
  }

  async function close(id: string): Promise<void> {
    const { connection } = self;
    if (!connection) return;
    const outcome = random.chance(0.06) ? 'later-answer' : random.chance(0.85) ? 'resolved' : 'unresolved';
    const reach = { by: 'email', email: 'bruno@example.org' } as const;
    const callback = outcome === 'later-answer' ? { callback: { reach, text: 'Scriviamo noi.' } } : {};
    const request = { conversationId: id, reason: 'information', topic: 'bollo', outcome, ...callback } as const;
    const closed = await ledger.ask(`closed as ${outcome}`, desk.operator.close(connection, request), [
      'wrong-phase',
      'forbidden',
      'not-found',
    ]);
    if (!closed) return;
    ledger.outcomes.set(id, outcome);
    if (outcome === 'later-answer') ledger.promised.add(id);
  }

  async function take(conversationId: string): Promise<void> {
    const { connection } = self;
    if (!connection) return;
    await ledger.ask('taken', desk.operator.accept(connection, { conversationId }), [
      'already-taken',
      'wrong-phase',
      'not-found',
      'at-capacity',
      'forbidden',
      'channel-closed',
    ]);
  }

  async function answer({ id: consultationId, conversationId, kind }: Consultation): Promise<void> {
    const { connection } = self;
    if (!connection || self.presence !== 'available') return;
    const message = { consultationId, clientId: randomUUID(), text: 'Manca la firma.' };
    const said = await ledger.ask('a colleague answers', desk.consultations.send(connection, message), ['wrong-phase']);
    if (said) ledger.spoken.add(consultationId);
    if (kind !== 'transfer' || !said || !random.chance(0.8)) return;
    const ready = await ledger.ask('a colleague is ready', desk.consultations.ready(connection, { consultationId }), [
      'wrong-phase',
      'at-capacity',
      'forbidden',
    ]);
    if (ready) ledger.happened(conversationId, 'transfer-after-consultation');
  }

  function supervise(): void {
    const { shown, connection } = self;
    const others = shown?.floor.filter(({ operator }) => operator.id !== self.account.id) ?? [];
    if (!connection || others.length === 0) return;
    const { conversationId } = random.pick(others);
    const foreseen = ['wrong-phase', 'not-found', 'at-capacity', 'forbidden', 'nobody-there', 'oneself'] as const;
    const request = { conversationId };
    if (random.chance(0.4)) {
      const listening = { ...request, listening: true };
      void ledger.ask('a supervisor reads along', desk.supervisors.listen(connection, listening), foreseen);
    } else if (random.chance(0.5)) {
      const to = { office: random.pick(settings.offices).id };
      void ledger.ask('a supervisor moves', desk.supervisors.move(connection, { ...request, to }), foreseen);
    } else void takeOver(connection, conversationId);
  }

  async function takeOver(connection: Connection, conversationId: string): Promise<void> {
    const taken = await ledger.ask(
      'a supervisor takes over',
      desk.supervisors.takeOver(connection, { conversationId }),
      ['wrong-phase', 'not-found', 'at-capacity', 'forbidden'],
    );
    if (taken) ledger.happened(conversationId, 'transfer');
  }

  return { look, take, answer, supervise };
}
