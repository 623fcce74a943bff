import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import express, { Router, type RequestHandler, type Response } from 'express';
import type { WholeKnowledge } from '../../protocol/article.ts';
import { indexOf, textsOf } from '../knowledge/in-two.ts';
import type { DeskStatus } from '../../protocol/status.ts';

export interface PublicApi {
  status(): DeskStatus;
  /** undefined for a language there is nothing in. */
  knowledge(lang: string): WholeKnowledge | undefined;
  /** Folder of the videos in sign language; it need not exist. */
  lisDir: string;
}

/** What a widget asks before it opens any connection. */
export function publicApi({ status, knowledge, lisDir }: PublicApi): Router {
  const index = createPacker((whole) => indexOf(whole, knowledge('it')));
  const texts = createPacker(textsOf);
  return Router()
    .use('/lis', lisFiles(lisDir))
    .get('/status', (_request, response) => {
      response.set('Cache-Control', 'no-store').json(status());
    })
    .get('/knowledge/:lang', (request, response, next) => {
      const found = knowledge(request.params.lang);
      if (!found) return next();
      response.set({ 'Cache-Control': 'no-cache', ETag: `"${found.version}"` });
      send(response, index(found));
    })
    .get('/knowledge/:lang/:version/texts', (request, response, next) => {
      const found = knowledge(request.params.lang);
      // Who asks for another version has an index that is out of date, and is to fetch that first.
      if (found?.version !== request.params.version) return next();
      response.set('Cache-Control', FOR_EVER);
      send(response, texts(found));
    });
}

interface Packed {
  json: string;
  /** Null until it is made: at its best brotli takes long, and nobody waits for it. */
  brotli: Buffer | null;
}

/** Written out and packed once for each version: it is sent a thousand times. */
function createPacker(select: (whole: WholeKnowledge) => unknown): (whole: WholeKnowledge) => Packed {
  const kept = new Map<string, Packed & { version: string }>();
  return (whole) => {
    const { lang, version } = whole;
    const known = kept.get(lang);
    if (known?.version === version) return known;
    const packed: Packed & { version: string } = { version, json: JSON.stringify(select(whole)), brotli: null };
    kept.set(lang, packed);
    // Where it fails, what is sent is packed while it is sent.
    void promisify(brotliCompress)(packed.json).then((buffer) => (packed.brotli = buffer), Boolean);
    return packed;
  };
}

function send(response: Response, { json, brotli }: Packed): void {
  response.type('json').vary('Accept-Encoding');
  if (brotli !== null && response.req.acceptsEncodings('br') === 'br')
    response.set('Content-Encoding', 'br').send(brotli);
  else response.send(json);
}

const YEAR_S = 365 * 24 * 60 * 60;
const FOR_EVER = `public, max-age=${YEAR_S}, immutable`;

/** Videos and their captions, and nothing else that may lie there. Their addresses change with their content. */
function lisFiles(dir: string): RequestHandler[] {
  return [
    (request, _response, next) => next(/^\/[a-z0-9-]+\.(mp4|webm|vtt)$/.test(request.path) ? undefined : 'router'),
    express.static(dir, {
      cacheControl: false,
      index: false,
      redirect: false,
      setHeaders: (response) => response.set('Cache-Control', FOR_EVER),
    }),
  ];
}
