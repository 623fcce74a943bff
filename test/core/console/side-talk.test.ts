import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCaseNotes } from '../../../console/core/case-notes.ts';
import { createSideTalk } from '../../../console/core/side-talk.ts';
import { sideUnread } from '../../../console/core/side-talk-state.ts';
import type { ConsultationView, SideMessage } from '../../../protocol/consultation.ts';
import { createMemoryDrawer } from '../../../widget/core/storage.ts';
import type { Answer, Connection, OperatorWire } from '../../../widget/core/wire.ts';
import { consultation, conversation, sideMessage } from './fixtures.ts';

const silence = { ok: false, code: 'no-answer' } as const;
const clock = {
  now: () => Date.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A line whose far end the test plays. */
function line() {
  const asked: { event: string; payload: Record<string, unknown> }[] = [];
  const listeners = new Map<string, (value: never) => void>();
  const connections = new Set<(connection: Connection) => void>();
  let reply: (event: string) => Answer = () => ({ ok: true });
  const wire: OperatorWire = {
    connection: { name: 'connected' },
    async request(event: string, payload: object) {
      asked.push({ event, payload: payload as Record<string, unknown> });
      return reply(event) as never;
    },
    on(event: string, listener: (value: never) => void) {
      listeners.set(event, listener);
      return () => listeners.delete(event);
    },
    onConnection(listener) {
      connections.add(listener);
      return () => connections.delete(listener);
    },
    close() {},
  };
  return {
    wire,
    asked,
    answer: (next: (event: string) => Answer) => void (reply = next),
    tell: (message: SideMessage) => listeners.get('side-message:new')?.(message as never),
    connect: () => connections.forEach((listener) => listener({ name: 'connected' })),
  };
}

beforeEach(() => void vi.useFakeTimers());
const passing = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

describe('a side conversation', () => {
  function open(drawer = createMemoryDrawer()) {
    const far = line();
    const held: SideMessage[] = [];
    let ids = 0;
    const talk = createSideTalk({
      consultation: consultation('consult-one'),
      me: { id: 'operator-1', name: 'Io' },
      wire: far.wire,
      clock,
      newId: () => `own-${(ids += 1)}`,
      drawer,
      fetchView: async () =>
        ({
          ok: true,
          consultation: consultation('consult-one', { lastSeq: held.length }),
          conversation: conversation('conv-anna'),
          messages: [],
          sideMessages: held,
        }) satisfies Answer<ConsultationView>,
    });
    return { talk, far, held, drawer };
  }
  const texts = ({ talk }: ReturnType<typeof open>) => talk.value.messages.map(({ text }) => text);

  it('QU-106 sends once and in order what was written while the line was down, through a reload', async () => {
    const before = open();
    before.far.answer(() => silence);
    before.talk.send('uno');
    before.talk.send('due');
    before.talk.draft = 'quasi';
    await passing(10);
    expect(before.talk.value.outbox.map(({ text }) => text)).toEqual(['uno', 'due']);
    before.talk.close();
    const again = open(before.drawer);
    let seq = 0;
    again.far.answer(() => ({ ok: true, seq: (seq += 1), at: 1 }) as Answer);
    await passing(10);
    expect(texts(again)).toEqual(['uno', 'due']);
    expect(again.talk.value.outbox).toEqual([]);
    expect(again.talk.draft).toBe('quasi');
    expect(again.far.asked.map(({ payload }) => payload['clientId'])).toEqual(['own-1', 'own-2']);
  });

  it('QU-106 marks what is refused for good, to be tried again or taken away', async () => {
    const { talk, far } = open();
    far.answer(() => ({ ok: false, code: 'wrong-phase' }));
    talk.send('tardi');
    await passing(10);
    expect(talk.value.outbox).toMatchObject([{ refused: 'wrong-phase' }]);
    talk.discard(talk.value.outbox[0]!.clientId);
    expect(talk.value.outbox).toEqual([]);
  });

  it('QU-106 asks for what it missed, and shows each line once', async () => {
    const opened = open();
    await passing();
    opened.held.push(sideMessage('consult-one', 1), sideMessage('consult-one', 2));
    opened.far.tell(sideMessage('consult-one', 2));
    opened.far.tell(sideMessage('consult-two', 1));
    expect(texts(opened)).toEqual(['riga 2']);
    await passing(400);
    expect(texts(opened)).toEqual(['riga 1', 'riga 2']);
    expect(sideUnread(opened.talk.value, 'operator-1')).toBe(2);
    opened.talk.see();
    expect(sideUnread(opened.talk.value, 'operator-1')).toBe(0);
  });

  it('comes back after the line broke, and is still once closed', async () => {
    const opened = open();
    await passing();
    opened.held.push(sideMessage('consult-one', 1));
    opened.far.connect();
    await passing();
    expect(texts(opened)).toEqual(['riga 1']);
    opened.talk.close();
    opened.talk.close();
    opened.far.tell(sideMessage('consult-one', 2));
    await passing(5_000);
    expect(texts(opened)).toEqual(['riga 1']);
  });
});

describe('notes', () => {
  it('QU-112 are saved when one stops typing, and say so', async () => {
    const far = line();
    const notes = createCaseNotes({ wire: far.wire, clock, drawer: createMemoryDrawer() });
    notes.write('conv-one', 'ca');
    await passing(500);
    notes.write('conv-one', 'casa');
    await passing(700);
    expect(far.asked).toEqual([]);
    expect(notes.value.get('conv-one')).toMatchObject({ saved: 'unsaved', trouble: null });
    await passing(200);
    expect(far.asked).toEqual([{ event: 'note:write', payload: { conversationId: 'conv-one', note: 'casa' } }]);
    expect(notes.value.get('conv-one')).toMatchObject({ saved: 'saved' });
  });

  it('QU-112 stay, marked, while they cannot be saved, and leave when they can, through a reload', async () => {
    const far = line();
    const drawer = createMemoryDrawer();
    const before = createCaseNotes({ wire: far.wire, clock, drawer });
    far.answer(() => silence);
    before.write('conv-one', 'casa');
    await passing(900);
    expect(before.value.get('conv-one')).toMatchObject({ saved: 'unsaved', trouble: 'no-answer' });
    before.close();
    const again = createCaseNotes({ wire: far.wire, clock, drawer });
    again.restore(['conv-one', 'conv-two']);
    expect(again.value.get('conv-one')).toMatchObject({ text: 'casa', saved: 'unsaved' });
    far.answer(() => ({ ok: true }));
    await passing(900);
    expect(again.value.get('conv-one')).toMatchObject({ saved: 'saved' });
    expect(drawer.get('note:conv-one')).toBeNull();
  });

  it('QU-112 go out at once before the conversation does, and leave nothing behind', async () => {
    const far = line();
    const drawer = createMemoryDrawer();
    const notes = createCaseNotes({ wire: far.wire, clock, drawer });
    notes.write('conv-one', 'casa');
    notes.flush();
    expect(far.asked).toHaveLength(1);
    notes.drop('conv-one');
    await passing(5_000);
    expect(far.asked).toHaveLength(1);
    expect(drawer.get('note:conv-one')).toBeNull();
    expect(notes.value.size).toBe(0);
  });
});
