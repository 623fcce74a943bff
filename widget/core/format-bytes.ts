import { locale } from './format.ts';
import type { I18n } from './i18n.ts';

/** «84 kB», «2,4 MB»: in thousands, as phones show it. */
export function formatBytes(bytes: number, i18n: I18n): string {
  const inMega = bytes >= 1_000_000;
  return new Intl.NumberFormat(locale(i18n), {
    style: 'unit',
    unit: inMega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: inMega ? 1 : 0,
  }).format(bytes && Math.max(1, bytes / (inMega ? 1_000_000 : 1_000)));
}
