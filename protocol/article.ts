import type { Language } from './conversation.ts';

/**
 * An article as it travels: Markdown is read on the server, and the browser gets a small tree that it draws with its
 * own templates. There is no HTML in it, so there is nothing to sanitise and nothing to smuggle in.
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  /** `href` is https:, mailto: or tel: and nothing else. */
  | { type: 'link'; href: string; children: Inline[] }
  /** To another article of the same language, or to a section of it or of this one; both are there. */
  | { type: 'article'; id: string; section?: SectionName; children: Inline[] };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  /** Each item is a list of blocks. */
  | { type: 'list'; ordered: boolean; items: Block[][] };

/** The parts an answer is made of, in this order on screen. */
export const SECTIONS = ['steps', 'needs', 'costs', 'deadlines', 'where', 'notes'] as const;
export type SectionName = (typeof SECTIONS)[number];

export interface Section {
  name: SectionName;
  blocks: Block[];
}

export interface Link {
  label: string;
  /** https:, mailto: or tel: */
  href: string;
}

/** The same answer in Italian Sign Language. Addresses are relative to the server, and change with what is in them. */
export interface LisVideo {
  video: string;
  type: 'video/mp4' | 'video/webm';
  /** WebVTT, in the article's language. */
  captions: string;
}

/** What an article is found by, and what is shown of it before its text: this travels first. */
export interface ArticleHead {
  id: string;
  lang: Language;
  topic: string;
  /** The citizen's question. */
  title: string;
  /** Other ways of asking it. */
  variants: string[];
  /** The short answer: at most 60 words. */
  summary: Block[];
  /** Words of its sections that tell it from other articles, folded: the search looks there too. */
  words: string;
  /** Local dates, YYYY-MM-DD. */
  updated: string;
  verifyBy: string;
  /** Local dates, the first and the last day on which it holds; one that does not hold today is not sent. */
  validFrom?: string;
  validUntil?: string;
  related: string[];
  lis?: LisVideo;
}

/** What is read once an article is opened. */
export interface ArticleText {
  /** The office that answers for it. */
  office: string;
  sections: Section[];
  actions: Link[];
  sources: Link[];
}

export interface Article extends ArticleHead, ArticleText {}

/** Its text may still be on its way. */
export type ArticleSoFar = ArticleHead & Partial<ArticleText>;

export interface Topic {
  id: string;
  title: string;
  description: string;
}

/** One group of words that mean the same to a citizen, the office's own word first. */
export interface LexiconEntry {
  word: string;
  alike: string[];
  /** These words speak of what no article answers, each of something else. */
  outside?: boolean | undefined;
}

/** What words of questions speak for, packed: see `widget/search/learned-pack.ts`. */
export interface LearnedWords {
  /** Of the articles it is about. */
  ids: string[];
  words: string;
  counts: string;
  places: string;
  weights: string;
}

/** `GET /api/knowledge/<lang>`: all a browser needs to search and to list. The version is its ETag. */
export interface Knowledge {
  lang: Language;
  /** Changes whenever anything in it does, or in the articles' texts. */
  version: string;
  topics: Topic[];
  articles: ArticleHead[];
  /** With the Italian articles, which whoever reads another language fetches as well; else empty. */
  lexicon: LexiconEntry[];
  /** Made of questions that people asked: `npm run search:learn`. */
  learned?: LearnedWords;
  /** Ids of the articles to show first while there are no statistics. */
  featured: string[];
}

/** `GET /api/knowledge/<lang>/<version>/texts`: by the articles' ids. Never changes; 404 once there is another version. */
export type ArticleTexts = Record<string, ArticleText>;

/** As the server has it. */
export interface WholeKnowledge extends Knowledge {
  articles: Article[];
}
