import type { types } from 'mediasoup';
import { MediaError } from './media.ts';
import type { Media } from './media.ts';
import { createMediasoupRoom } from './mediasoup-room.ts';
import { startWorkers } from './mediasoup-workers.ts';
import type { WorkersOptions } from './mediasoup-workers.ts';

export type MediasoupOptions = WorkersOptions;

/** kbit/s a browser's encoder begins with; from its own default of 300 it takes seconds to a sharp picture. */
const START_BITRATE = { 'x-google-start-bitrate': 800 };

/** In order of preference where the browser has none. */
const CODECS: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000, parameters: { ...START_BITRATE } },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0, ...START_BITRATE } },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: {
      'packetization-mode': 1,
      'profile-level-id': '42e01f',
      'level-asymmetry-allowed': 1,
      ...START_BITRATE,
    },
  },
];

/**
 * mediasoup behind the media port: a call is a router on the worker that has the fewest. Never rejects: without a
 * working binary the media are simply not available, until they are.
 */
export async function createMediasoupMedia(options: MediasoupOptions): Promise<Media> {
  const workers = await startWorkers(options);
  return {
    available: () => workers.available(),

    async openRoom() {
      const [running] = workers.running().toSorted((one, other) => one.rooms() - other.rooms());
      if (!running) throw new MediaError('no-media', 'no media worker is running');
      const { worker, server } = running;
      const release = running.hold();
      try {
        const router = await worker.createRouter({ mediaCodecs: CODECS });
        router.observer.once('close', release);
        return createMediasoupRoom(router, server, worker);
      } catch (cause) {
        release();
        throw new MediaError('no-media', 'the media worker opened no room', { cause });
      }
    },

    close: () => workers.close(),
  };
}
