import type { Article } from '../../protocol/article.ts';
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
}

export function createArticleIndex(articles: readonly Article[]): ArticleIndex {
  const words = new Set<string>();
  const fields = articles.map((article) => stemsByField(article, words));
  const averages = averageLengths(fields);
  const matches = new Map<string, Map<number, number>>();
  fields.forEach((field, number) => {
    for (const [word, frequency] of weighted(field, averages)) {
      const found = matches.get(word) ?? new Map<number, number>();
      matches.set(word, found.set(number, frequency / (SATURATION + frequency)));
    }
  });
  const weightOfSpread = (spread: number): number => Math.log(1 + (articles.length - spread + 0.5) / (spread + 0.5));
  const weightOf = (word: string): number => weightOfSpread(matches.get(word)?.size ?? 0);
  const askings: Asking[] = [];
  const askingsWith = new Map<string, number[]>();
  articles.forEach((article, number) => {
    for (const text of [article.title, ...article.variants]) {
      const stems = new Set(stemsOf(text));
      for (const word of stems) addTo(askingsWith, word, askings.length);
      askings.push({ article: number, mass: [...stems].reduce((sum, word) => sum + weightOf(word), 0) });
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
    words,
  };
}

/** Grows the list in place: copying it each time would make a large index slow to build. */
export function addTo<Key>(lists: Map<Key, number[]>, key: Key, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

function stemsOf(text: string, words?: Set<string>): string[] {
  const telling = tokenise(text).flatMap(({ word }) => (isStopWord(word, 'it') ? [] : [word]));
  for (const word of telling) words?.add(word);
  return telling.map(stem);
}

function stemsByField(article: Article, words: Set<string>): Record<Field, string[]> {
  return {
    title: stemsOf(article.title, words),
    variants: article.variants.flatMap((variant) => stemsOf(variant, words)),
    summary: stemsOf(plainText(article.summary), words),
    body: article.sections.flatMap(({ blocks }) => stemsOf(plainText(blocks), words)),
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
