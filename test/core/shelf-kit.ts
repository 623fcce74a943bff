import type { Article, Block, Knowledge, SectionName } from '../../protocol/article.ts';

export const text = (words: string): Block[] => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

const section = (name: SectionName, words: string) => ({ name, blocks: text(words) });

export function article(id: string, title: string, change: Partial<Article> = {}): Article {
  return {
    id,
    lang: 'it',
    topic: 'bollo',
    title,
    variants: [],
    office: 'Ufficio tributi',
    summary: text('La risposta breve.'),
    sections: [],
    words: '',
    actions: [],
    sources: [],
    updated: '2026-11-01',
    verifyBy: '2099-01-01',
    related: [],
    ...change,
  };
}

export const VISIT = article('recup-disdire', 'Come disdico una visita prenotata?', {
  topic: 'recup',
  variants: ['annullare appuntamento', 'non posso andare alla visita'],
  sections: [
    section('steps', 'Telefona al ReCup.'),
    section('deadlines', 'Due giorni lavorativi prima.'),
    section('costs', 'La disdetta non si paga.'),
  ],
});

/** A small shelf with two topics, one of them broad. */
export const SHELF: Knowledge = {
  lang: 'it',
  version: '1',
  topics: [
    { id: 'bollo', title: 'Bollo auto', description: 'Scadenze e pagamento' },
    { id: 'recup', title: 'Visite ed esami', description: 'Prenotazioni' },
  ],
  articles: [
    article('bollo-scadenza', 'Quando scade il bollo auto?', { variants: ['scadenza bollo macchina'] }),
    article('bollo-pagare', 'Dove si paga il bollo auto?', { variants: ['pagamento bollo tabaccheria'] }),
    article('bollo-disabili', 'Chi ha l’esenzione dal bollo?', { variants: ['esenzione disabili'] }),
    article('bollo-rimborso', 'Come chiedo il rimborso del bollo auto?', { variants: ['bollo pagato due volte'] }),
    VISIT,
    article('recup-esenzione', 'Chi ha l’esenzione dal ticket?', { topic: 'recup', variants: ['esenzione visita'] }),
    article('recup-spostare', 'Come sposto una visita prenotata?', {
      topic: 'recup',
      variants: ['cambiare data visita'],
    }),
  ],
  lexicon: [],
  featured: ['bollo-rimborso', 'recup-disdire'],
};
