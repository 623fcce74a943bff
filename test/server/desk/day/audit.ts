import type { Handling, Outcome } from '../../../../protocol/desk.ts';
import type { EventMessage, Message } from '../../../../protocol/message.ts';
import type { CallbackRecord, ConsultationRecord } from '../../../../server/store/desk-records.ts';
import type { ContactRecord, ConversationRecord, OperatorRecord } from '../../../../server/store/store.ts';
import type { ByHand } from './by-hand.ts';
import type { Ledger } from './ledger.ts';

/** All that is stored of one conversation. */
export interface Stored {
  record: ConversationRecord;
  messages: readonly Message[];
  contact: ContactRecord | undefined;
  consultation: ConsultationRecord | undefined;
  /** Who had it last. */
  operator: Pick<OperatorRecord, 'name'> | undefined;
}

type Known = Pick<Ledger, 'outcomes' | 'handlings' | 'promised'>;

/** @returns every rule that what is stored of a conversation breaks, in words */
export function auditConversation(stored: Stored, known: Known): string[] {
  const { record } = stored;
  const broken = [...threadWhole(stored), ...holdEnds(stored)];
  if (record.phase === 'closed') broken.push(...endedOnce(stored, known));
  return broken.map((what) => `${what} (${record.id})`);
}

/** Every promise has a time, and it is the right one. */
export function auditPromise({ number, receivedAt, dueAt }: CallbackRecord, byHand: ByHand): string[] {
  const right = byHand.dueAt(receivedAt);
  if (dueAt === right) return [];
  const [received, due, hand] = [receivedAt, dueAt, right].map((at) => new Date(at).toISOString());
  return [`promises: ${number}, received ${received}, is due ${due}, by hand ${hand}`];
}

function threadWhole({ record, messages }: Stored): string[] {
  const gapless = messages.every(({ seq }, index) => seq === index + 1);
  const whole = gapless && record.lastSeq === messages.length;
  const inTime = messages.every(({ at }, index) => at >= (messages[index - 1]?.at ?? record.startedAt));
  return [...(whole ? [] : ['thread: a number is missing']), ...(inTime ? [] : ['thread: the times go backwards'])];
}

function holdEnds({ record, consultation, messages, contact }: Stored): string[] {
  const broken: string[] = [];
  if (record.hold && record.phase !== 'live') broken.push('hold: left behind');
  if ((record.hold !== null) !== (consultation !== undefined))
    broken.push('hold: it is not exactly while somebody is asked');
  if (record.hold === null && contact && contact.heldMs !== heldIn(messages, record.operatorId))
    broken.push('hold: its time does not add up');
  return broken;
}

/** By the log: from each beginning to whatever took the citizen from it. */
function heldIn(messages: readonly Message[], operatorId: string | null): number {
  let total = 0;
  let since: number | null = null;
  const events = eventsOf(messages).filter(({ event }) => event !== 'call-started' && event !== 'call-ended');
  for (const [index, line] of events.entries()) {
    if (line.event === 'call-requested' && !leadsToLine(events[index + 1], operatorId)) continue;
    if (since !== null) total += line.at - since;
    since = line.event === 'on-hold' ? line.at : null;
  }
  return total;
}

/** Whether a call asked for led to the line of those who sign, or was had from the operator at hand: by what came next. */
function leadsToLine(next: EventMessage | undefined, operatorId: string | null): boolean {
  if (next?.event === 'operator-joined' || next?.event === 'message-left') return true;
  return operatorId === null && (next === undefined || next.event === 'closed');
}

function endedOnce({ record, messages, contact, operator }: Stored, known: Known): string[] {
  const events = eventsOf(messages);
  const ends = events.filter(({ event }) => event === 'closed' || event === 'message-left');
  const last = messages.at(-1);
  const broken: string[] = [];
  if (ends.length !== 1 || ends[0] !== last) broken.push('end: there is not exactly one, at the end');
  if (!contact?.outcome) return [...broken, 'outcome: there is none'];
  if (contact.closedAt === null) broken.push('outcome: the contact has no end');
  const outcome = known.outcomes.get(record.id) ?? outcomeIn(record, ends[0]);
  if (contact.outcome !== outcome) broken.push(`outcome: ${contact.outcome} instead of ${outcome}`);
  const handling = handlingIn(record, events, known);
  if (contact.handling !== handling) broken.push(`handling: ${contact.handling} instead of ${handling}`);
  if (operator && operator.name !== lastName(events)) broken.push('handling: another one had it last');
  return broken;
}

/** Of whom no operator has said anything. */
function outcomeIn({ closedBy, operatorId }: ConversationRecord, end: EventMessage | undefined): Outcome {
  if (end?.event === 'message-left') return 'later-answer';
  return closedBy === 'citizen' && operatorId !== null ? 'unresolved' : 'abandoned';
}

/** Whatever came last counts; a promise before all. */
function handlingIn({ id }: ConversationRecord, events: EventMessage[], known: Known): Handling {
  let handling: Handling = 'direct';
  let handedOnBy: string | null = null;
  let operator: string | null = null;
  for (const { event, name = null, at } of events) {
    if (event === 'transferring') handedOnBy = operator;
    if (event === 'operator-joined' && handedOnBy !== null && handedOnBy !== name) handling = 'transfer';
    if (event === 'operator-joined' || event === 'handed-over') operator = name;
    if (event === 'handed-over' || event === 'off-hold') handling = known.handlings.get(`${id} ${at}`) ?? handling;
    if (event === 'message-left') handling = 'later-answer';
  }
  return known.promised.has(id) ? 'later-answer' : handling;
}

function lastName(events: EventMessage[]): string | undefined {
  return events.findLast(({ event }) => event === 'operator-joined' || event === 'handed-over')?.name;
}

function eventsOf(messages: readonly Message[]): EventMessage[] {
  return messages.filter((message) => message.kind === 'event');
}
