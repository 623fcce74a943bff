import { beforeAll, expect, it } from 'vitest';
import type { ConversationState, Phase } from '../../protocol/conversation.ts';
import type { EventMessage } from '../../protocol/message.ts';
import { openModel, type ConversationModel } from '../../widget/core/conversation-state.ts';
import { createI18n, type I18n } from '../../widget/core/i18n.ts';
import type { Reopening } from '../../widget/core/later.ts';
import { newsOf, watchNews, type News } from '../../widget/core/news.ts';
import { createObservable } from '../../widget/core/observable.ts';
import { words } from '../../widget/locales/words.ts';
import { call, conversation } from './call-script.ts';

let i18n: I18n;
beforeAll(async () => void (i18n = await createI18n({ lang: 'it', resources: words.panel })));

const WAITING: Phase = {
  name: 'waiting',
  since: 0,
  position: 2,
  estimateMs: 120_000,
  longer: false,
  maximumAt: null,
  closing: null,
  propose: null,
  transferTo: null,
};

function news(change: Partial<ConversationState>, events: EventMessage['event'][] = []): News {
  const state = { ...conversation(null), lastSeq: events.length, ...change };
  const messages = events.map((event, index) => ({
    kind: 'event' as const,
    conversationId: state.id,
    seq: index + 1,
    at: 0,
    from: 'operator' as const,
    event,
    name: 'Operatore LIS',
  }));
  return newsOf(openModel('citizen', { conversation: state, messages }), i18n);
}

it('CH-44 tells the place in the line to whoever reads something else', () => {
  expect(newsOf(undefined, i18n)).toEqual({ words: '', fresh: false });
  expect(news({ phase: WAITING })).toEqual({
    words: 'Sei in attesa. Prima di te c’è 1 persona. Circa 2 minuti.',
    fresh: false,
  });
});

it('CH-103 keeps short what stands on the button: no word of what is not known', () => {
  const waiting = WAITING as Extract<Phase, { name: 'waiting' }>;
  expect(news({ phase: { ...waiting, estimateMs: null } }).words).toBe('Sei in attesa. Prima di te c’è 1 persona.');
});

it('CH-44 an answer is new until it was seen, and a call says that the camera is off', () => {
  expect(news({}, ['operator-joined'])).toEqual({ words: 'Ti ha risposto Operatore LIS.', fresh: true });
  const calling = 'Videochiamata aperta, la tua fotocamera è spenta.';
  expect(news({ call: call() }, ['operator-joined', 'call-started'])).toEqual({
    words: `Ti ha risposto Operatore LIS. ${calling}`,
    fresh: true,
  });
  const seen = { read: { citizen: 2, operator: 0 } };
  expect(news({ call: call(), ...seen }, ['operator-joined', 'call-started'])).toEqual({
    words: calling,
    fresh: false,
  });
  expect(news(seen, ['operator-joined', 'call-started'])).toEqual({
    words: 'Torna alla conversazione',
    fresh: false,
  });
});

it('CH-44 the end is told, unless it was the citizen who ended it', () => {
  const closed = (by: 'operator' | 'citizen'): News =>
    news({ phase: { name: 'closed', at: 0, by, rated: false } }, ['operator-joined', 'closed']);
  expect(closed('operator')).toEqual({ words: 'La conversazione è chiusa.', fresh: true });
  expect(closed('citizen')).toEqual({ words: '', fresh: false });
});

it('CH-88 CH-90 tells whoever reads something else of a proposal, and of being on the way to somebody', () => {
  const waiting = WAITING as Extract<Phase, { name: 'waiting' }>;
  expect(news({ phase: { ...waiting, propose: 'too-long' } })).toEqual({
    words: 'Stai aspettando da molto: puoi lasciare un messaggio.',
    fresh: false,
  });
  expect(news({ phase: { ...waiting, transferTo: 'Ufficio tributi' } }).words).toBe(
    'Ti stiamo passando a Ufficio tributi.',
  );
  expect(news({ phase: { ...waiting, propose: 'closed' } }).words).toBe(
    'Lo sportello ha chiuso: puoi lasciare un messaggio.',
  );
});

it('CH-85 tells on the button that a service has opened, until it has been seen, and a conversation comes first', () => {
  const model = createObservable<ConversationModel | undefined>(undefined);
  const reopening = createObservable<Reopening>({ awaited: ['chat'], opened: null, seen: true, failed: null });
  const told = watchNews({ model }, i18n, { reopening });
  expect(told.value).toEqual({ words: '', fresh: false });
  reopening.set({ awaited: [], opened: 'chat', seen: false, failed: null });
  expect(told.value).toEqual({ words: 'Ora puoi scrivere a un operatore.', fresh: true });
  reopening.set({ awaited: [], opened: 'chat', seen: true, failed: null });
  expect(told.value.fresh).toBe(false);
  model.set(openModel('citizen', { conversation: { ...conversation(null), phase: WAITING }, messages: [] }));
  expect(told.value.words).toContain('Sei in attesa.');
});
