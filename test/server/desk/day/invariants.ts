import type { QueueEntry } from '../../../../protocol/desk.ts';
import { fits, hasRoom, loadOf, mayBeAsked, wholeLine, type Picture } from './picture.ts';

/** What has to be remembered from one picture to the next. */
export interface Memory {
  /** Who was ever asked about whom waits, since they wait. */
  asked: ReadonlyMap<string, ReadonlySet<string>>;
  offers: ReadonlyMap<string, string>;
  since: ReadonlyMap<string, number>;
  /** Who had it last. */
  heldBy: ReadonlyMap<string, string>;
  /** `<conversation> <operator>` -> since when the one waits unasked and the other is free for them. */
  idle: ReadonlyMap<string, number>;
}

export const NO_MEMORY: Memory = {
  asked: new Map(),
  offers: new Map(),
  since: new Map(),
  heldBy: new Map(),
  idle: new Map(),
};

/** @returns every rule of the desk that the picture breaks, in words; empty when it is sound */
export function examine(picture: Picture, memory: Memory): { broken: string[]; memory: Memory } {
  const line = wholeLine(picture);
  const offers = offersIn(line);
  const idle = idlePairs(picture, line, memory);
  const broken = [
    ...everybodyOnce(picture, line),
    ...orderKept(picture, memory),
    ...capacityKept(picture),
    ...offersFit(picture, line),
    ...headFirst(picture, line, memory),
    ...nobodyOverlooked(picture, idle),
  ];
  return { broken, memory: remember(picture, line, offers, memory, idle) };
}

function everybodyOnce({ floor, began, closed, sentHome }: Picture, line: QueueEntry[]): string[] {
  const waiting = line.map(({ conversationId }) => conversationId);
  const live = floor.map(({ conversationId }) => conversationId);
  const home = [...sentHome].filter((id) => !closed.has(id) && !waiting.includes(id));
  const open = [...waiting, ...live, ...home];
  const seen = new Set(open);
  const broken: string[] = [];
  if (seen.size !== open.length) broken.push('once: somebody is in two places');
  for (const id of seen) {
    if (!began.has(id)) broken.push(`nobody lost: ${id} is here and never began`);
    if (closed.has(id)) broken.push(`nobody lost: ${id} was told the end and is here`);
  }
  // With the two above, equal numbers are equal sets.
  if (seen.size + closed.size !== began.size) {
    broken.push(`nobody lost: ${began.size} began, ${closed.size} are closed and ${seen.size} here`);
  }
  return broken;
}

function orderKept({ queues }: Picture, { since }: Memory): string[] {
  const broken: string[] = [];
  for (const line of [queues.chat, queues.lis]) {
    for (const [index, entry] of line.entries()) {
      const before = line[index - 1];
      const known = since.get(entry.conversationId);
      if (known !== undefined && known !== entry.since) broken.push('order: a place in the line was changed');
      if (entry.transfer && !entry.returned) broken.push('order: somebody handed on does not stand first');
      if (!before || (before.returned && !entry.returned)) continue;
      if (before.returned !== entry.returned || before.since > entry.since)
        broken.push('order: the line is not in order');
    }
  }
  return broken;
}

/** A call that goes on in writing is one chat more. */
function capacityKept(picture: Picture): string[] {
  const { people, signed, rules } = picture;
  return [...people.keys()].flatMap((id) => {
    const { chats, calls } = loadOf(picture, id);
    const written = chats.filter(({ conversationId }) => !signed.has(conversationId));
    const fits = calls.length <= 1 && written.length <= rules.chatsAtOnce;
    const all = chats.length + calls.length <= rules.chatsAtOnce + 1;
    return fits && all ? [] : [`capacity: ${id} has ${chats.length} chats and ${calls.length} calls`];
  });
}

