import { DeviceError, type Captured, type DeviceCode, type Devices } from '../core/call-capture.ts';

/** VGA at 30 frames a second is what signing asks for (EN 301 549, 6.5); a camera that cannot gives what it has. */
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
  facingMode: 'user',
};

/** The browser's cameras and microphones. */
export function createDevices(): Devices<MediaStreamTrack> {
  return {
    openCamera: async (deviceId) => {
      // A chosen camera that has been unplugged since gives way to any other.
      const choice = deviceId ? { ...PICTURE, deviceId: { ideal: deviceId } } : PICTURE;
      const track = await open('camera', { video: choice });
      // Encoders then give up sharpness before movement.
      track.contentHint = 'motion';
      return captured(track);
    },
    openMicrophone: async () => captured(await open('microphone', { audio: true })),
    cameras: async () => {
      const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
      return devices
        .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
        .map(({ deviceId, label }) => ({ deviceId, label }));
    },
  };
}

async function open(feature: 'camera' | 'microphone', constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw new DeviceError(window.isSecureContext ? 'unsupported' : 'insecure');
  }
  try {
    const [track] = (await navigator.mediaDevices.getUserMedia(constraints)).getTracks();
    if (track) return track;
  } catch (cause) {
    throw new DeviceError(codeOf(cause, feature), cause);
  }
  throw new DeviceError('no-device');
}

function captured(track: MediaStreamTrack): Captured<MediaStreamTrack> {
  return {
    track,
    deviceId: track.getSettings().deviceId ?? '',
    stop: () => track.stop(),
    onLost(listener) {
      // Not fired by our own stop().
      track.addEventListener('ended', listener);
      return () => track.removeEventListener('ended', listener);
    },
  };
}

function codeOf(cause: unknown, feature: 'camera' | 'microphone'): DeviceCode {
  switch (cause instanceof DOMException ? cause.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-device';
    case 'NotAllowedError':
    case 'SecurityError':
      return isBlockedByPage(feature) ? 'blocked' : 'refused';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}

/** Chromium alone tells apart a person's no from a page without `Permissions-Policy`; elsewhere both are `refused`. */
function isBlockedByPage(feature: 'camera' | 'microphone'): boolean {
  const { featurePolicy } = document as Document & { featurePolicy?: { allowsFeature(name: string): boolean } };
  return featurePolicy?.allowsFeature(feature) === false;
}
