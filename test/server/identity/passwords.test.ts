import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../../server/identity/passwords.ts';

test('SE-9 a password is stored as argon2id with a salt of its own, and verified', async () => {
  const [one, two] = await Promise.all([hashPassword('è un segreto'), hashPassword('è un segreto')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(two).not.toBe(one);
  expect(await verifyPassword('è un segreto', one)).toBe(true);
  expect(await verifyPassword('e un segreto', one)).toBe(false);
  // The same letters as another keyboard composes them.
  expect(await verifyPassword('è un segreto', one)).toBe(true);
});

test("a hash of another program's making is verified: the reference implementation's own example", async () => {
  // From the test vectors of github.com/P-H-C/phc-winner-argon2, argon2id, v=19.
  const theirs = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4';
  expect(await verifyPassword('password', theirs)).toBe(true);
  expect(await verifyPassword('passwort', theirs)).toBe(false);
});

test.each(['', '!', 'password', '$2b$10$abcdefghijklmnopqrstuv', '$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$aaaa'])(
  'what is no argon2id hash lets nobody in: «%s»',
  async (phc) => {
    expect(await verifyPassword(phc, phc)).toBe(false);
  },
);
