import type { ArticleHead } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { plainText } from './plain-text.ts';
import { stem } from './stem.ts';
import type { Steps } from './steps.ts';
import { isStopWord } from './stop-words.ts';
import { tokenise } from './tokens.ts';

/** Weight of a match in a field, and how far a field's length counts against it (BM25F's w and b). */
const FIELDS = {
  title: { weight: 3, b: 0.3 },
  variants: { weight: 2, b: 0.3 },
  summary: { weight: 1.5, b: 0.5 },
  body: { weight: 0.6, b: 0.6 },
} as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];

/** BM25's k1: how soon the second match of a word stops adding. */
const SATURATION = 1.2;

/** A stretch of a long list, end excluded. Lists in one piece are read several times faster than thousands of short ones. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface ArticleIndex {
  articles: readonly ArticleHead[];
  /** How telling something is that is in so many articles: near 0 for all of them, the most for none. */
  weightOfSpread(articles: number): number;
  weightOf(stem: string): number;
  has(stem: string): boolean;
  /** Where a stem stands in `places` and `matches`. */
  placesOf(stem: string): Stretch;
  /** Numbers of articles, ascending for each stem, and beside each how much the stem belongs to it, 0 to 1. */
  places: Int32Array;
  matches: Float64Array;
  /** Where a stem stands in `asked`. */
  askedOf(stem: string): Stretch;
  /** Numbers of askings, ascending for each stem: each title and variant is one way of asking, compared whole. */
  asked: Int32Array;
  /** The article's number of each asking, and how much a word in common says of it: more of a short one. */
  askings: Int32Array;
  shortness: Float64Array;
  /** At most so many of the articles' folded words that begin so, the shortest first. */
  wordsBeginning(prefix: string, most: number): string[];
  /** Folded words as written in the articles of a language. */
  wordsOf(lang: Language): ReadonlySet<string>;
}

const NOWHERE: Stretch = { from: 0, to: 0 };

/** The stems of one version of an article, in one language. */
interface Version {
  article: ArticleHead;
  fields: Record<Field, string[]>;
  askings: string[][];
}

/**
 * Articles of one id are one article in several languages: it is found by the words of each, and shown as the first of
 * them given.
 */
export function* buildArticleIndex(given: readonly ArticleHead[]): Steps<ArticleIndex> {
  const words = { it: new Set<string>(), en: new Set<string>() };
  const versions: Version[] = [];
  for (const article of given) {
    versions.push(readVersion(article, words[article.lang]));
    yield;
  }
  const averages = { it: averageLengths(versions, 'it'), en: averageLengths(versions, 'en') };
  const byId = new Map<string, Version[]>();
  for (const version of versions) addTo(byId, version.article.id, version);
  const articles = [...byId.values()].flatMap(([shown]) => shown?.article ?? []);
  const articlesOf = new Map<string, number[]>();
  const matchesOf = new Map<string, number[]>();
  for (const [number, spoken] of [...byId.values()].entries()) {
    for (const [word, match] of matchesIn(spoken, averages)) {
      addTo(articlesOf, word, number);
      addTo(matchesOf, word, match);
    }
    yield;
  }

  const weightOfSpread = (spread: number): number => Math.log(1 + (articles.length - spread + 0.5) / (spread + 0.5));
  const weightOf = (word: string): number => weightOfSpread(articlesOf.get(word)?.length ?? 0);
  const numbers = new Map([...byId.keys()].map((id, number) => [id, number]));
  const askings: number[] = [];
  const masses: number[] = [];
  const askingsOf = new Map<string, number[]>();
  for (const { article, askings: asked } of versions) {
    for (const text of asked) {
      const stems = new Set(text);
      let mass = 0;
      for (const word of stems) {
        addTo(askingsOf, word, askings.length);
        mass += weightOf(word);
      }
      askings.push(numbers.get(article.id) ?? 0);
      masses.push(mass);
    }
    yield;
  }
  const placeOf = stretches(articlesOf);
  const places = Int32Array.from([...articlesOf.values()].flat());
  yield;
  const matches = Float64Array.from([...matchesOf.values()].flat());
  yield;
  const askedOf = stretches(askingsOf);
  const asked = Int32Array.from([...askingsOf.values()].flat());
  yield;
  const byLength = [...new Set([...words.it, ...words.en])].sort((a, b) => a.length - b.length);
  return {
    articles,
    weightOfSpread,
    weightOf,
    has: (word) => placeOf.has(word),
    placesOf: (word) => placeOf.get(word) ?? NOWHERE,
    places,
    matches,
    askedOf: (word) => askedOf.get(word) ?? NOWHERE,
    asked,
    askings: Int32Array.from(askings),
    shortness: Float64Array.from(masses, (mass) => 1 / Math.sqrt(mass)),
    wordsBeginning(prefix, most) {
      const found: string[] = [];
      for (const word of byLength) {
        if (found.length === most) break;
        if (word.startsWith(prefix)) found.push(word);
      }
      return found;
    },
    wordsOf: (lang) => words[lang],
  };
}

/** Where each list stands when they are put one behind the other. */
function stretches(lists: ReadonlyMap<string, readonly number[]>): Map<string, Stretch> {
  const found = new Map<string, Stretch>();
  let from = 0;
  for (const [key, { length }] of lists) {
    found.set(key, { from, to: from + length });
    from += length;
  }
  return found;
}

/** Grows the list in place: copying it each time would make a large index slow to build. */
function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function readVersion(article: ArticleHead, words: Set<string>): Version {
  const read = (text: string): string[] => {
    const telling = tokenise(text).flatMap(({ word }) => (isStopWord(word, article.lang) ? [] : [word]));
    for (const word of telling) words.add(word);
    return telling.map((word) => stem(word, article.lang));
  };
  const title = read(article.title);
  const variants = article.variants.map(read);
  const summary = read(plainText(article.summary));
  const body = read(article.words);
  return { article, fields: { title, variants: variants.flat(), summary, body }, askings: [title, ...variants] };
}

type Lengths = Record<Field, number>;

function averageLengths(versions: Version[], lang: Language): Lengths {
  const spoken = versions.filter(({ article }) => article.lang === lang);
  const average = (name: Field): number =>
    Math.max(1, spoken.reduce((sum, { fields }) => sum + fields[name].length, 0) / Math.max(1, spoken.length));
  return { title: average('title'), variants: average('variants'), summary: average('summary'), body: average('body') };
}

/** How much each stem belongs to an article: as much as to that version of it to which it belongs most. */
function matchesIn(versions: Version[], averages: Record<Language, Lengths>): Map<string, number> {
  const matches = new Map<string, number>();
  for (const { article, fields } of versions)
    for (const [word, frequency] of frequencies(fields, averages[article.lang]))
      matches.set(word, Math.max(matches.get(word) ?? 0, frequency / (SATURATION + frequency)));
  return matches;
}

/** Each stem's frequency over all fields, weighted and set against the fields' lengths. */
function frequencies(fields: Record<Field, string[]>, averages: Lengths): Map<string, number> {
  const counted = new Map<string, number>();
  for (const name of FIELD_NAMES) {
    const { weight, b } = FIELDS[name];
    const length = 1 - b + (b * fields[name].length) / averages[name];
    for (const word of fields[name]) counted.set(word, (counted.get(word) ?? 0) + weight / length);
  }
  return counted;
}
