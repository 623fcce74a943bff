import { describe, expect, it } from 'vitest';
import { articlesToCheck, offersFor } from '../../../console/core/offers.ts';
import type { Message } from '../../../protocol/message.ts';
import { createSearch } from '../../../widget/search/index.ts';
import { article, knowledge } from './fixtures.ts';

const known = knowledge([
  article('visita-disdire', { title: 'Come disdico una visita prenotata?' }),
  article('bollo-pagare', { topic: 'bollo', title: 'Dove pago il bollo auto?' }),
]);
const search = createSearch(known);

function said(from: 'citizen' | 'operator', text: string): Message {
  return { kind: 'text', conversationId: 'conv-one', seq: 1, at: 1, from, clientId: 'client-1', text };
}

const offered = (draft: string, messages: Message[]) =>
  offersFor(draft, messages, search, known).map(({ id }) => id)[0];

describe('articles offered beside the answer', () => {
  it('CH-53 fit what is being written', () => {
    expect(offered('Per pagare il bollo auto', [said('citizen', 'disdire una visita')])).toBe('bollo-pagare');
  });

  it('CH-53 fit what the citizen wrote last, as long as the draft says nothing', () => {
    const asked = [said('citizen', 'Vorrei disdire una visita')];
    expect(offered('', asked)).toBe('visita-disdire');
    expect(offered('Buongiorno Anna', asked)).toBe('visita-disdire');
  });

  it('are none when nothing fits, or when only the operator has written', () => {
    expect(offered('', [said('citizen', 'grazie mille')])).toBeUndefined();
    expect(offered('', [said('operator', 'disdire una visita')])).toBeUndefined();
  });
});

describe('articles to check', () => {
  it('are those whose date passes within a month, the most overdue first', () => {
    const dated = knowledge([
      article('later', { verifyBy: '2027-02-01' }),
      article('soon', { verifyBy: '2026-12-20' }),
      article('overdue', { verifyBy: '2026-11-01' }),
    ]);
    expect(articlesToCheck(dated, '2026-11-21').map(({ id }) => id)).toEqual(['overdue', 'soon']);
  });
});
