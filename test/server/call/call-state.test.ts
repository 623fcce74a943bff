import { describe, expect, test } from 'vitest';
import type { Call, CallEvent, Effect, ReadyCall } from '../../../server/call/call-model.ts';
import { admit, advance, claim, startCall, toCallState } from '../../../server/call/call-state.ts';

const CITIZEN = { connectionId: 'citizen-page', side: 'citizen' } as const;
const OPERATOR = { connectionId: 'operator-page', side: 'operator' } as const;
const NOTIFY: Effect = { type: 'notify' };

const opened: CallEvent = { type: 'room-opened' };
const lost: CallEvent = { type: 'room-lost' };
const ended: CallEvent = { type: 'ended' };
const joins = (peer: typeof CITIZEN | typeof OPERATOR): CallEvent => ({ type: 'joined', peer });
const leaves = ({ connectionId }: { connectionId: string }): CallEvent => ({ type: 'left', connectionId });
const opens = (owner: string, id: string, direction: 'send' | 'receive' = 'send', epoch = 1): CallEvent => ({
  type: 'transport-opened',
  epoch,
  transport: { id, owner, direction },
});
const produces = (
  owner: string,
  producerId: string,
  transportId: string,
  source: 'camera' | 'microphone' = 'camera',
  epoch = 1,
): CallEvent => ({ type: 'produced', epoch, stream: { producerId, owner, transportId, source } });
const consumes = (owner: string, id: string, producerId: string, transportId: string, epoch = 1): CallEvent => ({
  type: 'consumed',
  epoch,
  consumer: { id, owner, producerId, transportId },
});
const pauses = (producerId: string, paused = true, epoch = 1): CallEvent => ({
  type: 'paused',
  epoch,
  producerId,
  paused,
});

function run(events: CallEvent[], from: Call = startCall('call', 1000).call): { call: Call; effects: Effect[] } {
  let call = from;
  let effects: Effect[] = [];
  for (const event of events) ({ call, effects } = advance(call, event));
  return { call, effects };
}

function ready(...events: CallEvent[]): ReadyCall {
  const { call } = run([opened, ...events]);
  if (call.phase !== 'ready') throw new Error(`not ready: ${call.phase}`);
  return call;
}

/** Both in; the citizen sends a camera that the operator receives. */
const both = (): ReadyCall =>
  ready(
    joins(CITIZEN),
    joins(OPERATOR),
    opens('citizen-page', 'c-send'),
    opens('operator-page', 'o-receive', 'receive'),
    produces('citizen-page', 'c-camera', 'c-send'),
    consumes('operator-page', 'o-sees-c', 'c-camera', 'o-receive'),
  );

describe('phases', () => {
  const everything: CallEvent[] = [
    opened,
    lost,
    ended,
    joins(CITIZEN),
    leaves(CITIZEN),
    opens('citizen-page', 't'),
    produces('citizen-page', 'p', 't'),
    consumes('citizen-page', 'x', 'p', 't'),
    pauses('p'),
  ];

  test.each(everything.filter((event) => event !== opened && event !== ended))(
    'nothing but an open room or the end moves a call that is being repaired: $type',
    (event) => {
      const { call } = startCall('call', 1000);
      expect(advance(call, event)).toEqual({ call, effects: [] });
    },
  );

  test.each(everything)('nothing moves a call that has ended: $type', (event) => {
    const { call } = run([opened, ended]);
    expect(advance(call, event)).toEqual({ call, effects: [] });
  });

  test('CA-31 a call begins by opening a room and is ready, and told of, when that is there', () => {
    expect(startCall('call', 1000).effects).toEqual([{ type: 'open-room' }]);
    const { call, effects } = run([opened]);
    expect(effects).toEqual([NOTIFY]);
    expect(toCallState(call)).toEqual({ id: 'call', epoch: 1, startedAt: 1000, ready: true, streams: [] });
  });

  test('CA-39 a lost room is told of at once, empties the call and begins a new epoch', () => {
    const step = advance(both(), lost);
    expect(step.effects).toEqual([NOTIFY, { type: 'open-room' }]);
    expect(toCallState(step.call)).toEqual({ id: 'call', epoch: 2, startedAt: 1000, ready: false, streams: [] });
    const again = advance(step.call, opened);
    expect(again.call).toMatchObject({ phase: 'ready', epoch: 2, peers: [], transports: [], streams: [] });
  });

  test('what was made in a room that is lost is not entered into the next one', () => {
    const { call } = run([lost, opened, joins(CITIZEN), opens('citizen-page', 't', 'send', 2)], both());
    for (const late of [
      opens('citizen-page', 'late', 'send', 1),
      produces('citizen-page', 'late', 't', 'camera', 1),
      consumes('citizen-page', 'late', 'c-camera', 't', 1),
      pauses('c-camera', true, 1),
    ]) {
      expect(advance(call, late)).toEqual({ call, effects: [] });
    }
  });

  test('the end closes the room and is told', () => {
    const { call, effects } = run([ended], both());
    expect(effects).toEqual([{ type: 'close-room' }, NOTIFY]);
    expect(toCallState(call)).toBeNull();
  });
});

