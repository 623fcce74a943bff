import { describe, expect, it } from 'vitest';
import type { CallState } from '../../protocol/call.ts';
import { createCallModel, reduceCall, type CallEvent, type CallModel } from '../../widget/core/call-state.ts';

function call(change: Partial<CallState> = {}): CallState {
  return { id: 'call-one', epoch: 1, startedAt: 0, ready: true, streams: [], ...change };
}

function said(change: Partial<CallState> = {}): CallEvent {
  return { type: 'server', call: call(change), over: false };
}

const silent: CallEvent = { type: 'server', call: null, over: false };
const offline: CallEvent = { type: 'connection', connected: false };
const online: CallEvent = { type: 'connection', connected: true };

function after(...events: CallEvent[]): CallModel {
  return events.reduce(reduceCall, createCallModel(true));
}

const LIVE: CallEvent[] = [{ type: 'wait' }, said(), { type: 'joined', attempt: 1 }];

describe('the phases of a call', () => {
  const rows: [what: string, events: CallEvent[], phase: object][] = [
    ['nothing happened', [], { name: 'idle' }],
    ['looking at oneself', [{ type: 'check' }], { name: 'checking' }],
    ['ready, in the line', [{ type: 'check' }, { type: 'wait' }], { name: 'waiting' }],
    ['thought better of it', [{ type: 'check' }, { type: 'dismiss' }], { name: 'idle' }],
    ['no call yet', [{ type: 'wait' }, silent], { name: 'waiting' }],
    ['closed before any call', [{ type: 'wait' }, { ...silent, over: true }], { name: 'ended' }],
    ['answered', [{ type: 'wait' }, said()], { name: 'joining', callId: 'call-one', epoch: 1, attempt: 1 }],
    ['answered after a reload', [said()], { name: 'joining', callId: 'call-one', epoch: 1, attempt: 1 }],
    ['answered while the media are not ready', [said({ ready: false })], { name: 'recovering', cause: 'server' }],
    ['ready at last', [said({ ready: false }), said()], { name: 'joining', attempt: 1 }],
    ['joined', LIVE, { name: 'live', callId: 'call-one', epoch: 1, attempt: 1 }],
    ['somebody switches on a camera', [...LIVE, said({ streams: [] })], { name: 'live', attempt: 1 }],
    ['checking is not for those in a call', [...LIVE, { type: 'check' }], { name: 'live' }],
    ['waiting is not for those in a call', [...LIVE, { type: 'wait' }], { name: 'live' }],
    ['dismissing is not hanging up', [...LIVE, { type: 'dismiss' }], { name: 'live' }],
    ['a transport lost contact', [...LIVE, broken(1)], { name: 'recovering', cause: 'line', attempt: 1 }],
    ['and found it again', [...LIVE, broken(1), whole(1)], { name: 'live', attempt: 1 }],
    ['a transport connects while joining', [said(), whole(1)], { name: 'joining', attempt: 1 }],
    ['the connection broke', [...LIVE, offline], { name: 'recovering', cause: 'network' }],
    ['it is back, the server has not spoken', [...LIVE, offline, online], { name: 'recovering', cause: 'network' }],
    ['it is back and the call goes on', [...LIVE, offline, online, said()], { name: 'joining', attempt: 2 }],
    ['it is back and the call is over', [...LIVE, offline, online, silent], { name: 'ended' }],
    ['an old word while offline', [...LIVE, offline, said()], { name: 'recovering', cause: 'network' }],
    ['the media worker died', [...LIVE, said({ ready: false })], { name: 'recovering', cause: 'server' }],
    [
      'and was replaced',
      [...LIVE, said({ ready: false }), said({ epoch: 2 })],
      { name: 'joining', epoch: 2, attempt: 2 },
    ],
    ['replaced at once', [...LIVE, said({ epoch: 2 })], { name: 'joining', epoch: 2, attempt: 2 }],
    ['the server was ahead of us', [said(), admitted(1, { epoch: 3 })], { name: 'joining', epoch: 3, attempt: 1 }],
    ['let in, but not ready', [said(), admitted(1, { ready: false })], { name: 'recovering', cause: 'server' }],
    ['a refused join', [said(), lost(1)], { name: 'recovering', cause: 'retry', delayMs: 300 }],
    ['tried again', [said(), lost(1), { type: 'retry' }], { name: 'joining', attempt: 2 }],
    ['refused twice', [said(), lost(1), { type: 'retry' }, lost(2)], { cause: 'retry', delayMs: 600 }],
    [
      'a newer epoch does not sit out the pause',
      [said(), lost(1), said({ epoch: 2 })],
      { name: 'joining', attempt: 2 },
    ],
    ['the same epoch does', [said(), lost(1), said()], { name: 'recovering', cause: 'retry' }],
    ['no media on this server', [said(), lost(1, 'no-media')], { name: 'failed', code: 'no-media' }],
    ['a browser that cannot', [said(), lost(1, 'unsupported')], { name: 'failed', code: 'unsupported' }],
    ['failed stays failed', [said(), lost(1, 'no-media'), said()], { name: 'failed' }],
    ['until asked again', [said(), lost(1, 'no-media'), { type: 'retry' }], { name: 'joining', attempt: 2 }],
    ['or the media are new', [said(), lost(1, 'no-media'), said({ epoch: 2 })], { name: 'joining', attempt: 2 }],
    ['or the call is over', [said(), lost(1, 'no-media'), silent], { name: 'ended' }],
    ['hung up', [...LIVE, { type: 'leave' }], { name: 'ended' }],
    ['hung up, the server lags behind', [...LIVE, { type: 'leave' }, said()], { name: 'ended' }],
    ['hung up offline', [...LIVE, offline, { type: 'leave' }, online, said()], { name: 'ended' }],
    ['hung up, then another call', [...LIVE, { type: 'leave' }, said({ id: 'call-two' })], { name: 'joining' }],
    ['the other one hung up', [...LIVE, silent], { name: 'ended' }],
    ['what an older attempt says', [...LIVE, said({ epoch: 2 }), lost(1)], { name: 'joining', attempt: 2 }],
    [
      'an older attempt that joined',
      [...LIVE, said({ epoch: 2 }), { type: 'joined', attempt: 1 }],
      { name: 'joining' },
    ],
    ['an older attempt let in', [...LIVE, said({ epoch: 2 }), admitted(1, {})], { name: 'joining', epoch: 2 }],
    ['an older line', [...LIVE, said({ epoch: 2 }), broken(1)], { name: 'joining', attempt: 2 }],
    ['retrying what works', [...LIVE, { type: 'retry' }], { name: 'live', attempt: 1 }],
  ];

  it.each(rows)('CA-1 %s', (_what, events, phase) => {
    expect(after(...events).phase).toMatchObject(phase);
  });

  it('CA-1 gives up after five failures in a row and says why', () => {
    const events: CallEvent[] = [said()];
    for (let attempt = 1; attempt <= 6; attempt += 1) events.push(lost(attempt, 'bad-media'), { type: 'retry' });
    events.pop();
    expect(after(...events.slice(0, -2)).phase).toMatchObject({ name: 'recovering', delayMs: 4800 });
    expect(after(...events).phase).toEqual({ name: 'failed', callId: 'call-one', epoch: 1, code: 'bad-media' });
  });

  it('CA-1 counts failures anew once media have flowed', () => {
    const model = after(said(), lost(1), { type: 'retry' }, whole(2), { type: 'joined', attempt: 2 }, lost(2));
    expect(model.phase).toMatchObject({ cause: 'retry', delayMs: 300 });
  });

  it('CA-1 a phase carries only its own fields', () => {
    expect(Object.keys(after(...LIVE, offline).phase)).toEqual(['name', 'cause', 'callId']);
    expect(Object.keys(after(...LIVE, silent).phase)).toEqual(['name']);
  });
});

function lost(attempt: number, code: 'no-media' | 'unsupported' | 'bad-media' | 'internal' = 'internal'): CallEvent {
  return { type: 'lost', attempt, code };
}

function broken(attempt: number): CallEvent {
  return { type: 'line', attempt, broken: true };
}

function whole(attempt: number): CallEvent {
  return { type: 'line', attempt, broken: false };
}

function admitted(attempt: number, change: Partial<CallState>): CallEvent {
  return { type: 'admitted', attempt, call: call(change) };
}
