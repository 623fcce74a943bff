import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { totalUnread } from '../../../console/core/mine.ts';
import type { ConversationState } from '../../../protocol/conversation.ts';
import { visibleMessages } from '../../../widget/core/conversation-state.ts';
import { begin, must, next, startDesk, type CitizenSocket, type TestDesk } from '../../server/realtime/harness.ts';
import { openDesk, until, type RealDesk } from './real-desk.ts';

let server: TestDesk;
const open: RealDesk[] = [];

beforeAll(async () => {
  server = await startDesk();
});
afterEach(async () => {
  for (const { desk } of open.splice(0)) {
    for (const conversationId of desk.value.order) {
      await desk.finish({ conversationId, reason: 'other', topic: 'other', outcome: 'resolved' });
    }
    desk.close();
  }
});
afterAll(() => server.close());

async function operator(username: string): Promise<RealDesk> {
  const real = await openDesk(server, username);
  open.push(real);
  return real;
}

async function citizen(name: string) {
  const client: CitizenSocket = await server.citizen();
  const { conversation } = await begin(client, { name });
  const conversationId = conversation.id;
  return {
    client,
    conversationId,
    who: { conversationId, citizenName: name, since: conversation.startedAt },
    say: (text: string) => must(client, 'message:send', { conversationId, clientId: crypto.randomUUID(), text }),
    close: () => must(client, 'conversation:close', { conversationId }),
  };
}

const texts = ({ desk }: RealDesk, id: string): string[] =>
  visibleMessages(desk.mine.get(id)!.value).flatMap((message) => (message.kind === 'text' ? [message.text] : []));
const kinds = ({ notices }: RealDesk): string[] => notices.map(({ kind }) => kind);

describe('an operator’s desk, on a real server', () => {
  it('QU-52 tells of somebody who joins an empty line, and lets the next be accepted', async () => {
    const ada = await operator('ada');
    // Nobody is offered to who has a break, and they are told all the same.
    await ada.desk.setPresence('break');
    const rosa = await citizen('Rosa');
    await until('the notice', () => kinds(ada).includes('joined'));
    expect(await ada.desk.acceptNext()).toBe(true);
    expect(ada.desk.value).toMatchObject({ selected: rosa.conversationId, order: [rosa.conversationId] });
    expect(await ada.desk.acceptNext()).toBe(false);
    await ada.desk.setPresence('available');
  });

  it('QU-54 tells at once who was not the quicker of two', async () => {
    const [ada, bruno] = await Promise.all([operator('ada'), operator('bruno')]);
    const rosa = await citizen('Rosa');
    await Promise.all([ada.desk.accept(rosa.who), bruno.desk.accept(rosa.who)]);
    const [winner, loser] = ada.desk.value.order.length > 0 ? [ada, bruno] : [bruno, ada];
    expect(winner.desk.value.order).toEqual([rosa.conversationId]);
    expect(loser.desk.value.order).toEqual([]);
    expect(loser.notices).toMatchObject([...loser.notices.slice(0, -1), { kind: 'taken', citizenName: 'Rosa' }]);
    expect(kinds(winner)).not.toContain('taken');
  });

  it('CH-50 counts a message as read only while somebody looks at its conversation', async () => {
    const ada = await operator('ada');
    const rosa = await citizen('Rosa');
    await ada.desk.accept(rosa.who);
    await rosa.say('Buongiorno');
    await until('the message', () => texts(ada, rosa.conversationId).length === 1);
    expect(totalUnread(ada.desk.mine.value)).toBe(1);
    expect(kinds(ada)).toContain('message');
    const seen = next<ConversationState>(rosa.client, 'conversation:changed', ({ read }) => read.operator > 1);
    ada.desk.watch(true);
    await seen;
    await until('nothing unread', () => totalUnread(ada.desk.mine.value) === 0);
  });

  it('CH-51 sends once, and in order, what was written while the line was cut', async () => {
    const ada = await operator('ada');
    const rosa = await citizen('Rosa');
    await ada.desk.accept(rosa.who);
    const conversation = ada.desk.mine.get(rosa.conversationId)!;
    ada.cut();
    await until('the line is cut', () => ada.desk.connection.value.name === 'lost');
    conversation.send('uno');
    conversation.send('due');
    await rosa.say('zero');
    ada.mend();
    await until('everything is there', () => texts(ada, rosa.conversationId).length === 3);
    expect(texts(ada, rosa.conversationId)).toEqual(['zero', 'uno', 'due']);
    expect(conversation.value.outbox).toEqual([]);
  });

  it('SE-50 goes on where it was after signing in again: same conversations, same draft', async () => {
    const ada = await operator('ada');
    const rosa = await citizen('Rosa');
    await ada.desk.accept(rosa.who);
    const conversation = ada.desk.mine.get(rosa.conversationId)!;
    conversation.draft = 'quasi finito';
    await ada.signOut();
    await until('the connection is gone', () => ada.desk.connection.value.name !== 'connected');
    ada.mend();
    await until('the session is found to have ended', () => ada.ended() > 0);
    conversation.send('scritto senza sessione');
    await ada.signInAgain();
    await until('it has left', () => texts(ada, rosa.conversationId).includes('scritto senza sessione'));
    expect(ada.desk.mine.get(rosa.conversationId)).toBe(conversation);
    expect(conversation.draft).toBe('quasi finito');
  });

  it('CH-12 keeps a conversation that its citizen closed until the card is there', async () => {
    const ada = await operator('ada');
    const rosa = await citizen('Rosa');
    await ada.desk.accept(rosa.who);
    await rosa.close();
    await until('the notice', () => kinds(ada).includes('left'));
    const { conversationId } = rosa;
    const answer = await ada.desk.finish({ conversationId, reason: 'report', topic: 'other', outcome: 'resolved' });
    expect(answer.ok).toBe(true);
    expect(ada.desk.value.order).toEqual([]);
  });

  it('leaves nothing behind of a conversation that is done', async () => {
    const ada = await operator('ada');
    const rosa = await citizen('Rosa');
    await ada.desk.accept(rosa.who);
    const { conversationId } = rosa;
    ada.desk.mine.get(conversationId)!.draft = 'una bozza';
    await ada.desk.finish({ conversationId, reason: 'other', topic: 'other', outcome: 'unresolved' });
    expect(ada.drawer.get(`draft:${conversationId}`)).toBeNull();
    expect(ada.desk.mine.get(conversationId)).toBeUndefined();
  });
});
