import { describe, expect, it } from 'vitest';
import { fittingReplies, slashAt } from '../../../console/core/canned-replies.ts';
import { closingRequest, problemsOf, proposeClosing } from '../../../console/core/close-form.ts';
import { directoryOf, isThere, officeFor, proposeSummary, signing, targetOf } from '../../../console/core/directory.ts';
import { mayTake } from '../../../console/core/transfers.ts';
import type { Message } from '../../../protocol/message.ts';
import type { CannedReply } from '../../../protocol/office.ts';
import { article, colleague, desk, knowledge, office, waiting } from './fixtures.ts';

const replies: CannedReply[] = [
  { key: 'saluto', text: { it: 'Buongiorno, eccomi.', en: 'Good morning, here I am.' } },
  { key: 'attesa', text: { it: 'Un momento: controllo.' } },
  { key: 'però', text: { it: 'Serve anche la ricevuta del saluto.' } },
];
const keys = (query: string) => fittingReplies(query, replies, 'it').map(({ key }) => key);

describe('ready replies', () => {
  it('QU-110 open with a slash at the start of a word only', () => {
    expect(slashAt('/', 1)).toEqual({ start: 0, query: '' });
    expect(slashAt('Salve /att', 10)).toEqual({ start: 6, query: 'att' });
    expect(slashAt('uno\n/sa', 7)).toEqual({ start: 4, query: 'sa' });
    for (const text of ['e/o', '24/7', 'https://', 'Salve /att e poi']) expect(slashAt(text, text.length)).toBeNull();
    expect(slashAt('/saluto', 3)).toEqual({ start: 0, query: 'sa' });
  });

  it('QU-110 are found by their key first, then by a word of the text, whatever the accents', () => {
    expect(keys('')).toEqual(['saluto', 'attesa', 'però']);
    expect(keys('sal')).toEqual(['saluto', 'però']);
    expect(keys('pero')).toEqual(['però']);
    expect(keys('zzz')).toEqual([]);
  });

  it('QU-111 come in the citizen’s language, and in Italian, told so, where there is no other', () => {
    expect(fittingReplies('', replies, 'en').map(({ lang, text }) => `${lang} ${text.slice(0, 4)}`)).toEqual([
      'en Good',
      'it Un m',
      'it Serv',
    ]);
  });
});

describe('the directory', () => {
  const state = {
    ...desk(),
    offices: [
      office('urp'),
      office('tributi', { topics: ['bollo'], note: 'Solo la mattina', free: 0, here: 2 }),
      office('trasporti', { free: 0, here: 0 }),
    ],
    colleagues: [
      colleague('operator-1', 'Operatore chat 1'),
      colleague('operator-2', 'Maria Rossi', { busy: true }),
      colleague('operator-3', 'Luca Neri', { presence: 'off' }),
    ],
  };
  const found = (search: string, topic = '') =>
    directoryOf(state, topic, search, (id) => (id === 'bollo' ? 'Bollo auto' : id)).map(({ key }) => key);

  it('QU-104 puts the office that answers for the topic first, and leaves out oneself and who is away', () => {
    expect(found('', 'bollo')).toEqual(['office:tributi', 'office:urp', 'office:trasporti', 'operator:operator-2']);
  });

  it('QU-104 finds by name, topic and note', () => {
    expect(found('auto')).toEqual(['office:tributi']);
    expect(found('MATTINA')).toEqual(['office:tributi']);
    expect(found('rossi maria')).toEqual(['operator:operator-2']);
    expect(found('trasp')).toEqual(['office:trasporti']);
  });

  it('QU-104 knows who could take it now', () => {
    const [tributi, urp, , maria] = directoryOf(state, 'bollo', '', String);
    expect([tributi!, urp!, maria!].map(isThere)).toEqual([false, true, false]);
    expect(targetOf(maria!)).toEqual({ operator: 'operator-2' });
    expect(officeFor(state.offices, 'bollo')).toBe('tributi');
  });

  it('QU-104 shows a signed conversation only those who sign as there', () => {
    const livia = colleague('operator-4', 'Livia', { skills: ['chat', 'lis'], offices: ['tributi'] });
    const desks = signing({ ...state, colleagues: [...state.colleagues, livia] });
    const entries = directoryOf(desks, '', '', String);
    expect(entries.filter(isThere).map(({ key }) => key)).toEqual(['office:tributi', 'operator:operator-4']);
    expect(entries.map(({ key }) => key)).not.toContain('operator:operator-2');
  });

  it('QU-105 begins a question with what the citizen said last', () => {
    const said = (from: 'citizen' | 'operator', text: string, seq: number): Message => ({
      kind: 'text',
      conversationId: 'conv-one',
      seq,
      at: 1,
      from,
      clientId: `client-${seq}`,
      text,
    });
    const messages = ['uno', 'due', 'tre', 'quattro'].map((text, index) => said('citizen', text, index + 1));
    expect(proposeSummary([...messages, said('operator', 'cinque', 5)])).toBe('due\ntre\nquattro');
    expect(proposeSummary([])).toBe('');
  });
});

describe('who is on the way to somebody', () => {
  it('QU-101 is theirs to take: for the office’s people, or for the one colleague', () => {
    const from = { id: 'operator-9', name: 'Maria Rossi' };
    const to = (recipient: { office: string } | { operator: string }) =>
      waiting('conv-one', {
        transfer: {
          to:
            'office' in recipient
              ? { office: recipient.office, name: { it: 'Tributi', en: 'Taxes' } }
              : { operator: { id: recipient.operator, name: 'Io' } },
          from,
          note: null,
          at: 1,
        },
      });
    const me = { id: 'operator-1', offices: ['tributi'] };
    expect(mayTake(waiting('conv-one'), me)).toBe(true);
    expect(mayTake(to({ office: 'tributi' }), me)).toBe(true);
    expect(mayTake(to({ office: 'urp' }), me)).toBe(false);
    expect(mayTake(to({ operator: 'operator-1' }), me)).toBe(true);
    expect(mayTake(to({ operator: 'operator-2' }), me)).toBe(false);
  });
});

describe('the closing card’s promise', () => {
  const known = knowledge([article('bollo-pagare', { topic: 'bollo' })]);
  const offices = [office('tributi', { topics: ['bollo'] })];
  const proposed = proposeClosing(known, { searches: [], articles: ['bollo-pagare'] }, undefined, offices);

  it('QU-108 proposes the office that answers for the topic', () => {
    expect(proposed).toMatchObject({ topic: 'bollo', office: 'tributi', outcome: null });
  });

  it('QU-109 wants a way to the citizen and what they need, only with a later answer', () => {
    expect(problemsOf({ ...proposed, outcome: 'resolved' })).toEqual([]);
    const later = { ...proposed, outcome: 'later-answer' as const };
    expect(problemsOf(later)).toEqual(['reach', 'promise']);
    expect(problemsOf({ ...later, reach: 'anna@example', promise: 'x' })).toEqual(['reach']);
    expect(problemsOf({ ...later, reachBy: 'phone', reach: '12', promise: 'x' })).toEqual(['reach']);
    const whole = { ...later, reachBy: 'phone' as const, reach: ' 050 123456 ', promise: ' Il rimborso ' };
    expect(closingRequest('conv-one', whole)).toEqual({
      conversationId: 'conv-one',
      reason: 'information',
      topic: 'bollo',
      outcome: 'later-answer',
      office: 'tributi',
      callback: { reach: { by: 'phone', phone: '050 123456' }, text: 'Il rimborso' },
    });
  });
});
