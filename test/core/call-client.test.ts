import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCallClient } from '../../widget/core/call-client.ts';
import type { CallState } from '../../protocol/call.ts';
import { call, clock, conversation, createDrawerOfDevices, createRecordedMedia } from './call-script.ts';
import { createScriptedWire, stream, type Track } from './call-script.ts';

function set() {
  const script = createScriptedWire();
  const { media, ...recorded } = createRecordedMedia();
  const { devices, ...drawer } = createDrawerOfDevices();
  const client = createCallClient<Track>({ wire: script.wire, media, devices, clock, side: 'citizen' });
  return {
    script,
    media: recorded,
    drawer,
    client,
    /** The server's word, in both the conversation's state and the answer to a join. */
    says: (state: CallState | null) => {
      if (state) script.opens(state);
      client.follow(conversation(state));
      return settle();
    },
  };
}

/** Lets everything that only waits for promises run. */
function settle(): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('joining', () => {
  it('CA-2 sends the camera and receives the other; the microphone stays off', async () => {
    const { script, media, client, drawer, says } = set();
    await says(call({ streams: [stream('theirs')] }));
    expect(client.value.phase).toMatchObject({ name: 'live' });
    expect(script.events().toSorted()).toEqual(
      [
        'call:join',
        'call:transport',
        'call:transport',
        'call:connect',
        'call:produce',
        'call:consume',
        'call:start-consumer',
      ].toSorted(),
    );
    expect(media.last().record.sent).toEqual({ camera: 'camera-1' });
    expect(client.value.remote.camera).toEqual({ track: 'track-of-theirs', paused: false });
    expect(client.value.microphone).toEqual({ state: 'off' });
    expect([...drawer.on]).toEqual(['camera-1']);
  });

  it('CA-2 names the conversation and the epoch in every request', async () => {
    const { script, says } = set();
    await says(call({ epoch: 4 }));
    for (const { event, payload } of script.asked) {
      expect(payload['conversationId']).toBe('conversation-one');
      if (event !== 'call:join') expect(payload['epoch']).toBe(4);
    }
  });

  it('CA-2 joins without a camera too: one can see, and write', async () => {
    const { client, drawer, script, says } = set();
    drawer.refuse('refused');
    await says(call({ streams: [stream('theirs')] }));
    expect(client.value.phase.name).toBe('live');
    expect(client.value.camera).toEqual({ state: 'failed', code: 'refused' });
    expect(script.of('call:produce')).toHaveLength(0);
    drawer.refuse(null);
    await client.setCamera(true);
    await settle();
    expect(script.of('call:produce')).toHaveLength(1);
  });

  it('CA-9 the camera of the check rests in the line, and the same one is used in the call', async () => {
    const { client, drawer, media, says } = set();
    client.check();
    await settle();
    await client.chooseCamera('usb');
    client.wait();
    await says(null);
    expect([...drawer.on]).toEqual([]);
    await says(call());
    expect(media.last().record.sent).toEqual({ camera: 'usb-3' });
  });

  it('CA-14 camera and microphone rest while the call is not on screen; the camera comes back by itself', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    await client.setMicrophone(true);
    await settle();
    expect(media.last().record.sent).toEqual({ camera: 'camera-1', microphone: 'microphone-2' });
    client.attend(false);
    await settle();
    expect([...drawer.on]).toEqual([]);
    expect(media.last().record.sent).toEqual({ camera: null, microphone: null });
    expect(script.of('call:pause').map(({ payload }) => payload['paused'])).toEqual([true, true]);
    await says(call({ epoch: 2 }));
    expect([...drawer.on]).toEqual([]);
    client.attend(true);
    await settle();
    expect(client.value.phase.name).toBe('live');
    expect([...drawer.on]).toEqual(['camera-3']);
    expect(media.last().record.sent).toEqual({ camera: 'camera-3' });
  });

  it('CA-14 a camera switched off by hand stays off when the call is on screen again', async () => {
    const { client, drawer, says } = set();
    await says(call());
    await client.setCamera(false);
    client.attend(false);
    client.attend(true);
    await settle();
    expect([...drawer.on]).toEqual([]);
  });

  it('CA-3 a repair does not switch on a camera that the person has switched off', async () => {
    const { client, drawer, says } = set();
    await says(call());
    await client.setCamera(false);
    await says(call({ ready: false }));
    await says(call({ epoch: 2 }));
    expect(client.value.phase.name).toBe('live');
    expect([...drawer.on]).toEqual([]);
  });
});

