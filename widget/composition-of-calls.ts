import { createCallClient, type CallClient } from './core/call-client.ts';
import type { CitizenWire } from './core/wire.ts';
import { browserClock } from './io/browser.ts';
import { createCallMedia } from './io/call-media.ts';
import { createDevices } from './io/devices.ts';

/** A citizen's calls, over the wire of their conversation. */
export function composeCall(wire: CitizenWire): CallClient<MediaStreamTrack> {
  return createCallClient({
    wire,
    media: createCallMedia(),
    devices: createDevices(),
    clock: browserClock,
    side: 'citizen',
  });
}
