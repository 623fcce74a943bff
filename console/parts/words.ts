import { formatTime } from '../../widget/core/format.ts';
import type { I18n } from '../../widget/core/i18n.ts';
import type { Trouble } from '../../widget/core/wire.ts';

/** The citizen's name, or the time at which they came: two without a name must be told apart. */
export function citizenLabel(
  i18n: I18n,
  { citizenName, since }: { citizenName: string | null; since: number },
): string {
  return citizenName ?? i18n.t('console.nameless', { time: formatTime(since, i18n) });
}

/** The words for a refusal, and those for any refusal where it has none of its own. */
export function refusalWords(i18n: I18n, prefix: string, code: Trouble): string {
  const key = `${prefix}.${code}`;
  const words = i18n.t(key);
  return words === key ? i18n.t(`${prefix}.other`) : words;
}
