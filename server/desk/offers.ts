import type { Language, Service } from '../../protocol/conversation.ts';

/**
 * Who is asked to take whom, as a pure function of what is waiting and who is there. An offer is the right to be asked
 * first, and no lock.
 */
export interface Offers {
  /** By conversation; an operator has at most one. */
  readonly open: ReadonlyMap<string, OpenOffer>;
  /** By conversation: who let it pass, and from when they may be asked about it again. */
  readonly passed: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By operator: how many in a row passed without a word. */
  readonly ignored: ReadonlyMap<string, number>;
}

export interface OpenOffer {
  operatorId: string;
  until: number;
  /** They have done something since they were asked: they are busy with it, and not away. */
  present: boolean;
}

/** One who waits, with what decides who fits. */
export interface Asking {
  conversationId: string;
  service: Service;
  language: Language;
  /** Handed to these people, for now to nobody else; null for the general line. */
  only: ReadonlySet<string> | null;
}

/** An operator at the desk: connected and available. */
export interface Candidate {
  id: string;
  skills: readonly Service[];
  languages: readonly Language[];
  /** Since when they have neither taken nor finished anything. */
  idleSince: number;
  room: Record<Service, boolean>;
}

export interface OfferFacts {
  /** In the order in which they are to be served. */
  line: readonly Asking[];
  operators: readonly Candidate[];
}

export interface OfferTime {
  now: number;
  /** How long an offer waits for an answer. */
  offerMs: number;
}

export const NO_OFFERS: Offers = { open: new Map(), passed: new Map(), ignored: new Map() };

/** So many in a row without a word, and nobody is there. */
const AWAY_AFTER = 2;

/**
 * Takes back what no longer fits, ends what was not answered in time, and asks whoever is next.
 * @returns also who let so many pass that nobody can be sitting there
 */
export function reviewOffers(before: Offers, facts: OfferFacts, time: OfferTime): { offers: Offers; away: string[] } {
  const kept = withdraw(before, facts);
  const { offers, away } = expire(kept, time.now);
  const present = facts.operators.filter(({ id }) => !away.includes(id));
  return { offers: ask(offers, { ...facts, operators: present }, time), away };
}

/** Not now: the next one is asked, and this one again only after all others. Null when there is no such offer. */
export function declineOffer(
  offers: Offers,
  operatorId: string,
  conversationId: string,
  { now, offerMs }: OfferTime,
): Offers | null {
  if (offers.open.get(conversationId)?.operatorId !== operatorId) return null;
  return showPresence(pass(offers, conversationId, now + offerMs), operatorId);
}

/** They have done something: what passed without a word before, or passes now, does not mean that they are away. */
export function showPresence(offers: Offers, operatorId: string): Offers {
  const asked = [...offers.open].find(([, offer]) => offer.operatorId === operatorId && !offer.present);
  if (!asked && !offers.ignored.has(operatorId)) return offers;
  const open = asked ? new Map(offers.open).set(asked[0], { ...asked[1], present: true }) : offers.open;
  return { ...offers, open, ignored: without(offers.ignored, operatorId) };
}

export function offerTo(offers: Offers, operatorId: string): { conversationId: string; until: number } | null {
  for (const [conversationId, offer] of offers.open) {
    if (offer.operatorId === operatorId) return { conversationId, until: offer.until };
  }
  return null;
}

/** When something comes of it without anybody's doing; Infinity for never. */
export function nextOfferMoment({ open, passed }: Offers, now: number): number {
  const ends = [...open.values()].map(({ until }) => until);
  const again = [...passed.values()].flatMap((those) => [...those.values()]).filter((at) => at > now);
  return Math.min(Infinity, ...ends, ...again);
}

function withdraw(offers: Offers, { line, operators }: OfferFacts): Offers {
  const asking = new Map(line.map((each) => [each.conversationId, each]));
  const candidates = new Map(operators.map((each) => [each.id, each]));
  const holds = (id: string, { operatorId }: OpenOffer): boolean => {
    const [one, operator] = [asking.get(id), candidates.get(operatorId)];
    return one !== undefined && operator !== undefined && mayTake(operator, one);
  };
  return {
    open: new Map([...offers.open].filter(([id, offer]) => holds(id, offer))),
    passed: new Map([...offers.passed].filter(([id]) => asking.has(id))),
    ignored: offers.ignored,
  };
}

