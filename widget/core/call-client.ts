import type { MediaSource } from '../../protocol/call.ts';
import type { ConversationState } from '../../protocol/conversation.ts';
import type { Side } from '../../protocol/message.ts';
import type { CameraChoice, Capture, Devices } from './call-capture.ts';
import type { LineGrade, LineSample } from './call-line.ts';
import { createLocalMedia } from './call-local.ts';
import type { CallMedia, CallWire } from './call-ports.ts';
import { createLineSampler } from './call-sampler.ts';
import { createCallSession, type CallSession } from './call-session.ts';
import { attached, createCallModel, inCall, reduceCall, type CallEvent, type CallPhase } from './call-state.ts';
import type { Clock } from './clock.ts';
import { createObservable, type Observable } from './observable.ts';

export interface CallClientOptions<Track> {
  wire: CallWire;
  media: CallMedia<Track>;
  devices: Devices<Track>;
  clock: Clock;
  side: Side;
}

/** One of the other side's streams. */
export interface RemoteStream<Track> {
  /** Null until it is received. */
  track: Track | null;
  /** Switched off over there. */
  paused: boolean;
}

/** All that a screen needs to draw a call. */
export interface CallView<Track> {
  phase: CallPhase;
  side: Side;
  camera: Capture<Track>;
  microphone: Capture<Track>;
  /** To choose from; known once a camera has been opened. */
  cameras: readonly CameraChoice[];
  remote: Record<MediaSource, RemoteStream<Track> | null>;
  line: LineGrade;
}

/**
 * One side's part in the calls of one conversation, from the first look at oneself to hanging up. It may be made
 * before the conversation exists. The microphone is opened only when asked for; the camera when a call begins, unless
 * the person has switched it off.
 */
export interface CallClient<Track> extends Observable<CallView<Track>> {
  /** Shows the person to themselves. Opens the camera, which may make the browser ask. */
  check(): void;
  /** Ready: in the line, with the camera off, until the server speaks of a call. */
  wait(): void;
  /** Out of the check or the line; the camera goes off. */
  dismiss(): void;
  /** The conversation's confirmed state, at every change: this is what begins, repairs and ends a call. */
  follow(conversation: ConversationState): void;
  /**
   * Whether the call is on screen, as it is until told otherwise. While it is not, camera and microphone are off; the
   * camera comes back by itself, the microphone when asked for.
   */
  attend(looking: boolean): void;
  setCamera(on: boolean): Promise<void>;
  chooseCamera(deviceId: string): Promise<void>;
  setMicrophone(on: boolean): Promise<void>;
  /** After `failed`. */
  retry(): void;
  /** Hangs up, for both: text goes on. */
  leave(): void;
  /** Lets go of everything and tells nobody. Idempotent. */
  close(): void;
}

