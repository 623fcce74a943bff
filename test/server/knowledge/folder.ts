import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { articleText } from './article-text.ts';

export const TOPICS =
  'topics:\n  - id: prove\n    it: { title: Prove, description: D }\n    en: { title: Trials, description: D }\n';

/** A small knowledge base on disk. */
export interface Folder {
  dir: string;
  path(name: string): string;
  write(files: Record<string, string | Buffer>): Promise<void>;
  remove(): Promise<void>;
}

/** With one good article, `prova-uno`, unless other files are given. */
export async function makeFolder(files: Record<string, string> = {}): Promise<Folder> {
  const dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  const folder: Folder = {
    dir,
    path: (name) => join(dir, name),
    async write(contents) {
      for (const [name, content] of Object.entries(contents)) {
        await mkdir(dirname(join(dir, name)), { recursive: true });
        await writeFile(join(dir, name), content);
      }
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
  await folder.write({
    'topics.yaml': TOPICS,
    'lexicon.yaml': '- word: prova\n  alike: [test]\n',
    'it/prove/prova-uno.md': articleText(),
    ...files,
  });
  return folder;
}

export function noticeText(changes: Record<string, string> = {}, body = 'Il portale è fermo.\n'): string {
  const entries = { id: 'fermo', from: '2026-11-21 08:00', until: '2026-11-21 14:00', ...changes };
  const lines = Object.entries(entries).filter(([, value]) => value !== '');
  return ['---', ...lines.map(([key, value]) => `${key}: ${value}`), '---', '', body].join('\n');
}
