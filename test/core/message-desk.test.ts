import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LeaveMessage, Receipt } from '../../protocol/callback.ts';
import { checkMessage } from '../../widget/core/message-check.ts';
import { createMessageDesk, type MessageContext, type MessageDesk } from '../../widget/core/message-desk.ts';
import { createMemoryDrawer, type Drawer } from '../../widget/core/storage.ts';
import type { Answer } from '../../widget/core/wire.ts';
import { clock } from './node-clock.ts';

const RECEIPT: Receipt = {
  number: '2027-000001',
  receivedAt: 0,
  dueAt: 1,
  reach: { by: 'email', email: 'ada@example.org' },
  mailed: true,
};
const CONTEXT: MessageContext = {
  service: 'chat',
  language: 'it',
  context: { searches: ['bollo'], articles: [] },
  token: null,
};
const WRITTEN = {
  text: ' Quando? ',
  name: ' ',
  by: 'email',
  email: ' ada@example.org ',
  phone: '',
  files: [],
} as const;

let posted: LeaveMessage[];
let answers: Answer<{ receipt: Receipt }>[];
let made: number;

function open(own: Drawer = createMemoryDrawer()): MessageDesk {
  return createMessageDesk({
    post: async (message) => {
      posted.push(message);
      return answers.shift() ?? { ok: false, code: 'no-answer' };
    },
    clock,
    newId: () => `id-${(made += 1)}`,
    own,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [posted, answers, made] = [[], [], 0];
});
afterEach(() => void vi.useRealTimers());

it('CH-94 tries the same message again until it is through', async () => {
  const desk = open();
  desk.change(WRITTEN);
  desk.send(CONTEXT);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.value).toEqual({ name: 'sending', what: 'message', lost: true });
  await vi.advanceTimersByTimeAsync(3_000);
  answers = [{ ok: true, receipt: RECEIPT }];
  desk.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.value).toEqual({ name: 'sent', receipt: RECEIPT });
  expect(posted).toHaveLength(3);
  expect(new Set(posted.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(posted[0]).toEqual({
    startId: 'id-1',
    service: 'chat',
    language: 'it',
    context: { searches: ['bollo'], articles: [] },
    text: 'Quando?',
    reach: { by: 'email', email: 'ada@example.org' },
    attachments: [],
  });
});

it('CH-94 is the same message after a reload, and another one once its words have changed', async () => {
  const own = createMemoryDrawer();
  const desk = open(own);
  desk.change(WRITTEN);
  desk.send(CONTEXT);
  await vi.advanceTimersByTimeAsync(0);
  desk.close();
  desk.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posted).toHaveLength(1);

  const again = open(own);
  expect(again.draft.value).toEqual(WRITTEN);
  again.send(CONTEXT);
  await vi.advanceTimersByTimeAsync(0);
  again.stop();
  again.change({ text: 'Dove?' });
  again.send(CONTEXT);
  await vi.advanceTimersByTimeAsync(0);
  expect(posted.map(({ startId }) => startId)).toEqual(['id-1', 'id-1', 'id-2']);
});

it('CH-94 heeds no answer to what was stopped', async () => {
  const desk = open();
  desk.change(WRITTEN);
  answers = [{ ok: true, receipt: RECEIPT }];
  desk.send(CONTEXT);
  desk.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.value).toEqual({ name: 'writing', trouble: null });
  expect(desk.draft.value.text).toBe(WRITTEN.text);
});

it('CH-93 keeps the receipt until it has been read, and nothing else', async () => {
  const own = createMemoryDrawer();
  const desk = open(own);
  desk.change(WRITTEN);
  answers = [{ ok: true, receipt: RECEIPT }];
  desk.send(CONTEXT);
  await vi.advanceTimersByTimeAsync(0);
  const again = open(own);
  expect(again.value).toEqual({ name: 'sent', receipt: RECEIPT });
  expect(again.draft.value.text).toBe('');
  again.finish();
  expect(open(own).value.name).toBe('writing');
});

it('CH-95 goes back to writing with the reason of a refusal, and loses nothing', async () => {
  const desk = open();
  desk.change(WRITTEN);
  answers = [{ ok: false, code: 'bad-contact' }];
  desk.send(CONTEXT);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.value).toEqual({ name: 'writing', trouble: 'bad-contact' });
  expect(desk.draft.value).toEqual(WRITTEN);
});

it('CH-96 stands by itself where the conversation it was to end is gone', async () => {
  const desk = open();
  desk.change(WRITTEN);
  answers = [
    { ok: false, code: 'token-expired' },
    { ok: true, receipt: RECEIPT },
  ];
  desk.send({ ...CONTEXT, token: 'x'.repeat(43) });
  await vi.advanceTimersByTimeAsync(0);
  expect(posted.map(({ token }) => token?.length)).toEqual([43, undefined]);
  expect(desk.value.name).toBe('sent');
});

describe('CH-92 what has to be put right', () => {
  const check = (change: object): string[] =>
    checkMessage({ ...WRITTEN, ...change }).map(({ field, why }) => `${field} ${why}`);

  it('is told in the order of the screen', () => {
    expect(check({})).toEqual([]);
    expect(check({ text: ' ', email: '' })).toEqual(['text missing', 'email missing']);
    expect(check({ text: 'x'.repeat(4_001) })).toEqual(['text too-long']);
  });

  it.each(['ada@example.org', 'a.b+c@posta.comune.example.it'])('takes %s', (email) =>
    expect(check({ email })).toEqual([]),
  );
  it.each(['ada', 'ada@example', 'ada@@example.org', 'a b@example.org', 'a@example.org\nBcc: b@example.org', 'a@.org'])(
    'does not take %j',
    (email) => expect(check({ email })).toEqual(['email wrong']),
  );
  it.each(['050 1234567', '+39 333 1234567', '06/1234.567', '(050) 1234567'])('takes %s', (phone) =>
    expect(check({ by: 'phone', phone })).toEqual([]),
  );
  it.each(['12345', '050 1234567 interno tre', '+', '1234567890123456'])('does not take %s', (phone) =>
    expect(check({ by: 'phone', phone })).toEqual(['phone wrong']),
  );
});
