import type { I18n } from './i18n.ts';
import type { Trouble } from './wire.ts';

/** The same tree with words of another language: what every locale has to be. */
export type SameWords<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : SameWords<Tree[Key]> };

/** What went wrong, and what to do about it. Every code has words of its own in every locale. */
export function troubleWords(i18n: I18n, code: Trouble): { what: string; next: string } {
  return { what: i18n.t(`trouble.${code}.what`), next: i18n.t(`trouble.${code}.next`) };
}
