import { join } from 'node:path';
import type { WholeKnowledge } from '../../protocol/article.ts';
import { loadKnowledge } from '../../server/knowledge/load-knowledge.ts';

const OURS = join(import.meta.dirname, '../../knowledge-base');

/** The articles as they are shipped: Italian first, then the other languages. */
export async function loadLanguages(dir: string = OURS): Promise<[WholeKnowledge, ...WholeKnowledge[]]> {
  const [italian, english] = await Promise.all([loadKnowledge(dir, 'it'), loadKnowledge(dir, 'en')]);
  return [italian.knowledge, english.knowledge];
}
