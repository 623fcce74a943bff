import { describe, expect, it } from 'vitest';
import type { ConversationState } from '../../protocol/conversation.ts';
import type { TextMessage } from '../../protocol/message.ts';
import {
  isBehind,
  lastContiguous,
  logEntries,
  openModel,
  reduceConversation,
  unreadCount,
  visibleMessages,
  type ConversationChange,
  type ConversationModel,
} from '../../widget/core/conversation-state.ts';

const STATE: ConversationState = {
  id: 'conversation-1',
  service: 'chat',
  language: 'it',
  citizenName: null,
  citizenConnected: true,
  startedAt: 0,
  context: { searches: [], articles: [] },
  phase: {
    name: 'waiting',
    since: 0,
    position: 1,
    estimateMs: null,
    longer: false,
    maximumAt: null,
    closing: null,
    propose: null,
    transferTo: null,
  },
  call: null,
  lastSeq: 0,
  read: { citizen: 0, operator: 0 },
};

function text(seq: number, from: 'citizen' | 'operator' = 'operator'): TextMessage {
  return { kind: 'text', conversationId: STATE.id, seq, at: seq, from, clientId: `client-${seq}`, text: `text ${seq}` };
}

function model(changes: ConversationChange[] = [], state: Partial<ConversationState> = {}): ConversationModel {
  const opened = openModel('citizen', { conversation: { ...STATE, ...state }, messages: [] });
  return changes.reduce(reduceConversation, opened);
}

const message = (seq: number): ConversationChange => ({ type: 'message', message: text(seq) });
const seqs = (now: ConversationModel): number[] => visibleMessages(now).map(({ seq }) => seq);

describe('CH-21 messages', () => {
  it.each([
    { come: [1, 2, 3], show: [1, 2, 3] },
    { come: [1, 3], show: [1] },
    { come: [1, 3, 2], show: [1, 2, 3] },
    { come: [2, 3], show: [] },
    { come: [1, 1, 2, 2, 1], show: [1, 2] },
  ])('that come as $come show as $show', ({ come, show }) => {
    const now = model(come.map(message));
    expect(seqs(now)).toEqual(show);
    expect(lastContiguous(now)).toBe(show.at(-1) ?? 0);
  });

  it('are known to be missing from a gap, and from what the state says', () => {
    expect(isBehind(model([message(1), message(3)]))).toBe(true);
    expect(isBehind(model([message(1)], { lastSeq: 2 }))).toBe(true);
    expect(isBehind(model([message(1)], { lastSeq: 1 }))).toBe(false);
  });

  it('of a view fill the gap and bring the state', () => {
    const now = model([message(1), message(3)]);
    const view = { conversation: { ...STATE, lastSeq: 3 }, messages: [text(2), text(3)] };
    expect(seqs(reduceConversation(now, { type: 'view', view }))).toEqual([1, 2, 3]);
  });
});

describe('CH-20 the outbox', () => {
  const queue: ConversationChange = { type: 'queue', clientId: 'client-1', text: 'text 1', at: 5 };

  it('stands behind what is confirmed, and moves there with its number', () => {
    const waiting = model([queue]);
    expect(logEntries(waiting)).toMatchObject([{ kind: 'pending', text: 'text 1', refused: null }]);
    const sent = reduceConversation(waiting, { type: 'sent', clientId: 'client-1', seq: 1, at: 9 });
    expect(sent.outbox).toEqual([]);
    expect(visibleMessages(sent)).toEqual([{ ...text(1, 'citizen'), at: 9 }]);
  });

  it('is emptied by the message itself, should that come first, and takes the late answer for what it is', () => {
    const heard = model([queue, { type: 'message', message: text(1, 'citizen') }]);
    expect(heard.outbox).toEqual([]);
    const answered = reduceConversation(heard, { type: 'sent', clientId: 'client-1', seq: 1, at: 1 });
    expect(seqs(answered)).toEqual([1]);
  });

  it('drops on opening what the server turns out to have', () => {
    const pending = { kind: 'pending', clientId: 'client-1', text: 'text 1', at: 1, refused: null } as const;
    const view = { conversation: { ...STATE, lastSeq: 1 }, messages: [text(1, 'citizen')] };
    expect(openModel('citizen', view, [pending]).outbox).toEqual([]);
  });

  it('keeps a refusal until it is tried again or taken out', () => {
    const refused = model([queue, { type: 'refused', clientId: 'client-1', code: 'too-large' }]);
    expect(refused.outbox[0]?.refused).toBe('too-large');
    expect(reduceConversation(refused, { type: 'retry', clientId: 'client-1' }).outbox[0]?.refused).toBeNull();
    expect(reduceConversation(refused, { type: 'discard', clientId: 'client-1' }).outbox).toEqual([]);
  });
});

it('CH-9 counts as unread the texts of the other side beyond what was read', () => {
  const joined = {
    kind: 'event',
    event: 'operator-joined',
    conversationId: STATE.id,
    at: 1,
    from: 'operator',
  } as const;
  const messages = [text(1), text(2), text(3, 'citizen'), { ...joined, seq: 4 }, text(5)];
  const view = { conversation: { ...STATE, lastSeq: 5, read: { citizen: 1, operator: 0 } }, messages };
  expect(unreadCount(openModel('citizen', view))).toBe(2);
});

it('never changes the model it is given', () => {
  const before = model([message(1)]);
  const copy = structuredClone(before);
  reduceConversation(before, message(2));
  reduceConversation(before, { type: 'queue', clientId: 'x', text: 'y', at: 0 });
  expect(before).toEqual(copy);
});
