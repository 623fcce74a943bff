/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What a page measures of the picture it receives; read by the tests and benchmarks as `window.probe`. */
export interface Probe {
  /** When the button was pressed, and when each frame was shown: epoch ms, comparable between pages of one machine. */
  clickedAt: number;
  frames: number[];
  /** Of the latest frame, in pixels. */
  width: number;
  /** Notes the click. */
  click(): void;
  /** Shows this track, or nothing. */
  show(track: MediaStreamTrack | null): void;
  /** Frames decoded so far, over every connection that is open, as the browser counts them. */
  decoded(): Promise<number>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

const now = (): number => performance.timeOrigin + performance.now();

/** Every connection the page makes from here on, by whomever: their statistics are not offered otherwise. */
export function rememberConnections(): RTCPeerConnection[] {
  const made: RTCPeerConnection[] = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
  return made;
}

export function recordFrames(picture: HTMLVideoElement, connections: readonly RTCPeerConnection[]): Probe {
  let shown: MediaStreamTrack | null = null;

  function note(_now: number, { width }: VideoFrameCallbackMetadata): void {
    probe.frames.push(now());
    probe.width = width;
    picture.requestVideoFrameCallback(note);
  }

  const probe: Probe = {
    clickedAt: 0,
    frames: [],
    width: 0,
    click() {
      probe.clickedAt = now();
    },
    show(track) {
      if (track === shown) return;
      shown = track;
      picture.srcObject = track && new MediaStream([track]);
    },
    async decoded() {
      const open = connections.filter(({ connectionState }) => connectionState !== 'closed');
      const reports = await Promise.all(open.map((connection) => connection.getStats()));
      const counts = reports.flatMap((report) =>
        [...report.values()].map((entry: { type: string; framesDecoded?: number }) =>
          entry.type === 'inbound-rtp' ? (entry.framesDecoded ?? 0) : 0,
        ),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
  picture.requestVideoFrameCallback(note);
  window.probe = probe;
  return probe;
}
