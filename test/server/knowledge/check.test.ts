import { afterEach, expect, test } from 'vitest';
import { checkKnowledge } from '../../../server/knowledge/check.ts';
import { articleText } from './article-text.ts';
import { makeFolder, noticeText, type Folder } from './folder.ts';

const TODAY = '2026-11-21';
const NOW = Date.UTC(2026, 10, 21, 12);
let folder: Folder;
afterEach(() => folder.remove());

async function check(files: Record<string, string>) {
  folder = await makeFolder(files);
  const report = await checkKnowledge(folder.dir, TODAY, NOW);
  const lines = report.findings.map(
    ({ file, line, message, severity }) => `${file.slice(folder.dir.length + 1)}:${line}: ${severity}: ${message}`,
  );
  // In so small a knowledge base hardly any word tells its article from the others.
  const stolen = (line: string): boolean => /«.*» (?:non trova nessun|trova prima)/.test(line);
  return { report, lines: lines.filter((line) => !stolen(line)), stolen: lines.filter(stolen) };
}

const about = (subject: string): Record<string, string> => ({
  id: `prova-${subject}`,
  title: `Come chiedo ${subject}?`,
  variants: `[${subject} adesso, domanda ${subject}, serve ${subject}, avere ${subject}, "${subject}, dove?"]`,
});

test('KB-56 an article that steals another’s question is named, with the question’s line', async () => {
  const { report, stolen } = await check({
    'it/prove/prova-passaporto.md': articleText({
      ...about('passaporto'),
      variants:
        '[rinnovo patente nautica scaduta, passaporto adesso, serve passaporto, avere passaporto, chi lo rilascia]',
    }),
    'it/prove/prova-patente.md': articleText(
      {
        ...about('patente nautica scaduta'),
        id: 'prova-patente',
        title: 'Come ottengo il rinnovo della patente nautica scaduta?',
      },
      'Il rinnovo della patente nautica scaduta si chiede allo sportello.\n',
    ),
  });
  const file = folder.path('it/prove/prova-passaporto.md');
  const asked = 'rinnovo patente nautica scaduta';
  expect(report.collisions).toContainEqual({ asked, id: 'prova-passaporto', file, line: 7, first: 'prova-patente' });
  expect(stolen).toContainEqual(
    expect.stringMatching(
      /^it\/prove\/prova-passaporto\.md:7: warning: «rinnovo patente nautica scaduta» trova prima «prova-patente» \(.*prova-patente\.md\) e non «prova-passaporto»/,
    ),
  );
});

test('KB-56 a question in words that nobody could find is named too', async () => {
  const variants = '[e allora?, Seconda domanda, Terza domanda, Quarta domanda, Quinta domanda]';
  const { stolen } = await check({ 'it/prove/prova-uno.md': articleText({ variants }) });
  expect(stolen).toContainEqual(expect.stringMatching(/:7: warning: «e allora\?» non trova nessun articolo/));
});

test('KB-56 an English article has an Italian one, and follows it', async () => {
  const { lines } = await check({
    'it/prove/prova-uno.md': articleText({ updated: '2026-11-10' }),
    'en/prove/prova-uno.md': articleText(
      {
        lang: 'en',
        title: 'How does the trial work?',
        variants: '[trial one, trial two, trial three, trial four, trial five]',
      },
      'Do the trial.\n',
    ),
    'en/prove/prova-due.md': articleText(
      {
        lang: 'en',
        id: 'prova-due',
        title: 'Where is the sample?',
        variants: '[sample one, sample two, sample three, sample four, sample five]',
      },
      'Here is the sample.\n',
    ),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^en\/prove\/prova-due\.md:2: error: non c’è un articolo italiano con questo id/),
    expect.stringMatching(
      /^en\/prove\/prova-uno\.md:9: warning: la versione italiana è stata aggiornata il 2026-11-10/,
    ),
  ]);
});

test('KB-56 notices with mistakes, notices that are over and articles out of their dates are told', async () => {
  const { lines } = await check({
    'it/prove/prova-uno.md': articleText({ 'valid-until': '2026-11-20' }),
    'notices/fermo.md': noticeText({ until: '2026-11-21 12:59' }),
    'notices/rotto.md': noticeText({ id: 'rotto', topics: '[pesca]' }),
  });
  expect(lines).toEqual([
    expect.stringMatching(/^it\/prove\/prova-uno\.md:11: warning: valid-until: la data è passata/),
    expect.stringMatching(/^notices\/fermo\.md:1: warning: questo avviso è finito/),
    expect.stringMatching(/^notices\/rotto\.md:5: error: topics: «pesca» non c’è/),
  ]);
});

test.each([
  ['a script', '<script src="https://evil.example/x.js"></script>\n', /HTML/],
  ['an event handler', 'Vai <a href="https://example.org" onclick="alert(1)">qui</a>.\n', /HTML/],
  ['a foreign frame', '<iframe src="https://evil.example"></iframe>\n', /HTML/],
  ['a link that runs a script', '[qui](javascript:alert(1))\n', /javascript/],
  ['the same in disguise', '[qui](jAvAsCrIpT&#58;alert(1))\n', /non va/],
  ['data as a link', '[qui](data:text/html;base64,PHNjcmlwdD4=)\n', /non va/],
  ['a huge image', `![](data:image/png;base64,${'A'.repeat(20_000)})\n`, /immagini/],
  ['an image without words for it', '![](foto.png)\n', /descrivi a parole/],
  ['a link without words', 'Vai [](https://example.org).\n', /senza parole/],
  ['a file far too long', `${'parola '.repeat(6_000)}\n`, /30000 caratteri/],
])('KB-56 an article with %s is refused, and nothing of it is published', async (_, body, message) => {
  const { report, lines } = await check({ 'it/prove/prova-uno.md': articleText({}, body) });
  expect(report.articles).toEqual([]);
  expect(lines).toContainEqual(expect.stringMatching(message));
  expect(lines[0]).toContain('it/prove/prova-uno.md:');
});
