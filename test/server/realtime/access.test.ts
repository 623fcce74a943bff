import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../../protocol/codes.ts';
import type { StartedConversation } from '../../../protocol/conversation.ts';
import {
  ask,
  begin,
  collect,
  cookieOf,
  must,
  PASSWORD,
  startDesk,
  type CitizenSocket,
  type TestDesk,
} from './harness.ts';

const FOREIGN = { origin: 'https://elsewhere.example' };
const EMBEDDING = 'https://comune.example';

let desk: TestDesk;
let rosa: CitizenSocket;
let ugo: CitizenSocket;
let rosas: StartedConversation;
let ugos: StartedConversation;

beforeAll(async () => {
  desk = await startDesk({ config: { origins: [EMBEDDING] } });
  [rosa, ugo] = await Promise.all([desk.citizen(), desk.citizen()]);
  [rosas, ugos] = await Promise.all([begin(rosa, { name: 'Rosa' }), begin(ugo, { name: 'Ugo' })]);
});
afterAll(() => desk.close());

const refusal = (code: string): object => ({ ok: false, code });
/** How a refused connection looks to its client. */
const refusedWith = (code: string) => expect.objectContaining({ data: { code } });

describe('SE-1 a connection reaches only its own conversation, whatever id it sends', () => {
  const media = { epoch: 1, transportId: 'transport-1', producerId: 'producer-1', consumerId: 'consumer-1' };
  const requests: [string, object][] = [
    ['conversation:sync', { lastSeq: 0 }],
    ['conversation:close', {}],
    ['conversation:rate', { stars: 5 }],
    ['message:send', { clientId: 'intruder', text: 'ciao' }],
    ['message:read', { seq: 1 }],
    ['typing:set', { typing: true }],
    ['call:request', {}],
    ['call:join', {}],
    ['call:transport', { epoch: 1, direction: 'send' }],
    ['call:connect', { ...media, dtlsParameters: {} }],
    ['call:restart-ice', media],
    ['call:produce', { ...media, source: 'camera', rtpParameters: {} }],
    ['call:consume', { ...media, rtpCapabilities: {} }],
    ['call:start-consumer', media],
    ['call:pause', { ...media, paused: true }],
    ['call:end', {}],
  ];

  test.each(requests)("%s on another citizen's conversation", async (event, request) => {
    const heard = [collect(rosa, 'message:new'), collect(rosa, 'typing:changed')];
    const conversationId = rosas.conversation.id;
    expect(await ask(ugo, event, { ...request, conversationId })).toEqual(refusal('forbidden'));
    expect(await ask(ugo, event, { ...request, conversationId: crypto.randomUUID() })).toEqual(refusal('forbidden'));
    expect(heard).toEqual([[], []]);
  });

  test.each(requests)('%s before any conversation', async (event, request) => {
    const nobody = await desk.citizen();
    const conversationId = rosas.conversation.id;
    expect(await ask(nobody, event, { ...request, conversationId })).toEqual(refusal('no-conversation'));
  });

  test('nothing of it was changed', async () => {
    const view = await must<StartedConversation>(rosa, 'conversation:sync', {
      conversationId: rosas.conversation.id,
      lastSeq: 0,
    });
    expect(view.messages).toEqual([]);
    expect(view.conversation.phase.name).toBe('waiting');
  });

  test("an operator cannot act in a conversation that is a colleague's, or nobody's yet", async () => {
    const [ada, bruno] = await Promise.all([desk.operator('ada'), desk.operator('bruno')]);
    const conversationId = ugos.conversation.id;
    const send = { conversationId, clientId: 'intruder', text: 'ciao' };
    expect(await ask(ada, 'message:send', send)).toEqual(refusal('forbidden'));
    await must(ada, 'conversation:accept', { conversationId });
    expect(await ask(bruno, 'message:send', send)).toEqual(refusal('forbidden'));
    expect(await ask(bruno, 'conversation:sync', { conversationId, lastSeq: 0 })).toEqual(refusal('forbidden'));
    const closing = { reason: 'other', topic: 'other', outcome: 'resolved' };
    expect(await ask(bruno, 'conversation:close', { conversationId, ...closing })).toEqual(refusal('forbidden'));
    expect(await ask(bruno, 'message:send', { ...send, conversationId: crypto.randomUUID() })).toEqual(
      refusal('not-found'),
    );
  });

  test('a connection that resumes another conversation leaves the first', async () => {
    const both = await desk.citizen();
    const first = await begin(both);
    await must(both, 'conversation:resume', { token: rosas.token, lastSeq: 0 });
    const { id } = first.conversation;
    expect(await ask(both, 'conversation:sync', { conversationId: id, lastSeq: 0 })).toEqual(refusal('forbidden'));
    both.disconnect();
  });
});