describe('who holds what', () => {
  test('a stream is offered with the side of its sender', () => {
    expect(toCallState(both())?.streams).toEqual([
      { producerId: 'c-camera', from: 'citizen', source: 'camera', paused: false },
    ]);
  });

  test('CA-38 who leaves takes transports, streams and what others received of them along', () => {
    const { call, effects } = run([leaves(CITIZEN)], both());
    expect(effects).toEqual([{ type: 'close-transport', id: 'c-send' }, NOTIFY]);
    expect(call).toMatchObject({ peers: [OPERATOR], streams: [], consumers: [] });
    expect(call).toMatchObject({ transports: [{ id: 'o-receive' }] });
  });

  test('who leaves with nothing to show disturbs nobody', () => {
    const { effects } = run([leaves(OPERATOR)], ready(joins(CITIZEN), joins(OPERATOR)));
    expect(effects).toEqual([]);
  });

  test('joining again is starting afresh', () => {
    const { call, effects } = run([joins(CITIZEN)], both());
    expect(effects).toEqual([{ type: 'close-transport', id: 'c-send' }, NOTIFY]);
    expect(call).toMatchObject({ peers: [OPERATOR, CITIZEN], streams: [] });
  });

  test('CA-37 the fifth page of one side puts out the oldest', () => {
    const page = (number: number): CallEvent => ({
      type: 'joined',
      peer: { connectionId: `page-${number}`, side: 'citizen' },
    });
    const { call, effects } = run([page(2), page(3), page(4), page(5)], both());
    expect(effects).toEqual([{ type: 'close-transport', id: 'c-send' }, NOTIFY]);
    expect(call).toMatchObject({ streams: [] });
    expect(admit(call, 'citizen-page', 1)).toBe('wrong-phase');
    for (const who of ['operator-page', 'page-2', 'page-5']) expect(admit(call, who, 1)).toBe(call);
  });

  test('CA-37 a third transport in one direction replaces the oldest, with its streams', () => {
    const call = both();
    const second = advance(call, opens('citizen-page', 'c-send-2'));
    expect(second.effects).toEqual([]);
    const other = advance(second.call, opens('citizen-page', 'c-receive', 'receive'));
    expect(other.effects).toEqual([]);
    const third = advance(other.call, opens('citizen-page', 'c-send-3'));
    expect(third.effects).toEqual([{ type: 'close-transport', id: 'c-send' }, NOTIFY]);
    expect(third.call).toMatchObject({ streams: [], consumers: [] });
    expect(third.call).toMatchObject({
      transports: [{ id: 'o-receive' }, { id: 'c-send-2' }, { id: 'c-receive' }, { id: 'c-send-3' }],
    });
  });

  test('CA-36 a side has one camera and one microphone: the newest counts, whichever page it comes from', () => {
    const secondPage = { connectionId: 'second-page', side: 'citizen' } as const;
    const { call, effects } = run(
      [
        { type: 'joined', peer: secondPage },
        opens('second-page', 's-send'),
        produces('second-page', 's-camera', 's-send'),
      ],
      both(),
    );
    expect(effects).toEqual([{ type: 'close-producer', id: 'c-camera' }, NOTIFY]);
    expect(call).toMatchObject({ streams: [{ producerId: 's-camera', from: 'citizen' }], consumers: [] });
    const withSound = advance(call, produces('second-page', 's-microphone', 's-send', 'microphone'));
    expect(withSound.effects).toEqual([NOTIFY]);
    expect(toCallState(withSound.call)?.streams).toHaveLength(2);
  });

  test('a stream is received once: asked for again, the first reception is closed', () => {
    const { call, effects } = run([consumes('operator-page', 'again', 'c-camera', 'o-receive')], both());
    expect(effects).toEqual([{ type: 'close-consumer', id: 'o-sees-c' }]);
    expect(call).toMatchObject({ consumers: [{ id: 'again' }] });
  });

  test('what is finished after its owner has left is closed at once', () => {
    const left = run([leaves(CITIZEN)], both()).call;
    expect(advance(left, opens('citizen-page', 'late')).effects).toEqual([{ type: 'close-transport', id: 'late' }]);
    expect(advance(left, produces('citizen-page', 'late', 'c-send')).effects).toEqual([
      { type: 'close-producer', id: 'late' },
    ]);
    expect(advance(left, consumes('operator-page', 'late', 'c-camera', 'o-receive')).effects).toEqual([
      { type: 'close-consumer', id: 'late' },
    ]);
  });

  test('a pause is told once', () => {
    const { call, effects } = run([pauses('c-camera')], both());
    expect(effects).toEqual([NOTIFY]);
    expect(toCallState(call)?.streams).toMatchObject([{ producerId: 'c-camera', paused: true }]);
    expect(advance(call, pauses('c-camera')).effects).toEqual([]);
    expect(advance(call, pauses('c-camera', false)).effects).toEqual([NOTIFY]);
    expect(advance(call, pauses('nothing')).effects).toEqual([]);
  });
});

describe('who may act', () => {
  test.each<[string, Call, string, number, string]>([
    ['not while it is being repaired', run([lost], both()).call, 'citizen-page', 2, 'wrong-phase'],
    ['not with an older epoch', run([lost, opened, joins(CITIZEN)], both()).call, 'citizen-page', 1, 'wrong-phase'],
    ['not with an epoch to come', both(), 'citizen-page', 2, 'wrong-phase'],
    ['not before joining', ready(joins(OPERATOR)), 'citizen-page', 1, 'wrong-phase'],
    ['not after the repair without joining again', run([lost, opened], both()).call, 'citizen-page', 2, 'wrong-phase'],
    ['not when it has ended', run([ended], both()).call, 'citizen-page', 1, 'not-found'],
  ])('CA-32 %s', (_, call, connectionId, epoch, code) => {
    expect(admit(call, connectionId, epoch)).toBe(code);
  });

  test('whoever is in, with the present epoch', () => {
    const call = both();
    expect(admit(call, 'citizen-page', 1)).toBe(call);
  });

  test('CA-34 on what is theirs alone', () => {
    const call = both();
    expect(claim(call.transports[0], 'citizen-page')).toBe(call.transports[0]);
    expect(claim(call.transports[0], 'operator-page')).toBe('forbidden');
    expect(claim(undefined, 'operator-page')).toBe('not-found');
  });
});
