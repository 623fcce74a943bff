import type { Unsubscribe } from './observable.ts';

/** What keeps us from a camera or a microphone; each has its own words and its own way on. */
export type DeviceCode =
  | 'no-device' // none is plugged in
  | 'refused' // the person, or their browser's settings, said no
  | 'blocked' // the page we are on does not let us ask (Permissions-Policy)
  | 'busy' // another program holds it
  | 'insecure' // the page is not served over https
  | 'unsupported' // the browser cannot do this at all
  | 'lost' // unplugged, or taken away, while in use
  | 'unknown';

/** What `Devices` throws. */
export class DeviceError extends Error {
  readonly code: DeviceCode;

  constructor(code: DeviceCode, cause?: unknown) {
    super(`device: ${code}`, { cause });
    this.name = 'DeviceError';
    this.code = code;
  }
}

/** A camera or a microphone in use. `Track` is the browser's; core never looks inside. */
export interface Captured<Track> {
  track: Track;
  deviceId: string;
  /** Lets go of the device: its light goes out. Idempotent. */
  stop(): void;
  /** Called when the device goes away by itself. */
  onLost(listener: () => void): Unsubscribe;
}

export interface CameraChoice {
  deviceId: string;
  /** As the browser names it; empty until permission is given. */
  label: string;
}

/** The port to cameras and microphones: `widget/io/devices.ts`. */
export interface Devices<Track> {
  /** Throws `DeviceError`. Without `deviceId` the browser chooses. */
  openCamera(deviceId?: string): Promise<Captured<Track>>;
  openMicrophone(): Promise<Captured<Track>>;
  cameras(): Promise<CameraChoice[]>;
}

export type Capture<Track> =
  | { state: 'off' }
  /** The browser may be asking the person. */
  | { state: 'asking' }
  | { state: 'on'; track: Track; deviceId: string }
  | { state: 'failed'; code: DeviceCode };

export interface CaptureControl<Track> {
  readonly state: Capture<Track>;
  /** Resolves when it is on, has failed, or was overtaken by a later wish. Never throws. */
  open(deviceId?: string): Promise<void>;
  /** Idempotent. */
  close(): void;
}

/** One device, switched on and off; of several wishes the last one wins, and what an older one opened is let go. */
export function createCapture<Track>(
  open: (deviceId?: string) => Promise<Captured<Track>>,
  onChange: () => void,
): CaptureControl<Track> {
  let state: Capture<Track> = { state: 'off' };
  let held: Captured<Track> | null = null;
  let wish = 0;

  function become(next: Capture<Track>): void {
    state = next;
    onChange();
  }

  function release(): void {
    held?.stop();
    held = null;
  }

  function hold(captured: Captured<Track>): void {
    held = captured;
    captured.onLost(() => {
      if (held !== captured) return;
      release();
      become({ state: 'failed', code: 'lost' });
    });
    become({ state: 'on', track: captured.track, deviceId: captured.deviceId });
  }

  return {
    get state() {
      return state;
    },
    async open(deviceId) {
      wish += 1;
      const mine = wish;
      // Many phones cannot hold two cameras at once: the old one goes first.
      release();
      become({ state: 'asking' });
      try {
        const captured = await open(deviceId);
        if (mine === wish) hold(captured);
        else captured.stop();
      } catch (error) {
        if (mine === wish) become({ state: 'failed', code: error instanceof DeviceError ? error.code : 'unknown' });
      }
    },
    close() {
      wish += 1;
      release();
      if (state.state !== 'off') become({ state: 'off' });
    },
  };
}

/** What there is to send: null for nothing, undefined while that is being decided. */
export function trackOf<Track>(capture: Capture<Track>): Track | null | undefined {
  if (capture.state === 'asking') return undefined;
  return capture.state === 'on' ? capture.track : null;
}
