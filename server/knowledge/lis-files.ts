import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LisVideo } from '../../protocol/article.ts';
import type { Finding } from './finding.ts';
import type { Source } from './read-article.ts';

/** Where the folder `lis` of a knowledge base is served, relative to the server. */
export const LIS_PATH = 'api/lis';

/** The address of a file changes with what is in it, and only then is it loaded again. */
const versions = new Map<string, { stamp: string; version: string }>();

/** Gives the article its video, or says what is missing for it. Without the video the article stays. */
export async function withLisVideo(dir: string, source: Source, findings: Finding[]): Promise<Source> {
  const { lis, article } = source;
  if (lis === undefined) return source;
  const problems: [string, string][] = [];
  const [video, captions] = [join(dir, lis.video), join(dir, lis.captions)];
  if (!(await isFile(video))) problems.push(['video', `il file «${lis.video}» non c’è: aggiungilo, o togli «lis».`]);
  const captionProblem = await captionsProblem(captions, lis.captions);
  if (captionProblem !== null) problems.push(['captions', captionProblem]);
  for (const [entry, message] of problems)
    findings.push({
      file: source.file,
      line: source.lineOf(['lis', entry]),
      message: `lis: ${message}`,
      severity: 'error',
    });
  if (problems.length > 0) return source;
  const made: LisVideo = {
    video: await addressOf(dir, lis.video),
    type: lis.video.endsWith('.mp4') ? 'video/mp4' : 'video/webm',
    captions: await addressOf(dir, lis.captions),
  };
  return { ...source, article: { ...article, lis: made } };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile() && found.size > 0,
    () => false,
  );
}

async function captionsProblem(path: string, name: string): Promise<string | null> {
  if (!(await isFile(path))) return `i sottotitoli «${name}» non ci sono: un video in LIS non si pubblica senza.`;
  const text = await readFile(path, 'utf8');
  if (!/^\uFEFF?WEBVTT/.test(text)) return `«${name}» non è un file di sottotitoli WebVTT: deve cominciare con WEBVTT.`;
  return text.includes('-->') ? null : `«${name}» non contiene nessun sottotitolo: scrivili.`;
}

async function addressOf(dir: string, name: string): Promise<string> {
  const path = join(dir, name);
  const { size, mtimeMs } = await stat(path);
  const stamp = `${size} ${mtimeMs}`;
  const known = versions.get(path);
  const version = known?.stamp === stamp ? known.version : await hashOf(path);
  versions.set(path, { stamp, version });
  return `${LIS_PATH}/${name.slice('lis/'.length)}?v=${version}`;
}

/** In pieces: a video is not to stand in memory whole. */
async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await using file = await open(path);
  for await (const piece of file.createReadStream()) hash.update(piece as Buffer);
  return hash.digest('hex').slice(0, 12);
}