export function createCallClient<Track>(options: CallClientOptions<Track>): CallClient<Track> {
  const { wire, clock, side } = options;
  let model = createCallModel(isConnected());
  let conversationId: string | null = null;
  let session: { attempt: number; handle: CallSession<Track> } | null = null;
  let lastJoin: Promise<void> = Promise.resolve();
  let stopRetry: (() => void) | null = null;
  let attended = true;
  let ending = false;
  let closed = false;

  const local = createLocalMedia(options.devices, () => {
    session?.handle.sync();
    publish();
  });
  const sampler = createLineSampler({
    clock,
    sample: sampleLine,
    onChange: publish,
  });
  const view = createObservable(look());
  const forgetConnection = wire.onConnection(() => dispatch({ type: 'connection', connected: isConnected() }));

  function isConnected(): boolean {
    return wire.connection.name === 'connected';
  }

  function look(): CallView<Track> {
    const { camera, microphone, cameras } = local;
    const received = { camera: remote('camera'), microphone: remote('microphone') };
    return { phase: model.phase, side, camera, microphone, cameras, remote: received, line: sampler.grade };
  }

  function remote(source: MediaSource): RemoteStream<Track> | null {
    if (!inCall(model.phase)) return null;
    const stream = model.server?.streams.find((candidate) => candidate.from !== side && candidate.source === source);
    return stream ? { track: session?.handle.track(stream.producerId) ?? null, paused: stream.paused } : null;
  }

  /** A picture that is switched off over there has no frames to count. */
  async function sampleLine(): Promise<LineSample | null> {
    const sample = (await session?.handle.sample()) ?? null;
    const stream = remote('camera');
    return sample && (!stream || stream.paused) ? { ...sample, fpsReceived: null } : sample;
  }

  function publish(): void {
    if (!closed) view.set(look());
  }

  function dispatch(event: CallEvent): void {
    if (closed) return;
    model = reduceCall(model, event);
    keepSession();
    keepRetry();
    keepDevices();
    sampler.want(model.phase.name === 'live');
    endWhatWasLeft();
    publish();
  }

  /** The session that belongs to the phase, and no other. */
  function keepSession(): void {
    const attempt = attached(model.phase)?.attempt;
    if (session && session.attempt !== attempt) {
      session.handle.close();
      session = null;
    }
    if (attempt !== undefined && !session) session = { attempt, handle: startSession(attempt) };
    if (model.server) session?.handle.follow(model.server);
  }

  function startSession(attempt: number): CallSession<Track> {
    const handle = createCallSession({
      wire,
      media: options.media,
      clock,
      side,
      conversationId: conversationId ?? '',
      after: lastJoin,
      track: (source) => local.track(source),
      onAdmitted: (call) => dispatch({ type: 'admitted', attempt, call }),
      onJoined: () => dispatch({ type: 'joined', attempt }),
      onLine: (broken) => dispatch({ type: 'line', attempt, broken }),
      onLost: (code) => dispatch({ type: 'lost', attempt, code }),
      onStreams: publish,
    });
    lastJoin = handle.done;
    return handle;
  }

  function keepRetry(): void {
    stopRetry?.();
    const { phase } = model;
    const due = phase.name === 'recovering' && phase.cause === 'retry';
    stopRetry = due ? clock.after(phase.delayMs, () => dispatch({ type: 'retry' })) : null;
  }

  /** In the line nobody sees the picture, not even the person: the camera rests until the call is on screen. */
  function keepDevices(): void {
    const { phase } = model;
    if (inCall(phase) && !attended) local.rest();
    else if (phase.name === 'checking' || inCall(phase)) void local.ensureCamera();
    else local.release();
  }

  /** Said again after a broken line, until the server no longer speaks of that call. */
  function endWhatWasLeft(): void {
    const { server, leftCallId, connected } = model;
    if (ending || !connected || !conversationId || !server || server.id !== leftCallId) return;
    ending = true;
    void wire.request('call:end', { conversationId }).then(() => (ending = false));
  }

  return {
    get value() {
      return view.value;
    },
    subscribe: (listener) => view.subscribe(listener),
    check: () => dispatch({ type: 'check' }),
    wait: () => dispatch({ type: 'wait' }),
    dismiss: () => dispatch({ type: 'dismiss' }),
    follow(conversation) {
      conversationId = conversation.id;
      dispatch({ type: 'server', call: conversation.call, over: conversation.phase.name === 'closed' });
    },
    attend(looking) {
      if (closed || looking === attended) return;
      attended = looking;
      keepDevices();
    },
    setCamera: (on) => local.setCamera(on),
    chooseCamera: (deviceId) => local.chooseCamera(deviceId),
    setMicrophone: (on) => local.setMicrophone(on),
    retry: () => dispatch({ type: 'retry' }),
    leave: () => dispatch({ type: 'leave' }),
    close() {
      if (closed) return;
      closed = true;
      forgetConnection();
      stopRetry?.();
      sampler.want(false);
      session?.handle.close();
      local.release();
    },
  };
}
