import { describe, expect, it } from 'vitest';
import { createCalls } from '../../../console/core/calls.ts';
import type { CallState } from '../../../protocol/call.ts';
import { createMemoryDrawer, type Drawer } from '../../../widget/core/storage.ts';
import { createCallClient } from '../../../widget/core/call-client.ts';
import { DeviceError } from '../../../widget/core/call-capture.ts';
import { conversation } from './fixtures.ts';

const call: CallState = { id: 'call-0001', epoch: 1, startedAt: 1, ready: false, streams: [] };
const inCall = conversation('conv-one', { service: 'lis', call });

/** Real call clients, on a line that is not connected: they hear of calls and build nothing. */
function desk(drawer: Drawer = createMemoryDrawer()) {
  let cameras = 0;
  const calls = createCalls<object>({
    drawer,
    create: () =>
      createCallClient<object>({
        wire: {
          connection: { name: 'lost' },
          request: async () => ({ ok: false, code: 'no-answer' }),
          onConnection: () => () => {},
        },
        media: { open: () => Promise.reject(new Error('no media here')) },
        devices: {
          async openCamera() {
            cameras += 1;
            throw new DeviceError('no-device');
          },
          openMicrophone: () => Promise.reject(new DeviceError('no-device')),
          cameras: async () => [],
        },
        clock: { now: () => 0, after: () => () => {} },
        side: 'operator',
      }),
  });
  return { calls, cameras: () => cameras, inside: () => [...calls.value.keys()] };
}

describe('the operator’s calls', () => {
  it('CA-50 never switch a camera on because somebody else asked', () => {
    const { calls, cameras, inside } = desk();
    calls.follow(inCall);
    expect(inside()).toEqual([]);
    expect(cameras()).toBe(0);
    calls.enter('conv-one');
    expect(inside()).toEqual(['conv-one']);
    expect(cameras()).toBe(1);
  });

  it('CA-50 begin as soon as there is a call after accepting who waits for one', () => {
    const { calls, inside } = desk();
    calls.enter('conv-one');
    calls.follow({ ...inCall, call: null });
    expect(inside()).toEqual([]);
    calls.follow(inCall);
    expect(inside()).toEqual(['conv-one']);
  });

  it('CA-50 are entered again by the tab that was in them, and by no other', () => {
    const drawer = createMemoryDrawer();
    const before = desk(drawer);
    before.calls.enter('conv-one');
    before.calls.follow(inCall);
    const reloaded = desk(drawer);
    reloaded.calls.follow(inCall);
    expect(reloaded.inside()).toEqual(['conv-one']);
    const otherTab = desk();
    otherTab.calls.follow(inCall);
    expect(otherTab.inside()).toEqual([]);
    const laterCall = desk(drawer);
    laterCall.calls.follow({ ...inCall, call: { ...call, id: 'call-0002' } });
    expect(laterCall.inside()).toEqual([]);
  });

  it('are over when the server says so, and when the conversation is no longer ours', () => {
    const { calls, inside } = desk();
    calls.enter('conv-one');
    calls.follow(inCall);
    calls.follow({ ...inCall, call: null });
    expect(inside()).toEqual([]);
    calls.enter('conv-one');
    calls.follow(inCall);
    calls.drop('conv-one');
    expect(inside()).toEqual([]);
  });
});
