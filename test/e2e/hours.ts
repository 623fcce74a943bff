const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const SAID = ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'] as const;

const inRome = (options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'Europe/Rome' }).format();

function today(): number {
  return DAYS.findIndex((day) => inRome({ weekday: 'short' }).toLowerCase().startsWith(day));
}

/** «domani, martedì», as citizens read it. */
export function tomorrowInWords(): string {
  return `domani, ${SAID[(today() + 1) % 7] ?? ''}`;
}

/** Settings: closed all day today, and open from 9:00 to 13:15 on every other day. */
export function closedToday(): string {
  const days = DAYS.filter((_day, index) => index !== today())
    .map((day) => `${day}: 9:00-13:15`)
    .join(', ');
  return hours(`{ ${days} }`);
}

/** Settings: open today, and closing within half an hour. */
export function closingSoon(): string {
  const [hour = 0, minute = 0] = inRome({ hour: '2-digit', minute: '2-digit' }).split(':').map(Number);
  const closes = Math.min(24 * 60, hour * 60 + minute + 30);
  const at = `${Math.floor(closes / 60)}:${String(closes % 60).padStart(2, '0')}`;
  return hours(`{ ${DAYS[today()] ?? ''}: 0:00-${at} }`);
}

const hours = (both: string): string => `holidays: { national: false }\nhours:\n  chat: ${both}\n  lis: ${both}\n`;
