import { randomInt } from 'node:crypto';

/** Without those that look alike when read out or copied from paper: i l o 0 1. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Eighty bits, in groups that can be dictated: `k7hm-q2wd-9xtf-b4np`. */
export function newPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
