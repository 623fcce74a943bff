import { join } from 'node:path';
import type { Article, Knowledge, WholeKnowledge } from '../../../protocol/article.ts';
import { loadKnowledge } from '../../../server/knowledge/load-knowledge.ts';

/** The articles as they are shipped. */
export async function ourKnowledge(): Promise<WholeKnowledge> {
  return (await loadKnowledge(join(import.meta.dirname, '../../../knowledge-base'), 'it')).knowledge;
}

/** Those and their translations. */
export async function ourLanguages(): Promise<[WholeKnowledge, WholeKnowledge]> {
  const dir = join(import.meta.dirname, '../../../knowledge-base');
  return [await ourKnowledge(), (await loadKnowledge(dir, 'en')).knowledge];
}

/** A knowledge of articles that say one line each. */
export function knowledgeOf(lines: Record<string, string>, change: Partial<Knowledge> = {}): Knowledge {
  const articles = Object.entries(lines).map(([id, title]) => articleOf(id, title));
  return { lang: 'it', version: '1', topics: [], articles, lexicon: [], featured: [], ...change };
}

export function articleOf(id: string, title: string): Article {
  return {
    id,
    lang: 'it',
    topic: 'prove',
    title,
    variants: [],
    office: 'Ufficio prove',
    summary: [{ type: 'paragraph', children: [{ type: 'text', text: 'Si fa così.' }] }],
    sections: [],
    words: '',
    actions: [],
    sources: [],
    updated: '2026-11-01',
    verifyBy: '2027-05-01',
    related: [],
  };
}
