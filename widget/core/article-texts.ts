import type { ArticleHead, ArticleSoFar, ArticleTexts, Knowledge } from '../../protocol/article.ts';
import type { HelpDesk } from './help-desk.ts';
import { createObservable, type Observable } from './observable.ts';

export type TextsState = 'loading' | 'ready' | 'failed';

/** What is read once an article is opened: fetched in the background by who looks for an answer, not by who came to talk. */
export interface Texts extends Observable<TextsState> {
  /** With its text, where that has arrived. */
  whole(article: ArticleHead): ArticleSoFar;
  /** Fetches again what could not be had. */
  retry(): void;
}

type Needed = Pick<HelpDesk, 'shelf' | 'fetchTexts' | 'i18n'>;

/** One for each shelf: the first who looks for an answer makes it. */
const known = new WeakMap<HelpDesk['shelf'], Texts>();

export function textsFor(desk: Needed): Texts {
  const texts = known.get(desk.shelf) ?? createTexts(desk);
  known.set(desk.shelf, texts);
  return texts;
}

function createTexts({ shelf, fetchTexts, i18n }: Needed): Texts {
  const state = createObservable<TextsState>('loading');
  /** By language; of the version that is on the shelf. */
  let arrived = new Map<string, { version: string; texts: ArticleTexts }>();
  /** The same one each time, so that nothing is drawn again for it. */
  const joined = new WeakMap<ArticleHead, ArticleSoFar>();
  /** The version that the server no longer had: asked for once, for it might not have it the next time either. */
  let outdated = '';

  async function load(): Promise<void> {
    const now = shelf.value;
    if (now.name !== 'ready') return;
    const isCurrent = (lang: string, version: string): boolean =>
      now.sources.some((source) => source.lang === lang && source.version === version);
    arrived = new Map([...arrived].filter(([lang, { version }]) => isCurrent(lang, version)));
    state.set('loading');
    const found = await Promise.all(now.sources.map(read)).catch(() => null);
    if (shelf.value !== now) return;
    if (found === null) return state.set('failed');
    const missing = now.sources.find((_, number) => found[number] === null);
    if (missing === undefined) {
      const kept = found.flatMap((one) => one ?? []);
      arrived = new Map(kept.map((one) => [one.lang, one]));
      return state.set('ready');
    }
    const { version } = missing;
    if (version === outdated) return state.set('failed');
    outdated = version;
    // The articles have changed since: what is on the shelf goes with them.
    void shelf.load(i18n.lang);
  }

  async function read({ lang, version }: Knowledge) {
    const before = arrived.get(lang);
    if (before?.version === version) return { lang, ...before };
    const texts = await fetchTexts(lang, version);
    return texts && { lang, version, texts };
  }

  shelf.subscribe(() => void load());
  void load();
  return {
    get value() {
      return state.value;
    },
    subscribe: state.subscribe,
    whole(article) {
      const before = joined.get(article);
      const text = arrived.get(article.lang)?.texts[article.id];
      if (before || !text) return before ?? article;
      const whole = { ...article, ...text };
      joined.set(article, whole);
      return whole;
    },
    retry() {
      outdated = '';
      void load();
    },
  };
}
