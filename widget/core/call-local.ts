import type { MediaSource } from '../../protocol/call.ts';
import { createCapture, trackOf, type CameraChoice, type Capture, type Devices } from './call-capture.ts';

/** Our own camera and microphone, through check, queue and call. */
export interface LocalMedia<Track> {
  readonly camera: Capture<Track>;
  readonly microphone: Capture<Track>;
  /** To choose from; known once a camera has been opened. */
  readonly cameras: readonly CameraChoice[];
  /** Undefined while a device is being opened. */
  track(source: MediaSource): Track | null | undefined;
  /** Opens the camera unless the person has switched it off, or it has failed: then they decide. */
  ensureCamera(): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  chooseCamera(deviceId: string): Promise<void>;
  setMicrophone(on: boolean): Promise<void>;
  /** Lets go of both, and remembers what was switched off by hand. Idempotent. */
  rest(): void;
  /** Lets go of both and forgets what was switched off. Idempotent; it may be used again. */
  release(): void;
}

export function createLocalMedia<Track>(devices: Devices<Track>, onChange: () => void): LocalMedia<Track> {
  const camera = createCapture((deviceId) => devices.openCamera(deviceId), onChange);
  const microphone = createCapture(() => devices.openMicrophone(), onChange);
  let cameras: readonly CameraChoice[] = [];
  let chosen: string | undefined;
  let switchedOff = false;

  function rest(): void {
    camera.close();
    microphone.close();
  }

  async function openCamera(): Promise<void> {
    switchedOff = false;
    await camera.open(chosen);
    // Names are given away only after permission.
    cameras = await devices.cameras();
    onChange();
  }

  return {
    get camera() {
      return camera.state;
    },
    get microphone() {
      return microphone.state;
    },
    get cameras() {
      return cameras;
    },
    track: (source) => trackOf(source === 'camera' ? camera.state : microphone.state),
    async ensureCamera() {
      if (camera.state.state === 'off' && !switchedOff) await openCamera();
    },
    async setCamera(on) {
      if (on) return openCamera();
      switchedOff = true;
      camera.close();
    },
    async chooseCamera(deviceId) {
      chosen = deviceId;
      await openCamera();
    },
    async setMicrophone(on) {
      if (on) await microphone.open();
      else microphone.close();
    },
    rest,
    release() {
      switchedOff = false;
      rest();
    },
  };
}
