import { describe, expect, test } from 'vitest';
import { newPassword } from '../../../server/identity/new-password.ts';
import { isWeak } from '../../../server/identity/password-rule.ts';

const OWN = ['maria.rossi', 'Maria R.'];

describe('SE-10 a password is refused', () => {
  test.each([
    ['that is short', 'tr4monto-v'],
    ['that is longer than the form', 'una frase '.repeat(21)],
    ['that everybody tries', 'password1234'],
    ['that everybody tries, with a capital and a mark', 'Password2026!'],
    ['from the keyboard', 'qwertyuiop12'],
    ['that counts', '123456789012'],
    ['of one letter', 'aaaaaaaaaaaaaaa'],
    ['of one word over and over', 'ciaociaociaociao'],
    ['of the user name', 'maria.rossi2026'],
    ['of the name, spelt like numbers', 'm4ria.r0ssi2026'],
    ['of a month', 'Settembre2026!'],
    ['of two weekdays', 'lunedimartedi'],
    ['of the desk’s own words', 'Sportello2026!'],
    ['of the office’s words', 'ufficiotributi'],
    ['of a welcome', 'Benvenuta2026!'],
    ['of one long word', 'amministrazione'],
    ['of a city', 'comunedipisa1'],
    ['of a club and its year', 'juventus1897!'],
  ])('%s', (_name, password) => {
    expect(isWeak(password, OWN)).toBe(true);
  });

  test.each(['una frase lunga', 'cavallo giallo sopra il tetto', 'tr4monto-verde-9', 'perché no? così!'])(
    'but not «%s»',
    (password) => {
      expect(isWeak(password, OWN)).toBe(false);
    },
  );
});

test('SE-10 those that the server makes are good ones, and never the same', () => {
  const made = Array.from({ length: 50 }, newPassword);
  expect(made.filter((password) => !/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/.test(password))).toEqual([]);
  expect(made.filter((password) => isWeak(password, OWN))).toEqual([]);
  expect(new Set(made).size).toBe(50);
});
