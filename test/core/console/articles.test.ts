import { describe, expect, it } from 'vitest';
import { insertInto, insertionOf } from '../../../console/core/article-insert.ts';
import { closingRequest, problemsOf, proposeClosing } from '../../../console/core/close-form.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { article, knowledge } from './fixtures.ts';

const action = { label: 'Prenota', href: 'https://example.org/prenota' };
const source = { label: 'ASL', href: 'https://example.org/fonte' };

describe('inserting an article', () => {
  it('CH-52 puts the short answer and one link: the action before the source', () => {
    const both = article('a', { actions: [action], sources: [source] });
    expect(insertionOf(both)).toBe('Puoi disdire per telefono.\n\nhttps://example.org/prenota');
    expect(insertionOf({ ...both, actions: [] })).toBe('Puoi disdire per telefono.\n\nhttps://example.org/fonte');
    expect(insertionOf({ ...both, actions: [], sources: [] })).toBe('Puoi disdire per telefono.');
  });

  it('prefers a page to a number, and writes a number as people do', () => {
    const call = { label: 'Chiama', href: 'tel:+39069939' };
    expect(insertionOf(article('a', { actions: [call], sources: [source] }))).toMatch(/https:\/\/example.org\/fonte$/);
    expect(insertionOf(article('a', { actions: [call] }))).toBe('Puoi disdire per telefono.\n\n+39069939');
  });

  it('writes lists and emphasis as plain text', () => {
    const listed = article('a', {
      summary: [
        { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', text: 'Servono' }] }] },
        {
          type: 'list',
          ordered: true,
          items: ['ricetta', 'tessera'].map((text) => [{ type: 'paragraph', children: [{ type: 'text', text }] }]),
        },
      ],
    });
    expect(insertionOf(listed)).toBe('Servono\n\n1. ricetta\n2. tessera');
  });

  it('CH-52 comes after what is already written', () => {
    expect(insertInto('Buongiorno. ', article('a'))).toBe('Buongiorno.\n\nPuoi disdire per telefono.');
    expect(insertInto('  ', article('a'))).toBe('Puoi disdire per telefono.');
  });
});

describe('the closing card', () => {
  const known = knowledge([article('visita-disdire'), article('bollo-pagare', { topic: 'bollo' })]);
  const read = { searches: [], articles: ['bollo-pagare', 'visita-disdire'] };

  it('CH-54 proposes the topic of the article inserted, or else of the last one read', () => {
    expect(proposeClosing(known, read, 'bollo-pagare').topic).toBe('bollo');
    expect(proposeClosing(known, read, undefined).topic).toBe('recup');
    expect(proposeClosing(known, { searches: [], articles: ['gone'] }, undefined).topic).toBe('');
    expect(proposeClosing(null, read, undefined).topic).toBe('');
  });

  it('CH-54 never guesses whether it helped, and says what is missing', () => {
    const form = proposeClosing(known, { searches: [], articles: [] }, undefined);
    expect(problemsOf(form)).toEqual(['topic', 'outcome']);
    expect(closingRequest('conv-one', form)).toBeNull();
    expect(problemsOf({ ...form, reason: null, note: 'x'.repeat(LIMITS.note + 1) })).toEqual([
      'reason',
      'topic',
      'outcome',
      'note',
    ]);
  });

  it('makes the request, without an empty note', () => {
    const form = { ...proposeClosing(known, read, undefined), outcome: 'resolved' as const };
    const request = { conversationId: 'conv-one', reason: 'information', topic: 'recup', outcome: 'resolved' };
    expect(closingRequest('conv-one', { ...form, note: '  ' })).toEqual(request);
    expect(closingRequest('conv-one', { ...form, note: ' Richiamare ' })).toEqual({ ...request, note: 'Richiamare' });
  });
});
