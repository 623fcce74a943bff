import { createInstance } from 'i18next';
import type { Unsubscribe } from './observable.ts';

/** Words of one language: a tree whose leaves are i18next strings (`{{name}}`, `_one`/`_other`). */
export interface Words {
  readonly [key: string]: string | Words;
}

export interface I18n {
  /** BCP 47: `it`, `en`. */
  readonly lang: string;
  /** The words for a dotted key; `count` picks the plural. The key itself comes back where words are missing. */
  t(key: string, params?: Record<string, string | number>): string;
  /** Resolves once the new language's words are there and listeners have been told. */
  change(lang: string): Promise<void>;
  /** More words, for a part of the screen that comes later. Resolves once those of the present language are there.
   * The same resources twice are the same words. */
  extend(resources: Resources): Promise<void>;
  subscribe(listener: () => void): Unsubscribe;
}

/** Words by language: at hand, or a module of them, fetched when the language is first wanted. */
export type Resources = Record<string, Words | (() => Promise<{ default: Words }>)>;

export interface I18nOptions {
  lang: string;
  /** `it` must be among them: an unknown language becomes Italian. */
  resources: Resources;
}

const FALLBACK = 'it';
/** i18next's own name for the one namespace we use. */
const SPACE = 'translation';

/** Resolves when the words of `lang` are there. */
export async function createI18n({ lang, resources }: I18nOptions): Promise<I18n> {
  const listeners = new Set<() => void>();
  const bundles = [resources];
  const known = (wanted: string): string => (wanted in resources ? wanted : FALLBACK);
  const engine = createInstance();

  async function load(wanted: string, bundle: Resources): Promise<void> {
    const source = bundle[wanted];
    if (!source) return;
    const words = typeof source === 'function' ? (await source()).default : source;
    engine.addResourceBundle(wanted, SPACE, words, true);
    // Fetched or given, once is enough.
    bundle[wanted] = words;
  }

  const loadAll = (wanted: string): Promise<unknown> => Promise.all(bundles.map((bundle) => load(wanted, bundle)));

  await engine.init({
    lng: known(lang),
    fallbackLng: false,
    resources: {},
    // Lit writes text as text: escaping here would show up as entities.
    interpolation: { escapeValue: false },
  });
  await loadAll(engine.language);

  return {
    get lang() {
      return engine.language;
    },
    t: (key, params) => engine.t(key, params ?? {}),
    async change(wanted) {
      const next = known(wanted);
      if (next === engine.language) return;
      await loadAll(next);
      await engine.changeLanguage(next);
      for (const listener of listeners) listener();
    },
    async extend(more) {
      if (!bundles.includes(more)) bundles.push(more);
      await load(engine.language, more);
    },
    subscribe(listener) {
      const entry = (): void => listener();
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
  };
}
