import * as z from 'zod/mini';

/** Letters, digits, signs, pictures: anything that somebody would see. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164]/u;
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;
/** They turn what stands behind them around, and can make one word look like another. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** What people typed, in the one form that can be stored, shown and mailed. Where nothing can be seen: nothing. */
function cleanText(typed: string): string {
  const text = plain(typed).trim();
  return VISIBLE.test(text) ? text : '';
}

/** The same, of what stands in one line: names go into letters, lists and titles. */
function cleanLine(typed: string): string {
  return cleanText(plain(typed).replace(TURNS, '').replace(/\s+/gu, ' '));
}

function plain(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/gu, '\n').replace(CONTROLS, '');
}

/** Text of several lines, which may be empty. */
export const text = (most: number) => z.string().check(z.overwrite(cleanText), z.maxLength(most));

/** Text of several lines in which there is something to read. */
export const someText = (most: number) => text(most).check(z.minLength(1));

/** One line, which may be empty. */
export const line = (most: number) => z.string().check(z.overwrite(cleanLine), z.maxLength(most));

/** One line in which there is something to read. */
export const someLine = (most: number) => line(most).check(z.minLength(1));

/** What is stored while it is typed: as it is, blanks at its ends included. */
export const draft = (most: number) => z.string().check(z.overwrite(plain), z.maxLength(most));
