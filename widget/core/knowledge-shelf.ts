import type { Knowledge } from '../../protocol/article.ts';
import { createObservable, type Observable } from './observable.ts';

export type Shelf =
  | { name: 'loading' }
  /** `knowledge.lang` may be Italian although another language was asked for. */
  | { name: 'ready'; knowledge: Knowledge }
  | { name: 'failed' };

export interface KnowledgeShelf extends Observable<Shelf> {
  /** Fetches a language's articles, Italian ones where there are none. A later call wins over an earlier one. */
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
    const knowledge = (await fetchKnowledge(lang)) ?? (await fetchKnowledge('it'));
    return knowledge ? { name: 'ready', knowledge } : { name: 'failed' };
  } catch {
    return { name: 'failed' };
  }
}
