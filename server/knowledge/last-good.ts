import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import * as z from 'zod';

const texts = z.record(z.string(), z.string());

/** Remembers each file of the knowledge base as it last was without errors, through a restart too. */
export interface LastGood {
  textOf(file: string): string | undefined;
  /** Takes over what is good now, and forgets the files that are gone. */
  keep(good: ReadonlyMap<string, string>, present: ReadonlySet<string>): Promise<void>;
}

/** @param memory where it is written to, or null for nowhere; what cannot be read there is forgotten */
export async function createLastGood(dir: string, memory: string | null): Promise<LastGood> {
  let known =
    memory === null
      ? new Map<string, string>()
      : await readFile(memory, 'utf8').then(
          (text) => new Map(Object.entries(texts.catch({}).parse(parseJson(text)))),
          () => new Map<string, string>(),
        );

  return {
    textOf: (file) => known.get(relative(dir, file)),
    async keep(good, present) {
      const next = new Map([...known].filter(([name]) => present.has(name)));
      for (const [file, text] of good) next.set(relative(dir, file), text);
      const same = next.size === known.size && [...next].every(([name, text]) => known.get(name) === text);
      known = next;
      if (same || memory === null) return;
      await mkdir(dirname(memory), { recursive: true });
      await writeFile(`${memory}.new`, JSON.stringify(Object.fromEntries(next)), { mode: 0o600 });
      await rename(`${memory}.new`, memory);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
