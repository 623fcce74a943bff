import { describe, expect, it } from 'vitest';
import { SECTIONS, type ArticleSoFar } from '../../protocol/article.ts';
import { readFollowUp, sectionAsked, type FollowUp } from '../../widget/core/follow-up.ts';
import { createSearch } from '../../widget/search/index.ts';
import { article, SHELF, text, VISIT } from './shelf-kit.ts';

const engine = createSearch(SHELF);
const WHOLE = article('tutto', 'Come si rinnova la carta d’identità?', {
  sections: SECTIONS.map((name) => ({ name, blocks: text(name) })),
});

function found(question: string, about: ArticleSoFar = VISIT): Extract<FollowUp, { name: 'found' }> {
  const outcome = readFollowUp(question, about, engine, SHELF.articles);
  if (outcome.name !== 'found') throw new Error(`a section: ${outcome.section}`);
  return outcome;
}

describe('KB-60 a follow-up that names a part of the answer just read', () => {
  it.each([
    ['e quanto costa?', 'costs'],
    ['Quanto si paga', 'costs'],
    ['è gratis?', 'costs'],
    ['how much does it cost?', 'costs'],
    ['cuánto cuesta', 'costs'],
    ['cât costă?', 'costs'],
    ['entro quando?', 'deadlines'],
    ['e quali sono i tempi', 'deadlines'],
    ['dove devo andare?', 'where'],
    ['qual è l’indirizzo', 'where'],
    ['che documenti servono?', 'needs'],
    ['what do I need to bring', 'needs'],
    ['e come si fa?', 'steps'],
    ['ok ma come faccio?', 'steps'],
    ['quanto costa la carta d’identità?', 'costs'],
  ])('«%s» is answered by that part', (question, section) => {
    expect(sectionAsked(question, WHOLE)).toBe(section);
  });

  it.each([
    'quanto costa il passaporto?',
    'dove pago il bollo auto',
    'grazie',
    '',
    '?!',
    '🙂',
    'quando riapre la piscina',
  ])('«%s» is not: it asks for something else, or for nothing', (question) =>
    expect(sectionAsked(question, WHOLE)).toBeNull(),
  );

  it('is none where the answer has no such part', () => {
    expect(sectionAsked('dove devo andare?', VISIT)).toBeNull();
  });
});

describe('KB-60 any other follow-up', () => {
  it('that is sure by itself needs nothing of what was read', () => {
    const { found: answer, inContext } = found('quando scade il bollo auto');
    expect(answer.hits[0]?.id).toBe('bollo-scadenza');
    expect(inContext).toBe(false);
  });

  it('is looked for together with what was read', () => {
    expect(engine.ask('e l’esenzione?').decision).not.toBe('answer');
    const first = (about: string): string | undefined => {
      const { found: answer, inContext } = found(
        'e l’esenzione?',
        SHELF.articles.find(({ id }) => id === about),
      );
      return inContext ? answer.hits[0]?.id : 'out of context';
    };
    expect(first('bollo-pagare')).toBe('bollo-disabili');
    expect(first('recup-disdire')).toBe('recup-esenzione');
  });

  it('is never answered with the very answer it goes beyond', () => {
    const about = SHELF.articles[0];
    if (!about) throw new Error('no article');
    const { found: answer } = found('e per i disabili?', about);
    expect(answer.hits.map(({ id }) => id)).not.toContain(about.id);
    expect(answer.hits[0]?.id).toBe('bollo-disabili');
  });

  it('that goes on with the subject gets no sure answer about another one', () => {
    expect(engine.ask('e la tabaccheria?').decision).toBe('answer');
    const { found: answer, inContext } = found('e la tabaccheria?', VISIT);
    expect(answer.decision).not.toBe('answer');
    expect(inContext).toBe(true);
    expect(found('la tabaccheria', VISIT).found.decision).toBe('answer');
  });

  it('that is several questions is answered as such', () => {
    const two = { ...engine.ask('bollo'), decision: 'unsure' as const };
    const [first, second] = ['bollo-scadenza', 'recup-spostare'].map((id) => ({
      question: id,
      lang: 'it' as const,
      decision: 'answer' as const,
      hits: [{ id, score: 1 }],
    }));
    if (!first || !second) throw new Error('two parts');
    const found = { ...two, parts: [first, second] };
    const outcome = readFollowUp('x? y?', VISIT, { ...engine, ask: () => found }, SHELF.articles);
    expect(outcome).toEqual({ name: 'found', found, inContext: false });
  });

  it('that no article knows finds nothing, whatever was read before', () => {
    const { found: answer } = found('e il mio gatto può suonare il pianoforte?');
    expect(answer.decision).toBe('none');
    expect(answer.hits).toEqual([]);
  });

  it('of somebody in danger is an emergency', () => {
    expect(found('aiuto mia madre non respira').found.decision).toBe('emergency');
  });
});
