import type { Callback, MailState } from '../../protocol/callback.ts';
import { unreachable } from '../../widget/core/unreachable.ts';
import { formatDeskTime, formatTime } from '../../widget/core/format.ts';
import { formatMoment } from '../../widget/core/format-date.ts';
import type { I18n } from '../../widget/core/i18n.ts';
import { nearnessOf, stretchOf } from '../core/due.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** «2 ore», «40 minuti», «3 giorni». */
export function stretchWords(ms: number, i18n: I18n): string {
  const { unit, count } = stretchOf(ms);
  return i18n.t(`console.stretch.${unit}`, { count });
}

/** «scaduta da 2 ore», «entro 40 minuti», «oggi alle 14», «domani, martedì, alle 9». */
export function dueWords({ dueAt }: Pick<Callback, 'dueAt'>, now: number, i18n: I18n): string {
  if (nearnessOf({ dueAt }, now) === 'overdue') {
    return i18n.t('console.callbacks.overdue', { stretch: stretchWords(now - dueAt, i18n) });
  }
  if (dueAt - now < HOUR_MS) return i18n.t('console.callbacks.soon', { stretch: stretchWords(dueAt - now, i18n) });
  return formatDeskTime(dueAt, now, i18n);
}

/** Where a mail stands, and what follows from it. */
export function mailWords(mail: MailState, now: number, i18n: I18n): string {
  switch (mail.name) {
    case 'retrying': {
      const { nextAt } = mail;
      if (nextAt - now < DAY_MS) return i18n.t('console.callbacks.mail.retrying', { time: formatTime(nextAt, i18n) });
      return i18n.t('console.callbacks.mail.retrying-day', { when: formatDeskTime(nextAt, now, i18n) });
    }
    case 'queued':
    case 'sent':
    case 'failed':
    case 'no-server':
      return i18n.t(`console.callbacks.mail.${mail.name}`);
    default:
      return unreachable(mail);
  }
}

/** What the other server said, for who has to find out why a mail does not leave; '' where there is nothing. */
export const mailWhy = (mail: MailState): string => ('why' in mail ? mail.why : '');

/** «24 novembre 2026, 14:05», shorter for today: «oggi alle 14:05». */
export const momentWords = (at: number, now: number, i18n: I18n): string =>
  Math.abs(now - at) < DAY_MS / 2 ? formatTime(at, i18n) : formatMoment(at, i18n);

/** A number as telephones take it. */
export const telLink = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/g, '')}`;
