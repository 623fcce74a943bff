import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskState } from '../../../protocol/desk.ts';
import { begin, must, type TestDesk } from '../../server/realtime/harness.ts';
import { openDesk as startOffices, queue } from '../../server/chat/desk-kit.ts';
import { openDesk, until, type RealDesk } from './real-desk.ts';

let server: TestDesk;
const open: RealDesk[] = [];

beforeEach(async () => {
  server = await startOffices({ settings: queue({ offerMs: 400 }) });
});
afterEach(async () => {
  for (const { desk } of open.splice(0)) desk.close();
  await server.close();
});

async function operator(username: string): Promise<RealDesk> {
  const real = await openDesk(server, username);
  open.push(real);
  return real;
}

async function citizen(name: string) {
  const client = await server.citizen();
  const { conversation } = await begin(client, { name });
  const conversationId = conversation.id;
  return {
    conversationId,
    who: { conversationId, citizenName: name, since: conversation.startedAt },
    say: (text: string) => must(client, 'message:send', { conversationId, clientId: crypto.randomUUID(), text }),
  };
}

const state = ({ desk }: RealDesk): DeskState => desk.value.desk!;
const kinds = ({ notices }: RealDesk): string[] => notices.map(({ kind }) => kind);

/** One citizen with Ada. */
async function served(ada: RealDesk, name = 'Rosa') {
  const rosa = await citizen(name);
  await ada.desk.accept(rosa.who);
  await until('she has her', () => ada.desk.value.order.includes(rosa.conversationId));
  return rosa;
}

