import type { Article, Topic } from './article.ts';
import type { Language } from './conversation.ts';
import type { FileFinding } from './editors.ts';
import type { Notice } from './notice.ts';

/* What the editors' preview tells its page, over HTTP on their own machine. */

/** `GET /kb/state` */
export interface PreviewState {
  topics: Topic[];
  articles: PreviewArticle[];
  findings: FileFinding[];
  /** All of them, whenever they hold. */
  notices: Notice[];
}

export interface PreviewArticle {
  article: Article;
  /** Relative to the knowledge base, as in the findings. */
  file: string;
  /** Null for other languages than Italian. */
  gulpease: number | null;
}

/** `GET /kb/check?lang=…&id=…`: what only asking the search can tell of one article. */
export interface PreviewCheck {
  findings: FileFinding[];
}

/** `GET /kb/ask?q=…` */
export interface PreviewAnswer {
  decision: 'answer' | 'unsure' | 'none' | 'emergency';
  hits: PreviewHit[];
}

export interface PreviewHit {
  id: string;
  lang: Language;
  title: string;
  /** 0 to 1. */
  score: number;
  /** Word by word of the question, small words left out. */
  words: WordFound[];
}

export type Place = 'title' | 'variants' | 'summary' | 'body';

export interface WordFound {
  /** As asked. */
  word: string;
  /** What stands in the article for it: another form of the word, or one that the lexicon says is alike. */
  as: string | null;
  /** Where; empty when it is nowhere in the article. */
  places: Place[];
}
