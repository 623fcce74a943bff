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

/** Settings under which the desk is closed all day today, and open from 9:00 to 13:15 on every other day. */
export function closedToday(): string {
  const days = DAYS.filter((_day, index) => index !== today()).join(', ');
  return `holidays: { national: false }\nhours:\n  chat:\n    ${days}: 9:00-13:15\n  lis:\n    ${days}: 9:00-13:15\n`;
}

/** Settings under which the desk is open today and closes within half an hour. */
export function closingSoon(): string {
  const [hour = 0, minute = 0] = inRome({ hour: '2-digit', minute: '2-digit' }).split(':').map(Number);
  const closes = Math.min(24 * 60, hour * 60 + minute + 30);
  const at = `${Math.floor(closes / 60)}:${String(closes % 60).padStart(2, '0')}`;
  return `holidays: { national: false }\nhours:\n  chat:\n    ${DAYS[today()] ?? ''}: 0:00-${at}\n  lis: never\n`;
}
