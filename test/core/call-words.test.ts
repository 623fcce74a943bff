import { describe, expect, it } from 'vitest';
import { CODES } from '../../protocol/codes.ts';
import { createI18n, type Words } from '../../widget/core/i18n.ts';
import enCall from '../../widget/locales/en/call.ts';
import enParts from '../../widget/locales/en/parts.ts';
import itCall from '../../widget/locales/it/call.ts';
import itParts from '../../widget/locales/it/parts.ts';
import { describeFailure } from '../../widget/parts/call-words.ts';

const words = { it: { ...itParts, ...itCall }, en: { ...enParts, ...enCall } };

function keys(tree: Words, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keys(value, `${before}${key}.`),
  );
}

describe.each(['it', 'en'] as const)('the words of a call in %s', (lang) => {
  it('CA-13 every reason for which a call can fail says what happened and what to do', async () => {
    // Only this language: nothing may be filled in from another.
    const i18n = await createI18n({ lang: 'it', resources: { it: words[lang] } });
    for (const code of [...CODES, 'no-answer', 'media-error', 'unsupported'] as const) {
      const { what, next } = describeFailure(code, i18n);
      expect([what, next]).not.toContainEqual(expect.stringMatching(/^(trouble|call)\./));
    }
  });

  it('CA-10 says the same things in both languages', () => {
    expect(keys(words[lang]).toSorted()).toEqual(keys(words.it).toSorted());
  });
});