describe('switching on and off', () => {
  it('CA-3 a camera switched off lets go of the device and tells the server, and comes back', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    await client.setCamera(false);
    await settle();
    expect([...drawer.on]).toEqual([]);
    expect(media.last().record.sent).toEqual({ camera: null });
    await client.setCamera(true);
    await settle();
    expect(media.last().record.sent).toEqual({ camera: 'camera-2' });
    expect(script.of('call:pause').map(({ payload }) => payload['paused'])).toEqual([true, false]);
    expect(script.of('call:produce')).toHaveLength(1);
  });

  it('CA-3 of several wishes the last one wins', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    script.hold('call:pause');
    await client.setCamera(false);
    await settle();
    await client.setCamera(true);
    await client.setCamera(false);
    await client.setCamera(true);
    script.release('call:pause');
    await settle();
    expect(media.last().record.sent['camera']).toBe([...drawer.on][0]);
    expect(script.of('call:pause').at(-1)?.payload['paused']).toBe(false);
  });

  it('CA-3 the microphone is opened only when asked for', async () => {
    const { client, media, script, says } = set();
    await says(call());
    await client.setMicrophone(true);
    await settle();
    expect(media.last().record.sent['microphone']).toBe('microphone-2');
    await client.setMicrophone(false);
    await settle();
    expect(script.of('call:pause')).toHaveLength(1);
  });

  it('CA-3 another camera takes the place of the first without a second stream', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    expect(client.value.cameras).toHaveLength(2);
    await client.chooseCamera('usb');
    await settle();
    expect([...drawer.on]).toEqual(['usb-2']);
    expect(media.last().record.sent).toEqual({ camera: 'usb-2' });
    expect(script.of('call:produce')).toHaveLength(1);
    expect(script.of('call:pause')).toHaveLength(0);
  });

  it('CA-3 a camera that is unplugged is said so', async () => {
    const { client, drawer, says } = set();
    await says(call());
    drawer.losses[0]?.();
    await settle();
    expect(client.value.camera).toEqual({ state: 'failed', code: 'lost' });
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-3 a camera that opens after one has left is let go', async () => {
    const { client, drawer } = set();
    const open = drawer.holdOpening();
    client.check();
    client.dismiss();
    open();
    await settle();
    expect(client.value.camera).toEqual({ state: 'off' });
    expect([...drawer.on]).toEqual([]);
  });
});

describe("the other's streams", () => {
  it('CA-4 come and go with what the server says', async () => {
    const { client, media, says } = set();
    await says(call());
    expect(client.value.remote).toEqual({ camera: null, microphone: null });
    await says(call({ streams: [stream('theirs'), { ...stream('mine'), from: 'citizen' }] }));
    expect(client.value.remote.camera?.track).toBe('track-of-theirs');
    await says(call({ streams: [stream('theirs', 'camera', true), stream('voice', 'microphone')] }));
    expect(client.value.remote.camera?.paused).toBe(true);
    expect(client.value.remote.microphone?.track).toBe('track-of-voice');
    await says(call({ streams: [stream('voice', 'microphone')] }));
    expect(client.value.remote.camera).toBeNull();
    expect([...media.last().record.received]).toEqual(['voice']);
  });

  it('CA-4 one that ended before it was asked for harms nothing', async () => {
    const { client, script, says } = set();
    script.refuse('call:consume', 'not-found');
    await says(call({ streams: [stream('theirs')] }));
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-4 one that ends while it is set up is let go', async () => {
    const { script, media, says } = set();
    await says(call());
    script.hold('call:consume');
    await says(call({ streams: [stream('theirs')] }));
    await says(call());
    script.release('call:consume');
    await settle();
    expect([...media.last().record.received]).toEqual([]);
  });
});

