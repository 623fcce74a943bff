import type { Article } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { plainText } from './plain-text.ts';
import { stem } from './stem.ts';
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

const LANGUAGES: readonly Language[] = ['it', 'en'];

/** BM25's k1: how soon the second match of a word stops adding. */
const SATURATION = 1.2;

/** A title or a variant: one way of asking, compared whole with the question. */
export interface Asking {
  article: number;
  /** Sum of its words' weights. */
  mass: number;
}

export interface ArticleIndex {
  articles: readonly Article[];
  /** How telling something is that is in so many articles: near 0 for all of them, the most for none. */
  weightOfSpread(articles: number): number;
  weightOf(stem: string): number;
  has(stem: string): boolean;
  /** Article number -> how much the stem belongs to it, 0 to 1. */
  matches(stem: string): ReadonlyMap<number, number>;
  askings: readonly Asking[];
  /** Numbers of the askings that contain the stem. */
  askingsWith(stem: string): readonly number[];
  /** Folded words as written in the articles. */
  words: ReadonlySet<string>;
  /** The same, by the language they are written in. */
  wordsOf(lang: Language): Iterable<string>;
}

/**
 * Articles of one id are one article in several languages: it is found by the words of each, and shown as the first of
 * them given.
 */
export function createArticleIndex(versions: readonly Article[]): ArticleIndex {
  const wordsByLanguage = { it: new Set<string>(), en: new Set<string>() };
  const numbers = new Map<string, number>();
  for (const { id } of versions) if (!numbers.has(id)) numbers.set(id, numbers.size);
  const numberOf = ({ id }: Article): number => numbers.get(id) ?? 0;
  const articles: Article[] = [];
  for (const version of versions) articles[numberOf(version)] ??= version;
  const matches = new Map<string, Map<number, number>>();
  for (const lang of LANGUAGES) {
    const spoken = versions.filter((version) => version.lang === lang);
    const fields = spoken.map((version) => ({
      number: numberOf(version),
      stems: stemsByField(version, wordsByLanguage[lang]),
    }));
    const averages = averageLengths(fields.map(({ stems }) => stems));
    for (const { number, stems } of fields) {
      for (const [word, frequency] of weighted(stems, averages)) {
        const found = matches.get(word) ?? new Map<number, number>();
        const match = frequency / (SATURATION + frequency);
        matches.set(word, found.set(number, Math.max(found.get(number) ?? 0, match)));
      }
    }
  }
  const weightOfSpread = (spread: number): number => Math.log(1 + (articles.length - spread + 0.5) / (spread + 0.5));
  const weightOf = (word: string): number => weightOfSpread(matches.get(word)?.size ?? 0);
  const askings: Asking[] = [];
  const askingsWith = new Map<string, number[]>();
  versions.forEach((version) => {
    for (const text of [version.title, ...version.variants]) {
      const stems = new Set(stemsOf(text, version.lang));
      for (const word of stems) addTo(askingsWith, word, askings.length);
      askings.push({ article: numberOf(version), mass: [...stems].reduce((sum, word) => sum + weightOf(word), 0) });
    }
  });
  const nowhere: ReadonlyMap<number, number> = new Map();
  return {
    articles,
    weightOfSpread,
    weightOf,
    has: (word) => matches.has(word),
    matches: (word) => matches.get(word) ?? nowhere,
    askings,
    askingsWith: (word) => askingsWith.get(word) ?? [],
    words: new Set([...wordsByLanguage.it, ...wordsByLanguage.en]),
    wordsOf: (lang) => wordsByLanguage[lang],
  };
}

/** Grows the list in place: copying it each time would make a large index slow to build. */
export function addTo<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

function stemsOf(text: string, lang: Language, words?: Set<string>): string[] {
  const telling = tokenise(text).flatMap(({ word }) => (isStopWord(word, lang) ? [] : [word]));
  for (const word of telling) words?.add(word);
  return telling.map((word) => stem(word, lang));
}

function stemsByField(article: Article, words: Set<string>): Record<Field, string[]> {
  const read = (text: string): string[] => stemsOf(text, article.lang, words);
  return {
    title: read(article.title),
    variants: article.variants.flatMap(read),
    summary: read(plainText(article.summary)),
    body: article.sections.flatMap(({ blocks }) => read(plainText(blocks))),
  };
}

function averageLengths(fields: Record<Field, string[]>[]): Record<Field, number> {
  const average = (name: Field): number =>
    Math.max(1, fields.reduce((sum, field) => sum + field[name].length, 0) / Math.max(1, fields.length));
  return { title: average('title'), variants: average('variants'), summary: average('summary'), body: average('body') };
}

/** Each stem's frequency over all fields, weighted and set against the fields' lengths. */
function weighted(fields: Record<Field, string[]>, averages: Record<Field, number>): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const name of FIELD_NAMES) {
    const { weight, b } = FIELDS[name];
    const length = 1 - b + (b * fields[name].length) / averages[name];
    for (const word of fields[name]) frequencies.set(word, (frequencies.get(word) ?? 0) + weight / length);
  }
  return frequencies;
}
