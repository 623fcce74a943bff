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
  subscribe(listener: () => void): Unsubscribe;
}

export interface I18nOptions {
  lang: string;
  /** Words by language: at hand, or fetched when the language is first wanted. `it` must be there: it fills gaps. */
  resources: Record<string, Words | (() => Promise<Words>)>;
}

const FALLBACK = 'it';

/** Resolves when the words of `lang` are there; an unknown language becomes Italian. */
export async function createI18n({ lang, resources }: I18nOptions): Promise<I18n> {
  const listeners = new Set<() => void>();
  const engine = createInstance();
  const known = (wanted: string): string => (wanted in resources ? wanted : FALLBACK);
  const first = known(lang);

  async function load(wanted: string): Promise<void> {
    const source = resources[wanted];
    if (!source || engine.hasResourceBundle(wanted, 'translation')) return;
    engine.addResourceBundle(wanted, 'translation', typeof source === 'function' ? await source() : source);
  }

  await engine.init({
    lng: first,
    fallbackLng: FALLBACK,
    resources: {},
    // Lit writes text as text: escaping here would show up as entities.
    interpolation: { escapeValue: false },
  });
  await load(first);

  return {
    get lang() {
      return engine.language;
    },
    t: (key, params) => engine.t(key, params ?? {}),
    async change(wanted) {
      const next = known(wanted);
      if (next === engine.language) return;
      await load(next);
      await engine.changeLanguage(next);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      const entry = (): void => listener();
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
  };
}