describe('repair', () => {
  it('CA-5 a new epoch drops the transports and joins again, with the same camera', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    await says(call({ ready: false }));
    expect(client.value.phase).toMatchObject({ name: 'recovering', cause: 'server' });
    expect(media.rooms[0]?.record.closed).toBe(1);
    await says(call({ epoch: 2, streams: [stream('theirs')] }));
    expect(client.value.phase).toMatchObject({ name: 'live', epoch: 2 });
    expect(media.rooms).toHaveLength(2);
    expect(media.last().record.sent).toEqual({ camera: 'camera-1' });
    expect([...drawer.on]).toEqual(['camera-1']);
    expect(script.of('call:join')).toHaveLength(2);
  });

  it('CA-5 never has two joins under way', async () => {
    const { client, script, says } = set();
    script.hold('call:join');
    await says(call());
    await says(call({ epoch: 2 }));
    await says(call({ epoch: 3 }));
    expect(script.of('call:join')).toHaveLength(1);
    script.release('call:join');
    await settle();
    expect(script.of('call:join')).toHaveLength(2);
    expect(client.value.phase).toMatchObject({ name: 'live', epoch: 3 });
  });

  it('CA-5 what an older epoch opens too late is closed', async () => {
    const { client, media, says } = set();
    const open = media.holdOpening();
    await says(call());
    await says(call({ epoch: 2 }));
    open();
    await settle();
    expect(media.rooms.map(({ record }) => record.closed)).toEqual([1, 0]);
    expect(client.value.phase).toMatchObject({ name: 'live', epoch: 2 });
  });

  it('CA-5 after a broken connection waits for the server, then joins once', async () => {
    const { client, script, says } = set();
    await says(call());
    script.connect('lost');
    expect(client.value.phase).toMatchObject({ name: 'recovering', cause: 'network' });
    script.connect('connected');
    await settle();
    expect(script.of('call:join')).toHaveLength(1);
    await says(call());
    expect(script.of('call:join')).toHaveLength(2);
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-5 a refused join is tried again a little later', async () => {
    const { client, script, says } = set();
    script.refuse('call:join', 'internal');
    await says(call());
    expect(client.value.phase).toMatchObject({ name: 'recovering', cause: 'retry' });
    script.accept('call:join');
    await vi.advanceTimersByTimeAsync(300);
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-5 no media on the server is said at once, and the camera is let go', async () => {
    const { client, drawer, script, says } = set();
    script.refuse('call:join', 'no-media');
    await says(call());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.value.phase).toMatchObject({ name: 'failed', code: 'no-media' });
    expect(script.of('call:join')).toHaveLength(1);
    expect([...drawer.on]).toEqual([]);
  });

  it('CA-6 a short gap heals by itself', async () => {
    const { client, media, script, says } = set();
    await says(call());
    const { send } = media.last().signals;
    send?.onHealth('connected');
    send?.onHealth('disconnected');
    await vi.advanceTimersByTimeAsync(1_900);
    send?.onHealth('connected');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(script.of('call:restart-ice')).toHaveLength(0);
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-6 a longer one restarts ICE on that transport', async () => {
    const { client, media, script, says } = set();
    await says(call());
    const { send, receive } = media.last().signals;
    receive?.onHealth('connected');
    send?.onHealth('disconnected');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.value.phase).toMatchObject({ name: 'recovering', cause: 'line' });
    expect(script.of('call:restart-ice').map(({ payload }) => payload['transportId'])).toEqual(['transport-send']);
    expect(media.last().record.restarts).toEqual(['transport-send']);
    send?.onHealth('connected');
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-6 is live again only when both transports are', async () => {
    const { client, media, says } = set();
    await says(call());
    const { send, receive } = media.last().signals;
    send?.onHealth('failed');
    receive?.onHealth('failed');
    send?.onHealth('connected');
    expect(client.value.phase).toMatchObject({ cause: 'line' });
    receive?.onHealth('connected');
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-6 joins anew when the restart brings nothing', async () => {
    const { client, media, script, says } = set();
    await says(call());
    media.last().signals.send?.onHealth('failed');
    await vi.advanceTimersByTimeAsync(12_400);
    expect(script.of('call:join')).toHaveLength(2);
    expect(media.rooms[0]?.record.closed).toBe(1);
    expect(client.value.phase.name).toBe('live');
  });

  it('CA-6 a transport that never connects is a failure in the end', async () => {
    const { client, media, says } = set();
    await says(call());
    for (let attempt = 0; attempt < 6; attempt += 1) {
      media.last().signals.send?.onHealth('connecting');
      await vi.advanceTimersByTimeAsync(20_000);
    }
    expect(client.value.phase).toMatchObject({ name: 'failed', code: 'media-error' });
  });
});

describe('the line', () => {
  it('CA-7 is graded from what is measured, and not while the other is switched off', async () => {
    const { client, media, says } = set();
    await says(call({ streams: [stream('theirs')] }));
    await vi.advanceTimersByTimeAsync(2_100);
    expect(client.value.line).toBe('good');
    media.last().record.sample.fpsReceived = 5;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(client.value.line).toBe('poor');
    await says(call({ streams: [stream('theirs', 'camera', true)] }));
    await vi.advanceTimersByTimeAsync(4_000);
    expect(client.value.line).toBe('good');
  });
});

describe('the end', () => {
  it('CA-8 hanging up tells the server, lets go of everything and does not join again', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    client.leave();
    await says(call());
    expect(client.value.phase.name).toBe('ended');
    expect(script.of('call:end')).toHaveLength(1);
    expect(script.of('call:join')).toHaveLength(1);
    expect(media.last().record.closed).toBe(1);
    expect([...drawer.on]).toEqual([]);
  });

  it('CA-8 hanging up without a connection is said when it is back', async () => {
    const { client, script, says } = set();
    await says(call());
    script.connect('lost');
    client.leave();
    expect(script.of('call:end')).toHaveLength(0);
    script.connect('connected');
    await says(call());
    expect(script.of('call:end')).toHaveLength(1);
    expect(client.value.phase.name).toBe('ended');
  });

  it('CA-8 the other one hanging up ends it here too', async () => {
    const { client, drawer, says } = set();
    await says(call());
    await says(null);
    expect(client.value.phase.name).toBe('ended');
    expect([...drawer.on]).toEqual([]);
  });

  it('CA-8 closing is final, silent and may be repeated', async () => {
    const { client, drawer, media, script, says } = set();
    await says(call());
    const told = vi.fn<() => void>();
    client.subscribe(told);
    client.close();
    client.close();
    await says(call({ epoch: 2 }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).not.toHaveBeenCalled();
    expect(media.rooms.map(({ record }) => record.closed)).toEqual([1]);
    expect([...drawer.on]).toEqual([]);
    expect(script.listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
