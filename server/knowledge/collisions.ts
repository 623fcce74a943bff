import type { Knowledge } from '../../protocol/article.ts';
import { createSearch } from '../../widget/search/index.ts';
import type { Finding } from './finding.ts';
import type { Source } from './read-article.ts';
import type { Path } from './yaml.ts';

/** An article's own title or variant that leads somewhere else. */
export interface Collision {
  asked: string;
  id: string;
  file: string;
  line: number;
  /** The article that is found first instead; null where nothing is found. */
  first: string | null;
}

/** Asks the engine every title and variant, as a citizen would: each must find its own article first. */
export function findCollisions(languages: readonly Knowledge[], sources: readonly Source[]): Collision[] {
  const [knowledge, ...others] = languages;
  if (!knowledge) return [];
  const search = createSearch(knowledge, ...others);
  return sources.flatMap(({ article, file, lineOf }) =>
    askingsOf(article).flatMap(([path, asked]): Collision[] => {
      const first = search.ask(asked).hits[0]?.id ?? null;
      return first === article.id ? [] : [{ asked, id: article.id, file, line: lineOf(path), first }];
    }),
  );
}

export function askingsOf({ title, variants }: Source['article']): [Path, string][] {
  return [[['title'], title], ...variants.map((text, index): [Path, string] => [['variants', index], text])];
}

export function explainCollision({ asked, id, file, line, first }: Collision, fileOf: (id: string) => string): Finding {
  const message =
    first === null
      ? `«${asked}» non trova nessun articolo: scrivi la domanda con parole che ci sono in «${id}», o aggiungile al lessico.`
      : `«${asked}» trova prima «${first}» (${fileOf(first)}) e non «${id}»: cambia la domanda, o spostala nell’altro.`;
  return { file, line, message, severity: 'warning' };
}