describe('SE-2 tokens', () => {
  test('a forged token opens nothing', async () => {
    const client = await desk.citizen();
    const forged = `${rosas.token.slice(0, -2)}${rosas.token.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await ask(client, 'conversation:resume', { token: forged, lastSeq: 0 })).toEqual(refusal('bad-token'));
    const idAsToken = { token: rosas.conversation.id, lastSeq: 0 };
    expect(await ask(client, 'conversation:resume', idAsToken)).toEqual(refusal('bad-token'));
  });

  test('a token opens its own conversation', async () => {
    const client = await desk.citizen();
    const resumed = await must<StartedConversation>(client, 'conversation:resume', { token: rosas.token, lastSeq: 0 });
    expect(resumed.conversation.id).toBe(rosas.conversation.id);
    expect(resumed.conversation.citizenName).toBe('Rosa');
    client.disconnect();
  });
});

describe('SE-5 who may connect', () => {
  test('an operator without a session, or with a made-up one, is not signed in', async () => {
    const auth = { protocol: PROTOCOL_VERSION };
    await expect(desk.connect('/operator', { auth })).rejects.toEqual(refusedWith('not-signed-in'));
    const headers = { cookie: 'sportello-session=made-up-and-long-enough-to-look-real' };
    await expect(desk.connect('/operator', { auth, headers })).rejects.toEqual(refusedWith('not-signed-in'));
  });

  test('who only looks after the articles sees nothing of the desk, from the moment the account is one of those', async () => {
    const articles = await startDesk({
      operators: [
        { username: 'rita', name: 'Rita', skills: [], roles: ['editor'], password: PASSWORD },
        { username: 'sara', name: 'Sara', skills: [], roles: ['supervisor'], password: PASSWORD },
        { username: 'ada', name: 'Ada', skills: ['chat'], password: PASSWORD },
      ],
    });
    try {
      await expect(articles.operator('rita')).rejects.toEqual(refusedWith('forbidden'));
      const ada = await articles.operator('ada');
      const gone = new Promise((resolve) => void ada.once('disconnect', resolve));
      const cookie = cookieOf(await articles.signIn('sara'));
      const headers = { cookie, 'content-type': 'application/json' };
      const body = JSON.stringify({ skills: [], roles: ['editor'] });
      await fetch(`${articles.url}/api/accounts/demo-ada`, { method: 'PATCH', headers, body });
      await gone;
      await expect(articles.operator('ada')).rejects.toEqual(refusedWith('forbidden'));
    } finally {
      await articles.close();
    }
  });

  test("an operator's session is of no use to a page of another origin", async () => {
    const headers = { cookie: cookieOf(await desk.signIn('ada')), origin: EMBEDDING };
    await expect(desk.connect('/operator', { headers })).rejects.toEqual(refusedWith('not-signed-in'));
  });

  test('a citizen on a page of a foreign origin cannot connect, on a configured one they can', async () => {
    await expect(desk.connect('/citizen', { headers: FOREIGN })).rejects.toThrow();
    const welcome = await desk.connect('/citizen', { headers: { origin: EMBEDDING } });
    expect(welcome.connected).toBe(true);
  });

  test.each([{}, { protocol: PROTOCOL_VERSION + 1 }, { protocol: String(PROTOCOL_VERSION) }])(
    'another version of the protocol is refused: %o',
    async (auth) => {
      await expect(desk.connect('/citizen', { auth })).rejects.toEqual(refusedWith('version-mismatch'));
    },
  );
});
