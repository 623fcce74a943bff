import { join } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { leanBundle } from '../../scripts/lean-bundle.ts';
import { createI18n, type I18n, type Words } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';

/** The module as a citizen gets it: bundled, with the parts of i18next that are never run taken out. */
let lean: { createI18n: typeof createI18n };

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [leanBundle()],
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, '../../widget/core/i18n.ts'), formats: ['es'] },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  lean = await import(`data:text/javascript,${encodeURIComponent(output.output[0].code)}`);
}, 30_000);

/** `a.b` for every leaf, plurals under their common name too. */
function keys(tree: Words, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [path + key, path + key.replace(/_(?:zero|one|other)$/u, '')]
      : keys(value, `${path}${key}.`),
  );
}

async function speak(create: typeof createI18n, lang: string): Promise<I18n> {
  const i18n = await create({ lang: 'it', resources: { ...words.panel } });
  for (const more of Object.values(words)) await i18n.extend({ ...more });
  await i18n.change(lang);
  return i18n;
}

it.each(['it', 'en'])('CH-27 the widget as built says in «%s» what the whole library would', async (lang) => {
  const [ours, theirs] = [await speak(lean.createI18n, lang), await speak(createI18n, lang)];
  expect(ours.lang).toBe(lang);
  const trees = await Promise.all(Object.values(words).map(async (source) => (await source[lang as 'it']()).default));
  const params = { name: '<b>&', text: '$1 {{name}} $t(x)', time: '9', day: 'oggi', when: 'oggi', question: '?' };
  for (const key of new Set(trees.flatMap((tree) => keys(tree)))) {
    expect(ours.t(key, params), key).toBe(theirs.t(key, params));
    for (const count of [0, 1, 2, 21]) {
      expect(ours.t(key, { ...params, count }), key).toBe(theirs.t(key, { ...params, count }));
    }
  }
  expect(ours.t('there.is.no.such')).toBe(theirs.t('there.is.no.such'));
});
