import { createInstance, type TFunction } from 'i18next';
import type { Language } from '../../protocol/conversation.ts';
import en from './locales/en.ts';
import it from './locales/it.ts';

/** The same tree with words of another language: what every locale has to be. */
export type SameWords<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : SameWords<Tree[Key]> };

const i18n = createInstance();
void i18n.init({
  resources: { it: { translation: it }, en: { translation: en } },
  fallbackLng: 'it',
  // Everything is there already, so that it is ready when this module is.
  initAsync: false,
  // Text is escaped where it becomes HTML.
  interpolation: { escapeValue: false },
});

/** What citizens and offices read outside the widget, in one language. */
export function wordsIn(language: Language): TFunction {
  return i18n.getFixedT(language);
}

const LOCALES: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };

/** Moments as people say them, on the clock of the place. */
export function timesIn(language: Language, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone });
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfYear = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit' });
  const between = language === 'it' ? ' alle ' : ' at ';
  return {
    /** «martedì 30 marzo alle 16:50» */
    moment: (at: number): string => day.format(at) + between + time.format(at),
    /** «26 marzo 2027» */
    date: (at: number): string => dayOfYear.format(at),
    /** «16:50» */
    time: (at: number): string => time.format(at),
  };
}
