import type { Knowledge } from '../../protocol/article.ts';
import type { Search } from '../search/index.ts';
import type { HelpDesk } from './help-desk.ts';

/** Made once for each collection: reading all articles takes some milliseconds. */
const engines = new WeakMap<Knowledge, Promise<Search>>();

/**
 * The engine over the articles of every language, for a question in another one than the screen's.
 *
 * @throws when the articles cannot be had
 */
export function searchEveryLanguage({
  shelf,
  fetchKnowledge,
}: Pick<HelpDesk, 'shelf' | 'fetchKnowledge'>): Promise<Search> {
  if (shelf.value.name !== 'ready') return Promise.reject(new Error('the knowledge has not arrived'));
  const { knowledge, sources } = shelf.value;
  const known = engines.get(knowledge);
  if (known) return known;
  const made = make(sources, fetchKnowledge);
  engines.set(knowledge, made);
  made.catch(() => engines.delete(knowledge));
  return made;
}

async function make([own, ...others]: readonly [Knowledge, ...Knowledge[]], fetch: HelpDesk['fetchKnowledge']) {
  const { createSearch } = await import('../search/index.ts');
  const english = others.length === 0 && own.lang === 'it' ? await fetch('en') : null;
  return createSearch(own, ...others, ...(english ? [english] : []));
}
