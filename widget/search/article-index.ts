import type { Article } from '../../protocol/article.ts';
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

/** Where a stem is: the articles' numbers, ascending, and beside each how much the stem belongs to it, 0 to 1. */
export interface Places {
  readonly articles: readonly number[];
  readonly matches: readonly number[];
}

export interface ArticleIndex {
  articles: readonly Article[];
  /** How telling something is that is in so many articles: near 0 for all of them, the most for none. */
  weightOfSpread(articles: number): number;
  weightOf(stem: string): number;
  has(stem: string): boolean;
  placesOf(stem: string): Places;
  /** Each title and variant is one way of asking, compared whole with the question. Their articles' numbers. */
  askings: readonly number[];
  /** The sum of the weights of each one's words. */
  masses: readonly number[];
  /** Numbers of the askings that contain the stem, ascending. */
  askingsWith(stem: string): readonly number[];
  /** At most so many of the articles' folded words that begin so, the shortest first. */
  wordsBeginning(prefix: string, most: number): string[];
  /** Folded words as written in the articles of a language. */
  wordsOf(lang: Language): ReadonlySet<string>;
}

const NOWHERE: Places = { articles: [], matches: [] };
const NONE: readonly number[] = [];

/** The stems of one version of an article, in one language. */
interface Version {
  article: Article;
  fields: Record<Field, string[]>;
  askings: string[][];
}

/**
 * Articles of one id are one article in several languages: it is found by the words of each, and shown as the first of
 * them given.
 */
export function* buildArticleIndex(given: readonly Article[]): Steps<ArticleIndex> {
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
  const places = new Map<string, { articles: number[]; matches: number[] }>();
  for (const [number, spoken] of [...byId.values()].entries()) {
    for (const [word, match] of matchesOf(spoken, averages)) {
      const found = places.get(word) ?? { articles: [], matches: [] };
      if (found.articles.length === 0) places.set(word, found);
      found.articles.push(number);
      found.matches.push(match);
    }
    yield;
  }

  const weightOfSpread = (spread: number): number => Math.log(1 + (articles.length - spread + 0.5) / (spread + 0.5));
  const weightOf = (word: string): number => weightOfSpread(places.get(word)?.articles.length ?? 0);
  const numbers = new Map([...byId.keys()].map((id, number) => [id, number]));
  const askings: number[] = [];
  const masses: number[] = [];
  const askingsWith = new Map<string, number[]>();
  for (const { article, askings: asked } of versions) {
    for (const text of asked) {
      const stems = new Set(text);
      let mass = 0;
      for (const word of stems) {
        addTo(askingsWith, word, askings.length);
        mass += weightOf(word);
      }
      askings.push(numbers.get(article.id) ?? 0);
      masses.push(mass);
    }
    yield;
  }
  const byLength = [...new Set([...words.it, ...words.en])].sort((a, b) => a.length - b.length);
  return {
    articles,
    weightOfSpread,
    weightOf,
    has: (word) => places.has(word),
    placesOf: (word) => places.get(word) ?? NOWHERE,
    askings,
    masses,
    askingsWith: (word) => askingsWith.get(word) ?? NONE,
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

/** Grows the list in place: copying it each time would make a large index slow to build. */
function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function readVersion(article: Article, words: Set<string>): Version {
  const read = (text: string): string[] => {
    const telling = tokenise(text).flatMap(({ word }) => (isStopWord(word, article.lang) ? [] : [word]));
    for (const word of telling) words.add(word);
    return telling.map((word) => stem(word, article.lang));
  };
  const title = read(article.title);
  const variants = article.variants.map(read);
  const summary = read(plainText(article.summary));
  const body = article.sections.flatMap(({ blocks }) => read(plainText(blocks)));
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
function matchesOf(versions: Version[], averages: Record<Language, Lengths>): Map<string, number> {
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
