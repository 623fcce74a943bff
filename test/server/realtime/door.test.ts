import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CODES } from '../../../protocol/codes.ts';
import type { StartedConversation } from '../../../protocol/conversation.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import { fitsIn } from '../../../server/realtime/payload-size.ts';
import { ask, begin, must, startDesk, type CitizenSocket, type OperatorSocket, type TestDesk } from './harness.ts';

let desk: TestDesk;
let citizen: CitizenSocket;
let operator: OperatorSocket;
let started: StartedConversation;

beforeAll(async () => {
  desk = await startDesk();
  citizen = await desk.citizen();
  operator = await desk.operator('ada');
  started = await begin(citizen);
});
afterAll(() => desk.close());

const refusal = (code: string): object => ({ ok: false, code });

describe('SE-3 what does not fit its schema gets a code', () => {
  const id = 'conversation-1';
  test.each([
    ['conversation:start', undefined],
    ['conversation:start', null],
    ['conversation:start', 'text'],
    ['conversation:start', []],
    ['conversation:start', { startId: 'start-123', service: 'fax', language: 'it' }],
    [
      'conversation:start',
      { startId: '../../etc', service: 'chat', language: 'it', context: { searches: [], articles: [] } },
    ],
    ['conversation:resume', { token: 'short', lastSeq: 0 }],
    ['conversation:resume', { token: 'x'.repeat(43), lastSeq: -1 }],
    ['conversation:rate', { conversationId: id, stars: 6 }],
    ['message:send', { conversationId: id, clientId: 'client-1', text: '   ' }],
    ['message:send', { conversationId: id, clientId: 'client-1', text: 'x'.repeat(LIMITS.messageText + 1) }],
    ['message:send', { conversationId: id, clientId: 'client-1', text: { toString: 'x' } }],
    ['message:send', { conversationId: id, clientId: 'client-1', text: Buffer.from('binary') }],
    ['message:read', { conversationId: id, seq: 1.5 }],
    ['typing:set', { conversationId: id, typing: 'yes' }],
  ])('%s %o', async (event, payload) => {
    expect(await ask(citizen, event, payload)).toEqual(refusal('invalid'));
  });

  test('no payload, or more than one', async () => {
    expect(await ask(citizen, 'typing:set')).toEqual(refusal('invalid'));
    const request = { conversationId: started.conversation.id, lastSeq: 0 };
    expect(await ask(citizen, 'conversation:sync', request, request)).toEqual(refusal('invalid'));
  });

  test.each([
    'nonsense',
    'desk:enter',
    'conversation:accept',
    'presence:set',
    '__proto__',
    'constructor',
    'toString',
    '',
  ])('there is no event «%s» for a citizen', async (event) => {
    expect(await ask(citizen, event, {})).toEqual(refusal('unknown-event'));
  });

  test('there are no citizen events for an operator', async () => {
    expect(await ask(operator, 'conversation:start', {})).toEqual(refusal('unknown-event'));
    expect(await ask(operator, 'call:request', {})).toEqual(refusal('unknown-event'));
  });

  test('too large an event is told so', async () => {
    const text = 'x'.repeat(LIMITS.eventBytes + 1);
    expect(await ask(citizen, 'message:send', { text })).toEqual(refusal('too-large'));
    expect(await ask(citizen, 'message:send', { text: Buffer.alloc(LIMITS.eventBytes + 1) })).toEqual(
      refusal('too-large'),
    );
  });

  test('an event without an acknowledgement is carried out all the same', async () => {
    const conversationId = started.conversation.id;
    const mute = citizen as { emit(event: string, ...payload: unknown[]): void };
    mute.emit('nonsense', {});
    mute.emit('message:send', { conversationId, clientId: 'no-ack-1', text: 'ciao' }, 'not an acknowledgement');
    mute.emit('message:send', { conversationId, clientId: 'no-ack-2', text: 'ciao' });
    const view = await must<StartedConversation>(citizen, 'conversation:sync', { conversationId, lastSeq: 0 });
    expect(view.messages).toMatchObject([{ clientId: 'no-ack-2' }]);
  });
});

describe('SE-3 frames that are none close the connection and leave the server up', () => {
  /** A namespace of our own kind, spoken by hand. */
  async function raw(): Promise<WebSocket> {
    const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    await new Promise((resolve) => socket.once('message', resolve));
    socket.send('40/citizen,{"protocol":1}');
    await new Promise((resolve) => socket.once('message', resolve));
    return socket;
  }

  test.each([
    ['no JSON', '42/citizen,1{"a":'],
    ['not a list', '42/citizen,1{"a":1}'],
    ['an empty list', '42/citizen,1[]'],
    ['a number for a name', '42/citizen,1[1,2]'],
    ['a reserved name', '42/citizen,1["disconnect",{}]'],
    ['an unknown kind of packet', '49/citizen,1["typing:set",{}]'],
    ['binary that was not announced', Buffer.from([1, 2, 3])],
    ['attachments that never come', '451-/citizen,1["message:send",{"_placeholder":true,"num":7}]'],
    ['a frame beyond all limits', `42/citizen,1["message:send","${'x'.repeat(5 * LIMITS.eventBytes)}"]`],
    ['nothing', ''],
  ])('%s', async (_name, frame) => {
    const socket = await raw();
    socket.on('error', () => undefined);
    socket.send(frame);
    // Whatever becomes of that line, the others go on.
    await must(citizen, 'conversation:sync', { conversationId: started.conversation.id, lastSeq: 0 });
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
    socket.terminate();
  });

  test.each(['', 'GET', '{"sid":1}'])('a handshake of nonsense is refused: «%s»', async (body) => {
    const response = await fetch(`${desk.url}/socket.io/?EIO=4&transport=polling&sid=none`, { method: 'POST', body });
    expect(response.status).toBe(400);
  });
});

test('SE-3 the size of a payload is counted without serialising it, and deep nesting costs nothing', () => {
  expect(fitsIn({ text: 'x'.repeat(90) }, 100)).toBe(true);
  expect(fitsIn({ text: 'x'.repeat(100) }, 100)).toBe(false);
  expect(fitsIn({ ['x'.repeat(100)]: 1 }, 100)).toBe(false);
  expect(fitsIn('è'.repeat(50), 100)).toBe(false);
  expect(
    fitsIn(
      Array.from({ length: 100 }, () => []),
      100,
    ),
  ).toBe(false);
  let deep: unknown = null;
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  expect(fitsIn(deep, 1_000_000)).toBe(true);
  expect(fitsIn(deep, 1_000)).toBe(false);
});

test('the list of codes has no twins: screens choose their words from it', () => {
  expect(new Set(CODES).size).toBe(CODES.length);
});
