import { stemmer } from '@orama/stemmers/italian';
import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Article, WholeKnowledge, LexiconEntry } from '../../protocol/article.ts';
import { plainText } from '../../widget/search/plain-text.ts';
import { isStopWord } from '../../widget/search/stop-words.ts';
import { fold, tokenise } from '../../widget/search/tokens.ts';

export interface Peer {
  name: string;
  /** Ids, best first, at most five. */
  find(question: string): string[];
}

/** One article as other engines are given it: all of it. */
interface Sheet {
  id: string;
  title: string;
  variants: string[];
  summary: string;
  body: string;
  /** The lexicon's other words for what the article says; empty without a lexicon. */
  words: string;
}

const FIELDS = ['title', 'variants', 'summary', 'body', 'words'] as const;
const MOST_HITS = 5;

const MAKERS: Record<string, (sheets: Sheet[]) => Peer['find']> = {
  'Fuse.js': (sheets) => fuse(sheets, {}),
  'Fuse.js ignoreLocation': (sheets) => fuse(sheets, { ignoreLocation: true }),
  'Fuse.js token search': (sheets) => fuse(sheets, { ignoreLocation: true, useTokenSearch: true, tokenMatch: 'any' }),
  'MiniSearch, stems': miniSearch,
};
export const PEERS = Object.keys(MAKERS);

/** Other engines over the same articles and variants, with our lexicon written into the articles or without it. */
export function createPeer(name: string, { articles, lexicon }: WholeKnowledge, withLexicon: boolean): Peer {
  const make = MAKERS[name];
  if (make === undefined) throw new Error(`No such peer: ${name}`);
  const find = make(articles.map((article) => sheetOf(article, withLexicon ? lexicon : [])));
  return { name: withLexicon ? `${name} + lexicon` : name, find };
}

function sheetOf(article: Article, lexicon: LexiconEntry[]): Sheet {
  const { id, title, variants } = article;
  const summary = plainText(article.summary);
  const body = article.sections.map(({ blocks }) => plainText(blocks)).join('\n');
  return { id, title, variants, summary, body, words: otherWords([title, ...variants, summary].join('\n'), lexicon) };
}

function otherWords(text: string, lexicon: LexiconEntry[]): string {
  const said = ` ${folded(text)} `;
  const groups = lexicon.map(({ word, alike }) => [word, ...alike]);
  const touched = groups.filter((group) => group.some((phrase) => said.includes(` ${folded(phrase)} `)));
  return [...new Set(touched.flat())].join(' ');
}

const folded = (text: string): string =>
  tokenise(text)
    .map(({ word }) => word)
    .join(' ');

function fuse(sheets: Sheet[], options: IFuseOptions<Sheet>): Peer['find'] {
  const engine = new Fuse(sheets, { keys: [...FIELDS], ...options });
  return (question) => engine.search(question, { limit: MOST_HITS }).map(({ item }) => item.id);
}

function miniSearch(sheets: Sheet[]): Peer['find'] {
  const engine = new MiniSearch<Sheet>({
    fields: [...FIELDS],
    extractField: (sheet, field) => {
      const value = sheet[field as keyof Sheet];
      return Array.isArray(value) ? value.join('\n') : value;
    },
    processTerm: (term) => (isStopWord(fold(term), 'it') ? null : stemmer(fold(term))),
    searchOptions: { boost: { title: 3, variants: 2, summary: 1.5 }, fuzzy: 0.2, prefix: true },
  });
  engine.addAll(sheets);
  return (question) =>
    engine
      .search(question)
      .slice(0, MOST_HITS)
      .map(({ id }) => String(id));
}
