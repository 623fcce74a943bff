import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEditors, type Editors } from '../../../console/core/editors.ts';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import type { Overrides } from '../../../server/app.ts';
import { createObservable } from '../../../widget/core/observable.ts';
import type { Answer } from '../../../widget/core/wire.ts';
import { articleText } from '../../server/knowledge/article-text.ts';
import { makeFolder, noticeText, type Folder } from '../../server/knowledge/folder.ts';
import { cookieOf, PASSWORD, startDesk, type TestDesk } from '../../server/realtime/harness.ts';
import { openDesk, until } from './real-desk.ts';

const ARTICLE = 'it/prove/prova-uno.md';
const DAY_MS = 86_400_000;

/** One who chats, one who only looks after the articles. */
const operators: NonNullable<Overrides['operators']> = [
  { username: 'ada', name: 'Ada', skills: ['chat'], password: PASSWORD },
  { username: 'rita', name: 'Rita', skills: [], roles: ['editor'], password: PASSWORD },
];

let folder: Folder;
let server: TestDesk;
const closers: (() => void)[] = [];

beforeAll(async () => {
  folder = await makeFolder();
  const watchTimes = { quietMs: 20, pollMs: 60_000 };
  server = await startDesk({ knowledgeDir: folder.dir, watchTimes, operators });
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});
afterAll(async () => {
  await server.close();
  await folder.remove();
});

/** What the editors' page stands on, in somebody's name, on the real server. */
async function editorsOf(username: string): Promise<Editors & { ended(): number }> {
  const cookie = cookieOf(await server.signIn(username));
  let ended = 0;
  const editors = createEditors({
    async fetchOverview() {
      const response = await fetch(`${server.url}/api/editors/overview`, { headers: { cookie } });
      return (await response.json()) as Answer<{ overview: EditorsOverview }>;
    },
    clock: { now: () => Date.now(), after: () => () => {} },
    online: createObservable(true),
    onSessionEnded: () => (ended += 1),
  });
  closers.push(() => editors.close());
  await editors.refresh();
  return {
    ...editors,
    get value() {
      return editors.value;
    },
    ended: () => ended,
  };
}

function overviewOf({ value }: Editors): EditorsOverview {
  if (value.name !== 'ready') throw new Error(`no overview: ${value.name}`);
  return value.overview;
}

const localDay = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('the editors’ page on a real server', () => {
  it('KB-90 is for who has the role, and for nobody else', async () => {
    expect((await editorsOf('rita')).value.name).toBe('ready');
    expect((await editorsOf('ada')).value).toMatchObject({ name: 'failed', code: 'forbidden' });
    const nobody = await editorsOf('nobody');
    expect(nobody.value).toMatchObject({ name: 'failed', code: 'not-signed-in' });
    expect(nobody.ended()).toBe(1);
  });

  it('KB-91 shows what an editor has just broken and what citizens see of it, until it is right again', async () => {
    const editors = await editorsOf('rita');
    expect(overviewOf(editors).coverage).toMatchObject([{ topic: 'prove', articles: { it: 1, en: 0 }, broken: 0 }]);
    await folder.write({ [ARTICLE]: articleText({ sources: '' }) });
    await untilOverview(editors, ({ findings }) => findings.some(({ severity }) => severity === 'error'));
    const broken = overviewOf(editors).findings.find(({ severity }) => severity === 'error');
    expect(broken).toMatchObject({ file: ARTICLE, shown: 'last-good' });
    expect(broken?.message).toMatch(/sources/);
    await folder.write({ [ARTICLE]: articleText({ 'verify-by': '2026-11-02' }) });
    await untilOverview(editors, ({ stale }) => stale.length > 0);
    expect(overviewOf(editors).stale).toMatchObject([{ id: 'prova-uno', file: ARTICLE, verifyBy: '2026-11-02' }]);
    expect(overviewOf(editors).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('QU-60 a notice put into the folder is on the desk at once, and gone with its file', async () => {
    const ada = await openDesk(server, 'ada');
    closers.push(() => ada.desk.close());
    expect(ada.desk.value.desk?.notices).toEqual([]);
    const holding = { from: localDay(-1), until: localDay(1), topics: '[prove]' };
    await folder.write({ 'notices/fermo.md': noticeText(holding) });
    await until('the notice', () => ada.desk.value.desk?.notices.length === 1);
    expect(ada.desk.value.desk?.notices[0]).toMatchObject({ id: 'fermo', topics: ['prove'] });
    expect(ada.notices.map(({ kind }) => kind)).toEqual(['announced']);
    const editors = await editorsOf('rita');
    expect(overviewOf(editors).notices).toMatchObject([{ id: 'fermo', file: 'notices/fermo.md', state: 'now' }]);
    await folder.write({ 'notices/fermo.md': noticeText({ ...holding, from: localDay(-3), until: localDay(-2) }) });
    await until('its end', () => ada.desk.value.desk?.notices.length === 0);
    expect(ada.notices.map(({ kind }) => kind)).toEqual(['announced', 'announced-no-more']);
  });
});

async function untilOverview(editors: Editors, fits: (overview: EditorsOverview) => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  do {
    if (Date.now() > deadline) throw new Error(`did not happen: ${JSON.stringify(overviewOf(editors))}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await editors.refresh();
  } while (!fits(overviewOf(editors)));
}
