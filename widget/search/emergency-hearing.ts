import { CONTEXT_WORDS } from './emergency-context.ts';
import type { Idea, Term } from './emergency-rules.ts';
import { DANGER_WORDS } from './emergency-words.ts';
import type { Token } from './tokens.ts';

/** A written form of an idea: whether it is a whole word, and what must follow it. */
interface Entry {
  idea: number;
  whole: boolean;
  rest: string[];
}

const WORDS: Record<Idea, string> = { ...DANGER_WORDS, ...CONTEXT_WORDS };
const IDEAS = Object.keys(WORDS);

/** How many numbers there are: each idea has one, and one more for its denial. */
export const NUMBERS = 2 * IDEAS.length;

export function numberOf(term: Term): number {
  const denied = term.startsWith('-');
  return 2 * IDEAS.indexOf(denied ? term.slice(1) : term) + (denied ? 1 : 0);
}

/** Who, where and what: «non vedo mio figlio» is about a child all the same. */
const NEVER_DENIED = new Set(
  'me child kin partner stranger thief limb face heart head throat water floor place room street vehicle height edge pulse air office talk past now help not notAfter laugh money telephone near object poison pill all took trap indoors frail oneself'
    .split(' ')
    .map((idea) => IDEAS.indexOf(idea)),
);
const [NOT, NOT_AFTER, IDIOM] = [IDEAS.indexOf('not'), IDEAS.indexOf('notAfter'), IDEAS.indexOf('idiom')];
/** Words before one in which it may be denied, and in which it surely is. */
const DENIED_WITHIN = 4;
const SURELY_WITHIN = 3;

/** Spelt as it sounds, the same for entry and message: «pija» and «piglia», «kiama». */
const sound = (word: string): string =>
  word
    .replace(/gli|j/g, 'li')
    .replace(/ch(?=[ei])|k/g, 'c')
    .replace(/y/g, 'i')
    .replace(/(.)\1\1+/g, '$1');
/** «Amazza», «pettto»: only in longer words that may go on, for «nonno» is not «non», and «sette» not «sete». */
const single = (word: string): string => (word.length < 5 ? word : word.replace(/(.)\1+/g, '$1'));

const entries = new Map<string, Entry[]>();
IDEAS.forEach((name, idea) => {
  for (const written of WORDS[name as Idea].split(' ')) {
    const [first = '', ...rest] = written.split('_');
    for (const form of formsOf(first)) {
      const whole = !form.endsWith('*');
      const key = whole ? sound(form) : single(sound(form.slice(0, -1)));
      entries.set(key, [...(entries.get(key) ?? []), { idea, whole, rest }]);
    }
  }
});

/** `pres[oa]`: preso, presa. */
function formsOf(word: string): string[] {
  const ends = /^(.*)\[(.*)\](\*?)$/.exec(word);
  return ends === null ? [word] : Array.from(ends[2] ?? '', (end) => `${ends[1] ?? ''}${end}${ends[3] ?? ''}`);
}

const SHORTEST_SLIP = 5;
const byLetter = Map.groupBy(
  [...entries].filter(([key, list]) => key.length >= SHORTEST_SLIP && list.some(({ rest }) => rest.length === 0)),
  ([key]) => key[0],
);
/** An article run into its word: «lacqua», «unambulanza». */
const ARTICLE = /^(?:un|[dn]?ell|[dasu]*ll?|[cms])(?=[aeio])/;

/** The numbers of the ideas in each word. */
export function hear(tokens: Token[]): number[][] {
  const words = tokens.map(({ word }) => word);
  const meanings = new Map([...new Set(words)].map((word) => [word, meaningsOf(word)]));
  const found = words.map((word, at) => firstThatFits(meanings.get(word) ?? [], words, at));
  const said = found.map((list) => new Set(list.map(({ idea }) => idea)));
  found.forEach((list, at) => {
    for (const { idea, rest } of list)
      if (idea === IDIOM) for (let next = 0; next <= rest.length; next += 1) said[at + next] = new Set();
  });
  return said.map((ideas, at) => withDenials(ideas, said, tokens, at));
}

/** What a word may stand for: as it is written; else without the article run into it; else with a slip put right. */
function meaningsOf(word: string): Entry[][] {
  const known = lookUp(word);
  if (known.some(({ rest }) => rest.length === 0)) return [known];
  const bare = word.replace(ARTICLE, '');
  const slips = word.length < SHORTEST_SLIP ? [] : meantBy(sound(word));
  return [known, bare === word ? [] : lookUp(bare), slips];
}

function firstThatFits(meanings: Entry[][], words: string[], at: number): Entry[] {
  for (const meaning of meanings) {
    const list = meaning.filter(({ rest }) => rest.every((part, next) => fits(words[at + next + 1], part)));
    if (list.length > 0) return list;
  }
  return [];
}

function lookUp(word: string): Entry[] {
  const plain = sound(word);
  const list: Entry[] = [];
  for (const key of new Set([plain, single(plain)]))
    for (let length = key.length; length > 0; length -= 1)
      for (const entry of entries.get(key.slice(0, length)) ?? [])
        if (!entry.whole || (length === key.length && key === plain)) list.push(entry);
  return list;
}

function fits(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}

function meantBy(word: string): Entry[] {
  const alike = (byLetter.get(word[0]) ?? []).filter(([start]) => isSlip(word, start));
  return alike.flatMap(([, list]) => list.filter(({ rest }) => rest.length === 0));
}

/** Two letters swapped; in longer words also one missing, too many or wrong, within the known beginning. */
function isSlip(word: string, start: string): boolean {
  let same = 1;
  while (same < start.length && word[same] === start[same]) same += 1;
  if (word[same] === start[same + 1] && word[same + 1] === start[same])
    return word.startsWith(start.slice(same + 2), same + 2);
  if (same < 2 || start.length < 6 || word.length < 7 || same + 1 >= start.length) return false;
  const left = start.slice(same + 1);
  return word.startsWith(left, same) || word.startsWith(left, same + 1) || word.startsWith(start.slice(same), same + 1);
}

function withDenials(ideas: Set<number>, said: Set<number>[], tokens: Token[], at: number): number[] {
  if (ideas.size === 0) return [];
  const before = denial(said, tokens, at);
  const maybe = before <= DENIED_WITHIN || said[at + 1]?.has(NOT_AFTER) === true;
  return [...ideas].flatMap((idea) => [
    ...(before > SURELY_WITHIN || NEVER_DENIED.has(idea) ? [2 * idea] : []),
    ...(maybe ? [2 * idea + 1] : []),
  ]);
}

/** How many words before it something is denied; far when it is not, or when a comma stands between. */
function denial(said: Set<number>[], tokens: Token[], at: number): number {
  for (let back = 1; back <= DENIED_WITHIN && back <= at; back += 1) {
    if ((tokens[at - back + 1]?.start ?? 0) - (tokens[at - back]?.end ?? 0) > 1) return Infinity;
    if (said[at - back]?.has(NOT) === true) return back;
  }
  return Infinity;
}