describe('handing on, on a real server', () => {
  it('QU-101 takes who is offered, and leaves them to the next', async () => {
    const ada = await operator('ada');
    const rosa = await citizen('Rosa');
    await until('the offer', () => state(ada).offer?.conversationId === rosa.conversationId);
    expect(kinds(ada)).toContain('offered');
    expect(await ada.desk.acceptNext()).toBe(true);
    expect(ada.desk.value.order).toEqual([rosa.conversationId]);
    await ada.desk.setPresence('break');
    const bruno = await operator('bruno');
    const gino = await citizen('Gino');
    await until('the second offer', () => state(bruno).offer?.conversationId === gino.conversationId);
    await bruno.desk.decline(gino.conversationId);
    await until('it is gone', () => state(bruno).offer === null);
    expect(state(bruno).me.breakReason).toBe(null);
  });

  it('QU-103 knows that the server put me on a break, and comes back', async () => {
    const ada = await operator('ada');
    await citizen('Rosa');
    await until('the break', () => state(ada).me.presence === 'break');
    expect(state(ada).me.breakReason).toBe('missed-offers');
    await ada.desk.setPresence('available');
    await until('back', () => state(ada).me.presence === 'available');
    expect(state(ada).me.breakReason).toBe(null);
  });

  it('QU-93 is told who took a conversation over', async () => {
    const [ada, sara] = [await operator('ada'), await operator('sara')];
    const rosa = await served(ada);
    expect((await sara.desk.takeOver(rosa.conversationId)).ok).toBe(true);
    await until('it is hers no longer', () => ada.desk.value.order.length === 0);
    expect(ada.notices.at(-1)).toMatchObject({ kind: 'taken-over', by: 'Sara', citizenName: 'Rosa' });
    expect(ada.desk.value.notices.at(-1)).toMatchObject({ kind: 'taken-over' });
    expect(kinds(sara)).not.toContain('taken-over');
  });

  it('QU-104 passes a conversation to an office, with the note saved and told', async () => {
    const [ada, carla] = [await operator('ada'), await operator('carla')];
    const rosa = await served(ada);
    const { conversationId } = rosa;
    ada.desk.notes.write(conversationId, 'Casa in via Roma.');
    const request = { conversationId, to: { office: 'tributi' }, note: 'Ha la ricevuta.' };
    expect(await ada.desk.transfer({ ...request, to: { office: 'archivio' } })).toMatchObject({ code: 'nobody-there' });
    expect(await ada.desk.transfer(request)).toMatchObject({ ok: true });
    await until('it is told', () => kinds(ada).includes('passed'));
    expect(ada.desk.value.order).toEqual([]);
    await until('the offer', () => state(carla).offer?.conversationId === conversationId);
    expect(await carla.desk.acceptNext()).toBe(true);
    await until('the case', () => state(carla).cases[conversationId] !== undefined);
    expect(state(carla).cases[conversationId]).toMatchObject({
      note: 'Casa in via Roma.',
      transfer: { from: { name: 'Ada' }, note: 'Ha la ricevuta.' },
    });
  });

  it('QU-106 talks aside over a cut line, and the citizen is off hold at the end', async () => {
    const [ada, carla] = [await operator('ada'), await operator('carla')];
    const { conversationId, say } = await served(ada);
    await say('Quanto devo?');
    const request = { conversationId, to: { office: 'tributi' }, kind: 'answer' as const, summary: 'Quanto deve?' };
    expect(await ada.desk.consult(request)).toMatchObject({ ok: true });
    await until('both have it', () => ada.desk.sideTalks.value.size === 1 && carla.desk.sideTalks.value.size === 1);
    expect(kinds(carla)).toContain('asked');
    const [own] = ada.desk.sideTalks.value.values();
    const [theirs] = carla.desk.sideTalks.value.values();
    await until('the thread', () => theirs!.value.thread !== null);
    expect(theirs!.value.thread?.messages).toMatchObject([{}, { text: 'Quanto devo?' }, {}]);
    ada.cut();
    await until('the line is cut', () => ada.desk.connection.value.name === 'lost');
    own!.send('Ci sei?');
    theirs!.send('Trenta euro.');
    ada.mend();
    await until('both lines are there', () => own!.value.messages.length === 2 && theirs!.value.messages.length === 2);
    expect(own!.value.messages.map(({ text }) => text)).toEqual(theirs!.value.messages.map(({ text }) => text));
    expect(kinds(carla)).toContain('side-message');
    await ada.desk.endConsultation(own!.id);
    await until('it is over', () => ada.desk.sideTalks.value.size === 0 && carla.desk.sideTalks.value.size === 0);
    expect(kinds(carla)).toContain('asked-no-more');
    expect(ada.desk.mine.get(conversationId)?.value.state.phase).toMatchObject({ name: 'live', hold: null });
  });

  it('QU-107 takes over from who asked, who is told', async () => {
    const [ada, carla] = [await operator('ada'), await operator('carla')];
    const { conversationId } = await served(ada);
    const request = { conversationId, to: { office: 'tributi' }, kind: 'transfer' as const, summary: 'La prendi?' };
    await ada.desk.consult(request);
    await until('she is asked', () => state(carla).consultations.length === 1);
    carla.desk.showQuestion(state(carla).consultations[0]!.id);
    await carla.desk.ready(state(carla).consultations[0]!.id);
    expect(carla.desk.value).toMatchObject({ selected: conversationId, asked: null });
    await until('it is told', () => kinds(ada).includes('handed-over'));
    expect(ada.desk.value.order).toEqual([]);
    expect(kinds(carla)).not.toContain('asked-no-more');
  });

  it('QU-109 closes with a promise', async () => {
    const ada = await operator('ada');
    const { conversationId } = await served(ada);
    const request = {
      conversationId,
      reason: 'information' as const,
      topic: 'other',
      outcome: 'later-answer' as const,
      office: 'tributi',
    };
    const promise = (email: string) => ({ reach: { by: 'email' as const, email }, text: 'Il rimborso' });
    expect(await ada.desk.finish({ ...request, callback: promise('anna@') })).toMatchObject({ code: 'bad-contact' });
    expect(await ada.desk.finish({ ...request, callback: promise('anna@example.org') })).toMatchObject({ ok: true });
    await until('it is counted', () => state(ada).callbacks.open === 1);
  });
});
