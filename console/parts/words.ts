import type { I18n } from '../../widget/core/i18n.ts';
import type { Trouble } from '../../widget/core/wire.ts';
import type { Recipient } from '../core/transfers.ts';

/** The citizen's name, or the time at which they came: two without a name must be told apart. */
export function citizenLabel(
  i18n: I18n,
  { citizenName, since }: { citizenName: string | null; since: number },
): string {
  if (citizenName !== null) return citizenName;
  // With the seconds: in a busy minute two come without a name.
  const time = new Intl.DateTimeFormat(i18n.lang, { timeStyle: 'medium' }).format(since);
  return i18n.t('console.nameless', { time });
}

/** The office or the colleague, as this reader calls them. */
export function recipientName(i18n: I18n, to: Recipient): string {
  return 'operator' in to ? to.operator.name : to.name[i18n.lang === 'en' ? 'en' : 'it'];
}

/** The words for a refusal, and those for any refusal where it has none of its own. */
export function refusalWords(i18n: I18n, prefix: string, code: Trouble): string {
  const key = `${prefix}.${code}`;
  const words = i18n.t(key);
  return words === key ? i18n.t(`${prefix}.other`) : words;
}
