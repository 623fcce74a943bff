import type { Knowledge } from '../../protocol/article.ts';
import { createObservable, type Observable } from './observable.ts';

export type Shelf =
  | { name: 'loading' }
  /**
   * `knowledge` holds every article once, Italian where there is no other; its `lang` is Italian where there is nothing
   * else at all. `sources` are the collections it was made of, the reader's own language first.
   */
  | { name: 'ready'; knowledge: Knowledge; sources: readonly [Knowledge, ...Knowledge[]] }
  | { name: 'failed' };

export interface KnowledgeShelf extends Observable<Shelf> {
  /** Fetches a language's articles, and the Italian ones for those it has not. A later call wins over an earlier one. */
  load(lang: string): Promise<void>;
}

/** `fetchKnowledge` answers null for a language that is not there and rejects when the server cannot be reached. */
export function createKnowledgeShelf(fetchKnowledge: (lang: string) => Promise<Knowledge | null>): KnowledgeShelf {
  const shelf = createObservable<Shelf>({ name: 'loading' });
  let wanted = '';
  return {
    get value() {
      return shelf.value;
    },
    subscribe: shelf.subscribe,
    async load(lang) {
      wanted = lang;
      if (shelf.value.name === 'failed') shelf.set({ name: 'loading' });
      const found = await read(fetchKnowledge, lang);
      if (wanted === lang) shelf.set(found);
    },
  };
}

async function read(fetchKnowledge: (lang: string) => Promise<Knowledge | null>, lang: string): Promise<Shelf> {
  try {
    const [own, italian] = await Promise.all([lang === 'it' ? null : fetchKnowledge(lang), fetchKnowledge('it')]);
    if (own && italian) {
      // Most citizens read Italian: what puts two languages together comes with the second.
      const { mergeLibrary } = await import('./library.ts');
      return { name: 'ready', knowledge: mergeLibrary(own, italian), sources: [own, italian] };
    }
    const knowledge = own ?? italian;
    return knowledge ? { name: 'ready', knowledge, sources: [knowledge] } : { name: 'failed' };
  } catch {
    return { name: 'failed' };
  }
}
