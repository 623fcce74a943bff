import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Drawer } from '../../widget/core/storage.ts';
import type { Language } from '../../protocol/conversation.ts';
import { formatColumns, parseColumns, type Columns } from './columns.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What an operator arranged to their liking, kept in this browser. */
export interface SettingsModel {
  columns: Columns;
  theme: Theme;
  language: Language;
  /** A short sound for who arrives and who writes: an offer waits for seconds only. On until silenced. */
  sound: boolean;
  /** WCAG 2.1.4: keys can be switched off, for those whose speech or reader types letters. */
  keys: boolean;
}

export interface Settings extends Observable<SettingsModel> {
  change(change: Partial<SettingsModel>): void;
}

/** `first`: what to begin with where nothing was chosen. */
export function createSettings(drawer: Drawer, first: Pick<SettingsModel, 'language' | 'columns'>): Settings {
  const model = createObservable(readSettings(drawer, first));
  return {
    get value() {
      return model.value;
    },
    subscribe: (listener) => model.subscribe(listener),
    change(change) {
      const next = { ...model.value, ...change };
      drawer.set('columns', formatColumns(next.columns));
      drawer.set('theme', next.theme);
      drawer.set('language', next.language);
      drawer.set('sound', String(next.sound));
      drawer.set('keys', String(next.keys));
      model.set(next);
    },
  };
}

function readSettings(drawer: Drawer, first: Pick<SettingsModel, 'language' | 'columns'>): SettingsModel {
  const chosen = drawer.get('language');
  return {
    columns: parseColumns(drawer.get('columns'), first.columns),
    theme: THEMES.find((theme) => theme === drawer.get('theme')) ?? 'system',
    language: chosen === 'it' || chosen === 'en' ? chosen : first.language,
    sound: drawer.get('sound') !== 'false',
    keys: drawer.get('keys') !== 'false',
  };
}
