import Fuse from 'fuse.js';
import * as z from 'zod';

/** What the schema of the file is made of. Messages say what to write instead; who reads them has the line before. */

/** Told of a word that is none of `known`: which one was meant, as far as can be told, and which there are. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = new Fuse(known, { threshold: 0.5, ignoreLocation: true }).search(word.toLowerCase());
  const [nearest] = word.length > 2 ? near : [];
  const meant = nearest ? `did you mean "${nearest.item}"? ` : '';
  return `there is no "${word}": ${meant}${known.length > 0 ? `Known: ${known.join(', ')}` : 'none is known'}`;
}

/** Keys indented below one; any other key is refused, with the one that was probably meant. */
export function section<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  const stranger = z.unknown().refine(() => false, { error: ({ path }) => didYouMean(String(path?.at(-1)), known) });
  const error = ({ input }: { input?: unknown }): string =>
    `${input === undefined ? 'it is missing: ' : ''}write its keys below it, indented: ${known.join(', ')}`;
  return z.object(shape, { error }).catchall(stranger);
}

/** `what` is a sample to go by. */
export const text = (max: number, what: string) =>
  z
    .string({
      error: ({ input }) => (input === undefined ? `it is missing: write ${what}` : `write ${what}, in quotes`),
    })
    .trim()
    .min(1, `it is empty: write ${what}`)
    .max(max, `it is too long: at most ${max} characters`);

/** Without line breaks and other characters that nobody sees. */
export const line = (max: number, what: string) =>
  text(max, what).refine((value) => !/\p{Cc}/u.test(value), {
    error: `it has a line break: write ${what}, on one line`,
    abort: true,
  });

export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, {
    error: ({ input }) => (typeof input === 'string' ? didYouMean(input, words) : `write one of ${words.join(', ')}`),
  });

export const yesOrNo = z.boolean({ error: 'write true or false' });

export const wholeNumber = (min: number, max: number) => {
  const error = `write a whole number from ${min} to ${max}`;
  return z.number({ error }).int(error).min(min, error).max(max, error);
};

/** One to a line with a dash before it, or in brackets. Nothing is none. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, { error: 'write a list: each on a line of its own, with a dash before it' }).nullish();

const UNITS = { s: 1000, min: 60_000, h: 60 * 60_000 } as const;

/** `20 s`, `15 min`, `2 h`; the bounds are written alike. @returns milliseconds */
export function duration(min: string, max: string) {
  const error = `write a duration from ${min} to ${max}, such as ${min}`;
  return z.string({ error }).transform((value, context) => {
    const ms = milliseconds(value);
    if (ms !== null && ms >= (milliseconds(min) ?? 0) && ms <= (milliseconds(max) ?? 0)) return ms;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });
}

function milliseconds(value: string): number | null {
  const parts = /^(\d{1,6}) ?(s|min|h)$/.exec(value.trim());
  return parts && Number(parts[1]) * UNITS[parts[2] as keyof typeof UNITS];
}

/** A day that exists, as YYYY-MM-DD. */
export const date = z
  .string({ error: 'write a date, such as 2027-06-17' })
  .trim()
  .refine((value) => isDate(value), { error: 'write a date that exists, year first, such as 2027-06-17' });

/** A day of every year, as MM-DD. */
export const dayOfYear = z
  .string({ error: 'write month and day in quotes, such as "06-17"' })
  .trim()
  .refine((value) => isDate(`2028-${value}`), { error: 'write month and day that exist, such as "06-17" for 17 June' });

function isDate(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
