import { randomUUID } from 'node:crypto';
import type { Account } from '../../../../protocol/account.ts';
import type { Consultation } from '../../../../protocol/consultation.ts';
import type { DeskState, Offer, Presence } from '../../../../protocol/desk.ts';
import type { Operator as Connection } from '../../../../server/chat/actors.ts';
import { createCases, type Cases } from './cases.ts';
import { keepPromise } from './promises.ts';
import type { World } from './world.ts';

/** From when to when somebody works, epoch ms. */
export interface Shift {
  from: number;
  to: number;
}

/** An operator as they know themselves. */
export interface Person {
  account: Account;
  /** Connected. */
  here: boolean;
  presence: Presence;
}

export interface OperatorActor extends Person {
  /** What their page shows; null while there is none. */
  readonly shown: DeskState | null;
  readonly connection: Connection | null;
  hear(event: string, payload: unknown): void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Somebody who works a shift: takes, declines and overlooks offers, has breaks, loses the connection, goes home. */
export function createOperator(world: World, account: Account, shifts: Shift[]): OperatorActor {
  const { desk, time, random, ledger } = world;
  let connection: Connection | null = null;
  let shown: DeskState | null = null;
  let lastOffer = '';
  let wants: Presence = 'off';
  const asked = new Set<string>();

  const actor = {
    account,
    here: false,
    presence: 'off' as Presence,
    get shown() {
      return shown;
    },
    get connection() {
      return connection;
    },
    hear(event: string, payload: unknown): void {
      if (connection && event === 'desk:changed') look(payload as DeskState);
    },
  };
  const cases: Cases = createCases(world, actor);

  async function arrive(): Promise<void> {
    if (connection) return;
    const made: Connection = { side: 'operator', connectionId: randomUUID(), account };
    connection = made;
    actor.here = true;
    const answer = await ledger.ask('an operator enters', desk.operator.enter(made));
    if (!answer || connection !== made) return;
    look(answer.desk);
    if (answer.desk.me.presence !== wants) await setPresence(wants);
  }

  function disconnect(): void {
    const gone = connection;
    connection = null;
    shown = null;
    actor.here = false;
    if (gone) desk.operatorGone(account.id, gone.connectionId);
  }

  async function setPresence(presence: Presence): Promise<void> {
    wants = presence;
    if (!connection) return;
    // From the asking on: whatever comes meanwhile may be of either kind.
    actor.presence = presence === 'available' ? actor.presence : presence;
    const set = await ledger.ask(`presence ${presence}`, desk.operator.setPresence(connection, { presence }), [
      'wrong-phase',
    ]);
    if (set) actor.presence = presence;
  }

  function look(state: DeskState): void {
    shown = state;
    if (state.me.presence === 'break' && wants === 'available') {
      actor.presence = 'break';
      ledger.count('an operator is taken for absent');
      wants = 'break';
      time.later(random.between(0.5, 4) * MINUTE, () => void setPresence('available'));
    } else if (actor.presence !== 'available' && wants === 'available') actor.presence = state.me.presence;
    if (state.offer) consider(state.offer);
    cases.look(state);
    for (const consultation of state.consultations) if (!asked.has(consultation.id)) beAsked(consultation);
  }

  function consider(offer: Offer): void {
    const key = `${offer.conversationId} ${offer.until}`;
    if (key === lastOffer) return;
    lastOffer = key;
    ledger.count('an offer');
    if (random.chance(0.05)) return overlook(key);
    const decline = random.chance(0.06);
    time.later(
      random.between(1, 12) * SECOND,
      () => void (decline ? turnDown(offer) : cases.take(offer.conversationId)),
    );
  }

  function overlook(key: string): void {
    ledger.count('an offer is overlooked');
    time.later(world.settings.queue.offerMs + 2 * SECOND, () => {
      const offer = shown?.offer;
      if (offer && key === `${offer.conversationId} ${offer.until}`)
        ledger.problems.push('offers: one outlives its time');
    });
  }

  async function turnDown({ conversationId }: Offer): Promise<void> {
    if (!connection) return;
    await ledger.ask('an offer is declined', desk.operator.decline(connection, { conversationId }), ['not-found']);
  }

  function beAsked(consultation: Consultation): void {
    asked.add(consultation.id);
    if (random.chance(0.3)) return;
    time.later(random.between(5, 50) * SECOND, () => void cases.answer(consultation));
  }

  /** Whoever is impatient takes those who are offered to others, all at once. */
  function reachOver(): void {
    const inLine = shown ? [...shown.queues.chat, ...shown.queues.lis] : [];
    const others = inLine.filter(({ offeredTo }) => offeredTo !== null && offeredTo.id !== account.id);
    if (actor.presence !== 'available') return;
    for (const { conversationId } of others.slice(0, 4)) void cases.take(conversationId);
  }

  function work({ from, to }: Shift): void {
    time.at(from, () => {
      wants = 'available';
      void arrive();
    });
    every(from, to, 70 * MINUTE, () => {
      if (wants !== 'available') return;
      void setPresence('break');
      time.later(random.between(3, 12) * MINUTE, () => Date.now() < to && void setPresence('available'));
    });
    every(from, to, 100 * MINUTE, () => {
      ledger.count('an operator is cut off');
      disconnect();
      time.later(random.chance(0.6) ? random.between(1, 25) * SECOND : random.between(1, 4) * MINUTE, () => {
        if (Date.now() < to) void arrive();
      });
    });
    every(from, to, 10 * MINUTE, reachOver);
    if (account.roles.includes('supervisor')) every(from, to, 4 * MINUTE, cases.supervise);
    every(from, to, 20 * MINUTE, () => connection && void keepPromise(world, connection));
    time.at(to, () => void setPresence('off'));
    // Who has not finished by then closes the laptop all the same.
    time.at(to + random.between(2, 12) * MINUTE, disconnect);
  }

  function every(from: number, to: number, mean: number, act: () => void): void {
    let moment = from + random.around(mean);
    for (; moment < to; moment += random.around(mean)) {
      time.at(moment, () => {
        if (connection) act();
      });
    }
  }

  shifts.forEach(work);
  return actor;
}
