import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PreviewAnswer } from '../../../protocol/preview.ts';
import { openPreview, type Preview } from '../../../server/preview/preview.ts';
import { launchBrowser } from '../call/browser/browsers.ts';
import { articleText } from './article-text.ts';
import { makeFolder, type Folder } from './folder.ts';

const ONE = 'it/prove/prova-uno.md';
const FERRIES = articleText(
  {
    id: 'traghetti',
    title: 'Come prenoto il traghetto?',
    variants: '[biglietto traghetto, nave per le isole, imbarco auto, orari dei traghetti, posto sul traghetto]',
  },
  'Il traghetto si prenota al porto.\n',
);
let browser: Browser;
let folder: Folder;
let preview: Preview;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = await makeFolder({
    'it/prove/traghetti.md': FERRIES,
    'lexicon.yaml': '- word: traghetto\n  alike: [vaporetto]\n',
  });
  preview = await openPreview({ dir: folder.dir, port: 0, log: pino({ level: 'silent' }) });
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
});
afterEach(async () => {
  await page.close();
  await preview.close();
  await preview.close();
  await folder.remove();
});

test('KB-59 the preview shows an article as citizens see it, follows every save, and says what to put right', async () => {
  await page.goto(preview.url);
  await page.getByRole('button', { name: 'Come si fa la prova?' }).click();
  await page.locator('sportello-article').getByRole('heading', { name: 'Come si fa la prova?' }).waitFor();
  await page.locator('sportello-article').getByText('Chiedi la prova.').waitFor();

  await folder.write({ [ONE]: articleText({ title: 'Come si fa davvero?' }) });
  await page.locator('sportello-article').getByRole('heading', { name: 'Come si fa davvero?' }).waitFor();

  await folder.write({ [ONE]: articleText({ title: 'E questa?' }, 'Testo con <b>HTML</b>.\n') });
  await page.getByText('Errore, riga 13:').first().waitFor();
  await page.getByText('Qui accanto c’è l’ultima versione senza errori.').waitFor();
  await page.locator('sportello-article').getByRole('heading', { name: 'Come si fa davvero?' }).waitFor();
  expect(faults).toEqual([]);
});

test('KB-59 a question tried in the preview shows the ranking, and word by word why', async () => {
  await page.goto(preview.url);
  await page.getByLabel('Prova una domanda').fill('vaporetto per le isole con il gatto');
  const hit = page.locator('.hits > li').first();
  await hit.getByText('Come prenoto il traghetto?').waitFor();
  await hit.getByText('«vaporetto» come «traghetto»: titolo, varianti, risposta breve').waitFor();
  await hit.getByText('«isole»: varianti').waitFor();
  await hit.getByText('Non ci sono: «gatto»').waitFor();
  expect(faults).toEqual([]);
});

test.each(['', 'x'.repeat(20_000), '<script>alert(1)</script>', "'; drop table", '🤷', '(a+)+$'])(
  'KB-59 any question is answered: %#',
  async (question) => {
    const answer = await fetch(`${preview.url}kb/ask?q=${encodeURIComponent(question.slice(0, 8_000))}`);
    expect(((await answer.json()) as PreviewAnswer).decision).toBe('none');
  },
);
