import { describe, expect, it } from 'vitest';
import { CODES } from '../../protocol/codes.ts';
import { CONVERSATION_EVENTS } from '../../protocol/message.ts';
import { SECTIONS } from '../../protocol/article.ts';
import { createI18n, type Resources, type Words } from '../../widget/core/i18n.ts';
import { troubleWords } from '../../widget/core/words.ts';
import { words } from '../../widget/locales/words.ts';

const LANGUAGES = ['it', 'en'] as const;
const BUNDLES: [string, Resources][] = Object.entries(words);

async function bundle(resources: Resources, lang: string): Promise<Words> {
  const source = resources[lang];
  if (!source) throw new Error(`no ${lang}`);
  return typeof source === 'function' ? (await source()).default : source;
}

/** `a.b` -> text, for every leaf. */
function leaves(tree: Words, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
}

const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').toSorted();

describe.each(BUNDLES)('CH-27 the words of «%s»', (_, resources) => {
  it('are the same in every language, with the same blanks, and none is empty', async () => {
    const it = new Map(leaves(await bundle(resources, 'it')));
    const en = new Map(leaves(await bundle(resources, 'en')));
    expect([...en.keys()].toSorted()).toEqual([...it.keys()].toSorted());
    for (const [key, text] of it) {
      expect(text.trim(), key).not.toBe('');
      expect(en.get(key)?.trim(), key).not.toBe('');
      expect(blanks(en.get(key) ?? ''), key).toEqual(blanks(text));
    }
  });

  it('are written as the desk speaks', async () => {
    for (const [key, text] of leaves(await bundle(resources, 'it'))) {
      expect(text, key).not.toMatch(/si prega|utenza|!|'/iu);
    }
  });
});

describe.each(LANGUAGES)('CH-27 in «%s»', (lang) => {
  it('every reason for a refusal has words and a next step of its own', async () => {
    const i18n = await createI18n({ lang, resources: words.panel });
    const said = new Set<string>();
    for (const code of [...CODES, 'no-answer'] as const) {
      const { what, next } = troubleWords(i18n, code);
      expect(what, code).not.toContain('trouble.');
      expect(next, code).not.toContain('trouble.');
      said.add(what);
    }
    expect(said.size).toBe(CODES.length + 1);
  });

  it('every event of a conversation and every section of an article has words', async () => {
    const i18n = await createI18n({ lang, resources: words.panel });
    await i18n.extend(words.reading);
    for (const event of CONVERSATION_EVENTS) expect(i18n.t(`log.event.${event}`, { name: 'x' })).not.toContain('log.');
    for (const name of SECTIONS) expect(i18n.t(`article.${name}`)).not.toContain('article.');
  });
});

describe('i18n', () => {
  it('counts as each language does', async () => {
    const i18n = await createI18n({ lang: 'it', resources: words.panel });
    expect([0, 1, 2].map((count) => i18n.t('search.count', { count }))).toEqual([
      'Nessuna domanda simile. Premi Invio per cercare quello che hai scritto.',
      '1 domanda simile',
      '2 domande simili',
    ]);
  });

  it('tells of a new language once its words are there, those added later included', async () => {
    const i18n = await createI18n({ lang: 'it', resources: words.panel });
    await i18n.extend(words.end);
    const heard: string[] = [];
    i18n.subscribe(() => heard.push(i18n.t('end.close')));
    await i18n.change('en');
    expect(heard).toEqual(['I am done']);
    expect(i18n.lang).toBe('en');
  });

  it('speaks Italian to a language it does not know', async () => {
    const i18n = await createI18n({ lang: 'de', resources: words.panel });
    expect(i18n.lang).toBe('it');
    expect(i18n.t('panel.retry')).toBe('Riprova');
  });

  it('writes what people wrote as they wrote it', async () => {
    const i18n = await createI18n({ lang: 'it', resources: words.panel });
    expect(i18n.t('handover.searched', { text: '<b>&"$t(panel.retry)' })).toContain('<b>&"');
  });
});