function offersFit(picture: Picture, line: QueueEntry[]): string[] {
  const asked = line.filter(({ offeredTo }) => offeredTo !== null);
  const operators = asked.map(({ offeredTo }) => offeredTo?.id ?? '');
  const broken = new Set(operators).size === operators.length ? [] : ['offers: somebody is asked about two'];
  for (const [index, entry] of asked.entries()) {
    const person = picture.people.get(operators[index] ?? '');
    if (!person?.here) broken.push('offers: somebody absent is asked');
    else if (person.presence !== 'available') broken.push('offers: somebody on a break is asked');
    else if (!fits(person, entry)) broken.push('offers: somebody without the skill is asked');
    else if (!hasRoom(picture, person.account.id, entry.service)) broken.push('offers: somebody without room is asked');
  }
  return broken;
}

/**
 * Who is asked anew is asked about the first in the line that they may be asked about; before the others about what is
 * handed to them.
 */
function headFirst(picture: Picture, line: QueueEntry[], { offers, asked, heldBy }: Memory): string[] {
  return line.flatMap((entry, index) => {
    const person = picture.people.get(entry.offeredTo?.id ?? '');
    if (!person || offers.get(entry.conversationId) === person.account.id) return [];
    const { id } = person.account;
    const skipped = line.slice(0, index).filter((earlier) => {
      if (entry.transfer && !earlier.transfer) return false;
      if (earlier.offeredTo !== null || !mayBeAsked(picture, person, earlier)) return false;
      if (earlier.transfer && heldBy.get(earlier.conversationId) === id) return false;
      return !asked.get(earlier.conversationId)?.has(id);
    });
    if (skipped.length === 0) return [];
    const those = skipped.map((earlier) => describe(earlier)).join(', ');
    return [`order: ${id} was offered ${describe(entry)} before ${those}`];
  });
}

function describe({ conversationId, service, language, returned, transfer, since }: QueueEntry): string {
  const how = [service, language, ...(returned ? ['returned'] : []), ...(transfer ? ['handed on'] : [])].join(' ');
  return `${conversationId} (${how}, ${new Date(since).toISOString()})`;
}

/** Those who let it pass are asked again once all others were: two rounds of an offer are the longest. */
function nobodyOverlooked({ at, rules }: Picture, idle: ReadonlyMap<string, number>): string[] {
  const longest = 2 * rules.offerMs + 2_000;
  return [...idle].filter(([, since]) => at - since > longest).map(([pair]) => `overlooked: ${pair}`);
}

function idlePairs(picture: Picture, line: QueueEntry[], memory: Memory): Map<string, number> {
  const unasked = line.filter(({ offeredTo }) => offeredTo === null);
  if (unasked.length === 0) return new Map();
  const asked = new Set(line.map(({ offeredTo }) => offeredTo?.id));
  const free = [...picture.people.values()].filter((person) => {
    return person.here && person.presence === 'available' && !asked.has(person.account.id);
  });
  const pairs = new Map<string, number>();
  if (free.length === 0) return pairs;
  for (const entry of unasked) {
    for (const person of free) {
      const { id } = person.account;
      if (!mayBeAsked(picture, person, entry)) continue;
      if (entry.transfer && memory.heldBy.get(entry.conversationId) === id) continue;
      const pair = `${entry.conversationId} ${id}`;
      pairs.set(pair, memory.idle.get(pair) ?? picture.at);
    }
  }
  return pairs;
}

function offersIn(line: QueueEntry[]): Map<string, string> {
  return new Map(line.flatMap(({ conversationId, offeredTo }) => (offeredTo ? [[conversationId, offeredTo.id]] : [])));
}

function remember(
  { floor }: Picture,
  line: QueueEntry[],
  offers: Map<string, string>,
  { asked, heldBy }: Memory,
  idle: Map<string, number>,
): Memory {
  const stillAsked = line.map(({ conversationId: id, offeredTo }) => {
    const before = asked.get(id) ?? new Set();
    return [id, offeredTo && !before.has(offeredTo.id) ? new Set([...before, offeredTo.id]) : before] as const;
  });
  const holders = line.flatMap(({ conversationId: id }) => {
    const holder = heldBy.get(id);
    return holder === undefined ? [] : [[id, holder] as const];
  });
  return {
    asked: new Map(stillAsked),
    offers,
    since: new Map(line.map(({ conversationId, since }) => [conversationId, since])),
    heldBy: new Map([
      ...holders,
      ...floor.map(({ conversationId, operator }) => [conversationId, operator.id] as const),
    ]),
    idle,
  };
}
