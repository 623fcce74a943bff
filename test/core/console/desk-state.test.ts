import { describe, expect, it } from 'vitest';
import { emptyDesk, reduceDesk, type DeskEvent, type DeskModel } from '../../../console/core/desk-state.ts';
import { caseFile, consultation, conversation, desk, waiting } from './fixtures.ts';

const after = (...events: DeskEvent[]): DeskModel => events.reduce(reduceDesk, emptyDesk);
const kinds = (model: DeskModel) => model.notices.map(({ kind }) => kind);

describe('desk state', () => {
  it('QU-53 keeps my conversations in the order they came, whatever order the server sends', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one')]), at: 1 },
      { type: 'desk', desk: desk([conversation('conv-two'), conversation('conv-one')]), at: 2 },
    );
    expect(model.order).toEqual(['conv-one', 'conv-two']);
  });

  it('does not change what is on screen when another conversation becomes mine', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one')]), at: 1 },
      { type: 'desk', desk: desk([conversation('conv-one'), conversation('conv-two')]), at: 2 },
    );
    expect(model.selected).toBe('conv-one');
  });

  it('puts on screen what I accepted, even before the desk lists it', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one')], { chat: [waiting('conv-two')] }), at: 1 },
      { type: 'accept', conversationId: 'conv-two' },
      { type: 'answered', conversationId: 'conv-two', conversation: conversation('conv-two') },
    );
    expect(model).toMatchObject({ selected: 'conv-two', accepting: null, order: ['conv-one', 'conv-two'] });
    expect(model.desk?.queues.chat).toEqual([]);
  });

  it('QU-54 no longer says that somebody could not be taken once another was', () => {
    const who = { conversationId: 'conv-one', citizenName: 'Anna', since: 1 };
    const model = after(
      { type: 'desk', desk: desk([], { chat: [waiting('conv-one'), waiting('conv-two')] }), at: 1 },
      { type: 'notice', content: { kind: 'taken', ...who }, at: 2 },
      { type: 'notice', content: { kind: 'trouble', doing: 'accept', code: 'no-answer' }, at: 3 },
      { type: 'notice', content: { kind: 'trouble', doing: 'presence', code: 'no-answer' }, at: 4 },
      { type: 'notice', content: { kind: 'left', ...who }, at: 5 },
      { type: 'answered', conversationId: 'conv-two', conversation: conversation('conv-two') },
    );
    expect(kinds(model)).toEqual(['trouble', 'left']);
    expect(model.notices[0]).toMatchObject({ doing: 'presence' });
  });

  it('stays where it was when the acceptance is refused', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one')], { chat: [waiting('conv-two')] }), at: 1 },
      { type: 'accept', conversationId: 'conv-two' },
      { type: 'answered', conversationId: 'conv-two', conversation: null },
    );
    expect(model).toMatchObject({ selected: 'conv-one', accepting: null, order: ['conv-one'] });
  });

  it('moves to the next conversation when the one on screen is done, to the previous after the last', () => {
    const all = ['conv-one', 'conv-two', 'conv-three'].map((id) => conversation(id));
    const looking = (id: string, left: number[]) =>
      after(
        { type: 'desk', desk: desk(all), at: 1 },
        { type: 'select', conversationId: id },
        { type: 'desk', desk: desk(left.flatMap((index) => all[index] ?? [])), at: 2 },
      ).selected;
    expect(looking('conv-one', [1, 2])).toBe('conv-two');
    expect(looking('conv-three', [0, 1])).toBe('conv-two');
    expect(looking('conv-two', [])).toBeNull();
  });

  it('lets go of what I finished at once, and does not take it back before the desk has spoken', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one'), conversation('conv-two')]), at: 1 },
      { type: 'select', conversationId: 'conv-one' },
      { type: 'finished', conversationId: 'conv-one' },
    );
    expect(model).toMatchObject({ selected: 'conv-two', order: ['conv-two'] });
    expect(model.desk?.mine.map(({ id }) => id)).toEqual(['conv-two']);
  });

  it('begins with my conversations as they came to me, not as the server lists them', () => {
    const since = (id: string, at: number) =>
      conversation(id, {
        phase: {
          name: 'live',
          since: at,
          operator: { id: 'operator-1', name: 'A' },
          operatorConnected: true,
          hold: null,
        },
      });
    const model = after({ type: 'desk', desk: desk([since('conv-late', 9), since('conv-early', 3)]), at: 10 });
    expect(model.order).toEqual(['conv-early', 'conv-late']);
  });

  it('drops a notice as soon as it is no longer true', () => {
    const joined = after(
      { type: 'desk', desk: desk(), at: 1 },
      { type: 'desk', desk: desk([], { chat: [waiting('conv-one')] }), at: 2 },
    );
    expect(kinds(joined)).toEqual(['joined']);
    expect(kinds(reduceDesk(joined, { type: 'desk', desk: desk(), at: 3 }))).toEqual([]);
  });

  it('never gives a notice the number of one that has gone', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-two')]), at: 1 },
      { type: 'desk', desk: desk([conversation('conv-two')], { chat: [waiting('conv-one')] }), at: 2 },
      {
        type: 'desk',
        desk: desk([conversation('conv-two', { phase: { name: 'closed', at: 5, by: 'citizen', rated: false } })]),
        at: 3,
      },
    );
    expect(model.notices).toMatchObject([{ id: 2, kind: 'left' }]);
  });

  it('says that a citizen of mine now waits for a signing operator', () => {
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one')]), at: 1 },
      { type: 'desk', desk: desk([], { lis: [waiting('conv-one', { service: 'lis' })] }), at: 2 },
    );
    expect(kinds(model)).toEqual(['moved']);
  });

  it('QU-52 tells of somebody who joins an empty queue, once, and not of those already there at the start', () => {
    const first = desk([], { chat: [waiting('conv-one')] });
    expect(kinds(after({ type: 'desk', desk: first, at: 1 }))).toEqual([]);
    const joined = after(
      { type: 'desk', desk: desk(), at: 1 },
      { type: 'desk', desk: first, at: 2 },
      { type: 'desk', desk: first, at: 3 },
      { type: 'desk', desk: desk([], { chat: [waiting('conv-one'), waiting('conv-two')] }), at: 4 },
    );
    expect(joined.notices).toMatchObject([{ kind: 'joined', conversationId: 'conv-one', service: 'chat', at: 2 }]);
  });

  it('does not tell of a queue that I have no skill for', () => {
    const before = desk();
    const model = after(
      { type: 'desk', desk: before, at: 1 },
      { type: 'desk', desk: desk([], { lis: [waiting('conv-one', { service: 'lis' })] }), at: 2 },
    );
    expect(kinds(model)).toEqual([]);
  });

  it('says when a colleague lost a citizen, and differently when I did', () => {
    const back = waiting('conv-one', { returned: true });
    const theirs = after(
      { type: 'desk', desk: desk([], { chat: [waiting('conv-two')] }), at: 1 },
      { type: 'desk', desk: desk([], { chat: [back, waiting('conv-two')] }), at: 2 },
    );
    expect(kinds(theirs)).toEqual(['returned']);
    const mine = after(
      { type: 'desk', desk: desk([conversation('conv-one')]), at: 1 },
      { type: 'desk', desk: desk([], { chat: [back] }), at: 2 },
    );
    expect(kinds(mine)).toEqual(['lost']);
  });

  it('says when the citizen ends a conversation, and is silent when I do', () => {
    const endedBy = (by: 'citizen' | 'operator') =>
      kinds(
        after(
          { type: 'desk', desk: desk([conversation('conv-one')]), at: 1 },
          {
            type: 'desk',
            desk: desk([conversation('conv-one', { phase: { name: 'closed', at: 5, by, rated: false } })]),
            at: 2,
          },
        ),
      );
    expect(endedBy('citizen')).toEqual(['left']);
    expect(endedBy('operator')).toEqual([]);
  });

  it('replaces a notice of the same matter, keeps five, and drops that of a conversation one looks at', () => {
    const message = (conversationId: string, at: number): DeskEvent => ({
      type: 'notice',
      at,
      content: { kind: 'message', conversationId, citizenName: null, since: 1 },
    });
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `conversation-${letter}`);
    const model = after(...ids.map(message), message('conversation-b', 9));
    expect(model.notices.map((notice) => ('conversationId' in notice ? notice.conversationId.at(-1) : ''))).toEqual([
      'c',
      'd',
      'e',
      'f',
      'b',
    ]);
    expect(new Set(model.notices.map(({ id }) => id)).size).toBe(5);
    const seen = reduceDesk(model, { type: 'select', conversationId: 'conversation-b' });
    expect(seen.notices).toHaveLength(4);
    expect(reduceDesk(seen, { type: 'dismiss', id: seen.notices[0]?.id ?? 0 }).notices).toHaveLength(3);
  });

  it('QU-101 tells of somebody offered to me instead of somebody who joined, until the offer is over', () => {
    const line = { chat: [waiting('conv-one', { citizenName: 'Anna' })] };
    const offered = { ...desk([], line), offer: { conversationId: 'conv-one', until: 20_000 } };
    const model = after({ type: 'desk', desk: desk(), at: 1 }, { type: 'desk', desk: offered, at: 2 });
    expect(model.notices).toMatchObject([{ kind: 'offered', citizenName: 'Anna', service: 'chat' }]);
    expect(kinds(reduceDesk(model, { type: 'desk', desk: desk([], line), at: 3 }))).toEqual([]);
  });

  it('QU-104 says to whom my conversation went, and not that the citizen asked for a call', () => {
    const transfer = {
      to: { office: 'tributi', name: { it: 'Tributi', en: 'Taxes' } },
      from: { id: 'operator-1', name: 'Operatore chat 1' },
      note: null,
      at: 2,
    };
    const model = after(
      { type: 'desk', desk: desk([conversation('conv-one')]), at: 1 },
      { type: 'desk', desk: desk([], { chat: [waiting('conv-one', { transfer })] }), at: 2 },
    );
    expect(model.notices).toMatchObject([{ kind: 'passed', to: transfer.to }]);
    // Once somebody has taken it there is nothing more to say.
    expect(kinds(reduceDesk(model, { type: 'desk', desk: desk(), at: 3 }))).toEqual([]);
  });

  it('QU-107 says who took over after being asked, and that I am asked', () => {
    const asking = consultation('consult-one', { conversationId: 'conv-one', kind: 'transfer' });
    const mine = { ...desk([conversation('conv-one')]), cases: { 'conv-one': caseFile({ consultation: asking }) } };
    expect(kinds(after({ type: 'desk', desk: mine, at: 1 }, { type: 'desk', desk: desk(), at: 2 }))).toEqual([
      'handed-over',
    ]);
    const asked = { ...desk(), consultations: [consultation('consult-two', { openedBy: { id: 'b', name: 'Bea' } })] };
    const told = after({ type: 'desk', desk: desk(), at: 1 }, { type: 'desk', desk: asked, at: 2 });
    expect(told.notices).toMatchObject([{ kind: 'asked', by: 'Bea' }]);
    const looking = reduceDesk(told, { type: 'asked', consultationId: 'consult-two' });
    expect(looking).toMatchObject({ asked: 'consult-two', notices: [] });
    const over = reduceDesk(looking, { type: 'desk', desk: desk(), at: 3 });
    expect(over).toMatchObject({ asked: null, notices: [{ kind: 'asked-no-more', by: 'Bea' }] });
  });

  it('QU-114 says that somebody reads along, once', () => {
    const listened = (listeners: { id: string; name: string }[]) => ({
      ...desk([conversation('conv-one')]),
      cases: { 'conv-one': caseFile({ listeners }) },
    });
    const paola = { id: 'operator-9', name: 'Paola Conti' };
    const model = after(
      { type: 'desk', desk: listened([]), at: 1 },
      { type: 'desk', desk: listened([paola]), at: 2 },
      { type: 'desk', desk: listened([paola]), at: 3 },
    );
    expect(model.notices).toMatchObject([{ kind: 'listening', by: 'Paola Conti', at: 2 }]);
  });
});
