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
  ...desk
}: Pick<HelpDesk, 'shelf' | 'fetchKnowledge' | 'prepareSearch'>): Promise<Search> {
  if (shelf.value.name !== 'ready') return Promise.reject(new Error('the knowledge has not arrived'));
  const { knowledge, sources } = shelf.value;
  const known = engines.get(knowledge);
  if (known) return known;
  const made = make(sources, desk);
  engines.set(knowledge, made);
  made.catch(() => engines.delete(knowledge));
  return made;
}

async function make(
  [own, ...others]: readonly [Knowledge, ...Knowledge[]],
  desk: Pick<HelpDesk, 'fetchKnowledge' | 'prepareSearch'>,
): Promise<Search> {
  const english = others.length === 0 && own.lang === 'it' ? await desk.fetchKnowledge('en') : null;
  return desk.prepareSearch(own, ...others, ...(english ? [english] : []));
}
