import type { Language } from '../../protocol/conversation.ts';
import type { CannedReply } from '../../protocol/office.ts';

/** A reply that fits what was typed after `/`. */
export interface FittingReply {
  key: string;
  text: string;
  /** The text's language: Italian where there is none in the citizen's. */
  lang: Language;
}

/** The `/word` that the caret stands at the end of: from where, and what after the slash. */
export interface Slash {
  start: number;
  query: string;
}

/** More than these are one key more away. */
const MOST = 8;

/** `/` opens the list at the start of a word only: «e/o», «24/7» and addresses are left alone. */
export function slashAt(text: string, caret: number): Slash | null {
  const found = /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret));
  if (found === null) return null;
  const query = found[1] ?? '';
  return { start: caret - query.length - 1, query };
}

/** By the key first, then by a word of the text; all of them for an empty query. */
export function fittingReplies(query: string, replies: readonly CannedReply[], language: Language): FittingReply[] {
  const wanted = plain(query);
  const inLanguage = replies.map(({ key, text }): FittingReply => {
    const own = text[language];
    return own === undefined ? { key, text: text.it, lang: 'it' } : { key, text: own, lang: language };
  });
  const byKey = inLanguage.filter(({ key }) => plain(key).startsWith(wanted));
  const byText = inLanguage.filter(
    (reply) => !byKey.includes(reply) && (plain(reply.key).includes(wanted) || hasWord(reply.text, wanted)),
  );
  return [...byKey, ...byText].slice(0, MOST);
}

const hasWord = (text: string, wanted: string): boolean =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(wanted));

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