function expire(before: Offers, now: number): { offers: Offers; away: string[] } {
  const overdue = [...before.open].filter(([, { until }]) => until <= now);
  const ignored = new Map(before.ignored);
  const away: string[] = [];
  for (const [, { operatorId, present }] of overdue) {
    if (present) continue;
    const count = (ignored.get(operatorId) ?? 0) + 1;
    if (count < AWAY_AFTER) ignored.set(operatorId, count);
    else {
      ignored.delete(operatorId);
      away.push(operatorId);
    }
  }
  const passed = overdue.reduce((offers, [id]) => pass(offers, id, now), before);
  return { offers: { ...passed, ignored }, away };
}

/** @param again from when they may be asked about it again, once all others were */
function pass({ open, passed, ignored }: Offers, conversationId: string, again: number): Offers {
  const offer = open.get(conversationId);
  if (!offer) return { open, passed, ignored };
  const those = new Map(passed.get(conversationId)).set(offer.operatorId, again);
  return { open: without(open, conversationId), passed: new Map(passed).set(conversationId, those), ignored };
}

function ask(offers: Offers, { line, operators }: OfferFacts, { now, offerMs }: OfferTime): Offers {
  const open = new Map(offers.open);
  const passed = new Map(offers.passed);
  const askedAbout = new Map([...open].map(([id, { operatorId }]) => [operatorId, id]));
  const general = new Set(line.filter(({ only }) => only === null).map(({ conversationId }) => conversationId));
  const free = new Set(operators.filter(({ room }) => room.chat || room.lis).map(({ id }) => id));
  for (const id of askedAbout.keys()) free.delete(id);

  /** What is handed to somebody comes before what they are asked as one of many. */
  function mayBeAsked({ id }: Candidate, { only }: Asking): boolean {
    return free.has(id) || (only !== null && general.has(askedAbout.get(id) ?? ''));
  }

  // First what is handed to somebody: whoever gives way to it is then offered on in their turn.
  const inTurn = [...line.filter(({ only }) => only !== null), ...line.filter(({ only }) => only === null)];
  for (const one of inTurn) {
    const { conversationId } = one;
    if (open.has(conversationId) || (free.size === 0 && one.only === null)) continue;
    const before = passed.get(conversationId) ?? NOBODY;
    const round = roundFor(one, operators, before, now);
    const next = longestIdle(round.operators.filter((operator) => mayBeAsked(operator, one)));
    if (!next) continue;
    if (round.anew) passed.set(conversationId, new Map([...before].filter(([, again]) => again > now)));
    open.delete(askedAbout.get(next.id) ?? '');
    open.set(conversationId, { operatorId: next.id, until: now + offerMs, present: false });
    askedAbout.set(next.id, conversationId);
    free.delete(next.id);
  }
  return { open, passed, ignored: offers.ignored };
}

const NOBODY: ReadonlyMap<string, number> = new Map();

/** Who may be asked next: those not asked yet, or, once all were, those who may be asked again. */
function roundFor(one: Asking, operators: readonly Candidate[], passed: ReadonlyMap<string, number>, now: number) {
  const fitting = operators.filter((operator) => fits(operator, one));
  const speaking = fitting.filter(({ languages }) => languages.includes(one.language));
  // Waiting for somebody who understands is better than not being understood.
  const able = (speaking.length > 0 ? speaking : fitting).filter((operator) => mayTake(operator, one));
  const fresh = able.filter(({ id }) => !passed.has(id));
  if (fresh.length > 0) return { operators: fresh, anew: false };
  return { operators: able.filter(({ id }) => (passed.get(id) ?? 0) <= now), anew: true };
}

/** Writing needs no skill where something is handed to a person or an office of their own; signing always does. */
function fits({ id, skills }: Candidate, { service, only }: Asking): boolean {
  if (only === null) return skills.includes(service);
  return only.has(id) && (service === 'chat' || skills.includes('lis'));
}

function mayTake(operator: Candidate, one: Asking): boolean {
  return fits(operator, one) && operator.room[one.service];
}

function longestIdle(operators: readonly Candidate[]): Candidate | undefined {
  return operators.toSorted((a, b) => a.idleSince - b.idleSince)[0];
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  return new Map([...map].filter(([each]) => each !== key));
}
