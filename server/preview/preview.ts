import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { tmpdir } from 'node:os';
import express from 'express';
import type { Logger } from 'pino';
import { createServer as createVite } from 'vite';
import type { FileFinding } from '../../protocol/editors.ts';
import type { PreviewAnswer, PreviewCheck, PreviewState } from '../../protocol/preview.ts';
import { createSearch, type Search } from '../../widget/search/index.ts';
import { explainCollision, findCollisions } from '../knowledge/collisions.ts';
import type { Edition } from '../knowledge/edition.ts';
import { openLibrary } from '../knowledge/library.ts';
import { dayAt } from '../knowledge/local-time.ts';
import { checkQuality } from '../knowledge/quality.ts';
import { articleText, gulpease } from '../knowledge/readability.ts';
import type { Source } from '../knowledge/read-article.ts';
import { explain } from './explain.ts';

/** A page on the editor's own machine that shows the knowledge base as citizens will see it, and follows every save. */
export interface Preview {
  url: string;
  /** Idempotent. */
  close(): Promise<void>;
}

export interface PreviewOptions {
  /** The knowledge base. */
  dir: string;
  /** 0 takes any free one. */
  port: number;
  log: Logger;
}

const ROOT = join(import.meta.dirname, '../..');
const HOST = '127.0.0.1';
/** More of a question the search would not read either. */
const MOST_ASKED = 3_000;

/** @throws when `dir` is no knowledge base, or the port is taken */
export async function openPreview({ dir, port, log }: PreviewOptions): Promise<Preview> {
  const listeners = new Set<ServerResponse>();
  const library = await openLibrary({ dir, memory: null, now: Date.now, log });
  const http = createServer();
  const vite = await createVite({
    configFile: false,
    root: join(ROOT, 'preview'),
    cacheDir: join(tmpdir(), 'sportello-preview'),
    appType: 'spa',
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server: http }, fs: { allow: [ROOT] } },
  });
  let searched: { edition: Edition; search: Search } | undefined;

  function search(): Search {
    const edition = library.edition();
    const [italian, ...others] = edition.languages.map(({ knowledge }) => knowledge);
    if (!italian) throw new Error('an edition has every language');
    if (searched?.edition !== edition) searched = { edition, search: createSearch(italian, ...others) };
    return searched.search;
  }

  function ask(question: string): PreviewAnswer {
    const { decision, hits } = search().ask(question);
    const [italian] = library.edition().languages;
    return {
      decision,
      hits: hits.flatMap(({ id, score }) => {
        const article = italian?.knowledge.articles.find((one) => one.id === id);
        if (!article) return [];
        const words = explain(question, article, italian?.knowledge.lexicon ?? []);
        return [{ id, lang: article.lang, title: article.title, score, words }];
      }),
    };
  }

  const app = express();
  app.disable('x-powered-by');
  app.get('/kb/state', (_request, response) => void response.json(stateOf(library.edition(), dir)));
  app.get('/kb/ask', ({ query }, response) => void response.json(ask(textOf(query['q']).slice(0, MOST_ASKED))));
  app.get('/kb/check', ({ query }, response) => {
    response.json(checkOf(library.edition(), dir, textOf(query['lang']), textOf(query['id'])));
  });
  app.get('/kb/events', (request, response) => listen(request, response, listeners));
  app.use('/api/lis', express.static(join(dir, 'lis'), { index: false }));
  app.use(vite.middlewares);

  http.on('request', app);
  const { port: taken } = await new Promise<AddressInfo>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, HOST, () => resolve(http.address() as AddressInfo));
  });
  library.follow(() => {
    for (const response of listeners) response.write('data: changed\n\n');
  });
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    library.close();
    for (const response of listeners) response.end();
    await vite.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  }

  return { url: `http://${HOST}:${taken}/`, close: () => (closing ??= close()) };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function stateOf(edition: Edition, dir: string): PreviewState {
  const today = dayAt(Date.now());
  const sources = edition.languages.flatMap((one) => one.sources);
  const quality = edition.languages.flatMap((one) => checkQuality(one.sources, today));
  return {
    topics: edition.languages[0]?.knowledge.topics ?? [],
    articles: sources.map(({ file, article }) => ({
      article,
      file: relative(dir, file),
      gulpease: article.lang === 'it' ? gulpease(articleText(article)) : null,
    })),
    findings: [...edition.findings, ...quality.map((finding) => inFolder(dir, finding))],
    notices: edition.notices.map(({ notice }) => notice),
  };
}

/** Only of the one that is looked at: asking the questions of all takes seconds. */
function checkOf(edition: Edition, dir: string, lang: string, id: string): PreviewCheck {
  const all: Source[] = edition.languages.flatMap((one) => one.sources);
  const own = all.filter(({ article }) => article.id === id && article.lang === lang);
  const knowledge = edition.languages.map((one) => one.knowledge);
  const fileOf = (other: string): string => relative(dir, all.find(({ article }) => article.id === other)?.file ?? '');
  const findings = findCollisions(knowledge, own).map((collision) => explainCollision(collision, fileOf));
  return { findings: findings.map((finding) => inFolder(dir, finding)) };
}

function inFolder(dir: string, finding: Omit<FileFinding, 'shown'>): FileFinding {
  return { ...finding, file: relative(dir, finding.file), shown: 'current' };
}

/** Server-sent events: one for each change of the folder. */
function listen(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(':\n\n');
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}
