import type { CallState, JoinedCall, MediaSource, MediaStreamState } from '../../protocol/call.ts';
import type { ConversationState } from '../../protocol/conversation.ts';
import { DeviceError, type Captured, type DeviceCode, type Devices } from '../../widget/core/call-capture.ts';
import type { CallMedia, CallWire, TransportSignals } from '../../widget/core/call-ports.ts';
import { clock } from './node-clock.ts';
import type { Answer, Connection } from '../../widget/core/wire.ts';

/** A track is only a name here: core never looks inside. */
export type Track = string;

interface Asked {
  event: string;
  payload: Record<string, unknown>;
  answer(answer: Answer): void;
}

/** Timers of the test runner, which are virtual. */
export { clock };

/** The far end of the wire, speaking line by line: it answers at once, except for events it is told to hold back. */
export function createScriptedWire() {
  const asked: Asked[] = [];
  const held = new Set<string>();
  const refusals = new Map<string, Answer>();
  const listeners = new Set<(connection: Connection) => void>();
  let connection: Connection = { name: 'connected' };
  let producers = 0;
  let open: CallState = call();

  function reply({ event, payload }: Pick<Asked, 'event' | 'payload'>): object {
    const joined: JoinedCall = { call: open, routerRtpCapabilities: {}, iceServers: [] };
    const replies: Record<string, () => object> = {
      'call:join': () => joined,
      'call:transport': () => ({ transport: { id: `transport-${String(payload['direction'])}` } }),
      'call:produce': () => ({ producerId: `own-${(producers += 1)}` }),
      'call:consume': () => ({ consumer: { id: `consumer-of-${String(payload['producerId'])}`, ...payload } }),
      'call:restart-ice': () => ({ iceParameters: { fresh: true } }),
    };
    return replies[event]?.() ?? {};
  }

  const wire = {
    get connection() {
      return connection;
    },
    request(event: string, payload: Record<string, unknown>): Promise<Answer> {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      asked.push({ event, payload, answer: resolve });
      if (!held.has(event)) resolve(refusals.get(event) ?? { ok: true, ...reply({ event, payload }) });
      return promise;
    },
    onConnection(listener: (connection: Connection) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  return {
    // The script answers by event name; the typed wire's replies are what `reply` builds.
    wire: wire as CallWire,
    asked,
    /** Names of the events asked for, in order. */
    events: () => asked.map(({ event }) => event),
    of: (event: string) => asked.filter((one) => one.event === event),
    hold: (event: string) => held.add(event),
    release(event: string) {
      held.delete(event);
      for (const one of asked) if (one.event === event) one.answer({ ok: true, ...reply(one) });
    },
    refuse: (event: string, code: 'not-found' | 'no-media' | 'internal') => refusals.set(event, { ok: false, code }),
    accept: (event: string) => refusals.delete(event),
    opens: (state: CallState) => (open = state),
    connect(name: 'connected' | 'lost') {
      connection = { name };
      for (const listener of listeners) listener(connection);
    },
    listeners,
  };
}

/** Media that keep a record of what was asked of them. */
export function createRecordedMedia() {
  const rooms: Room[] = [];
  let gate: Promise<void> = Promise.resolve();

  const media: CallMedia<Track> = {
    async open() {
      await gate;
      const room = createRoom();
      rooms.push(room);
      return room.port;
    },
  };
  return {
    media,
    rooms,
    last: () => rooms.at(-1) as Room,
    /** Opening waits until the returned function is called. */
    holdOpening() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
  };
}

type Room = ReturnType<typeof createRoom>;

function createRoom() {
  const signals: Partial<Record<'send' | 'receive', TransportSignals>> = {};
  const record = {
    closed: 0,
    sent: {} as Record<string, Track | null>,
    received: new Set<string>(),
    restarts: [] as string[],
    signals,
    sample: { fpsReceived: 30, fpsSent: 30, roundTripMs: 20, loss: 0 },
  };
  const restart = (id: string) => async (): Promise<void> => void record.restarts.push(id);
  const port: Awaited<ReturnType<CallMedia<Track>['open']>> = {
    rtpCapabilities: { codecs: [] },
    openSending: ({ id }, sending) => {
      signals.send = sending;
      return {
        id,
        restartIce: restart(id),
        async produce(source, track) {
          await sending.connect({});
          const producerId = await sending.produce(source, {});
          record.sent[source] = track;
          return { producerId, setTrack: async (next) => void (record.sent[source] = next) };
        },
      };
    },
    openReceiving: ({ id }, receiving) => {
      signals.receive = receiving;
      return {
        id,
        restartIce: restart(id),
        async consume({ producerId }) {
          record.received.add(producerId);
          return { track: `track-of-${producerId}`, close: () => void record.received.delete(producerId) };
        },
      };
    },
    sample: async () => record.sample,
    close: () => void (record.closed += 1),
  };
  return { ...record, record, port };
}

/** Cameras and microphones that count what is on. */
export function createDrawerOfDevices() {
  const on = new Set<string>();
  let opened = 0;
  let refusal: DeviceCode | null = null;
  let gate: Promise<void> = Promise.resolve();
  const losses: (() => void)[] = [];

  async function open(name: string): Promise<Captured<Track>> {
    await gate;
    if (refusal) throw new DeviceError(refusal);
    opened += 1;
    const track = `${name}-${opened}`;
    on.add(track);
    return {
      track,
      deviceId: name,
      stop: () => void on.delete(track),
      onLost(listener) {
        losses.push(listener);
        return () => {};
      },
    };
  }

  const devices: Devices<Track> = {
    openCamera: (deviceId) => open(deviceId ?? 'camera'),
    openMicrophone: () => open('microphone'),
    cameras: async () => [
      { deviceId: 'camera', label: 'Front' },
      { deviceId: 'usb', label: 'USB' },
    ],
  };
  return {
    devices,
    on,
    losses,
    refuse: (code: DeviceCode | null) => (refusal = code),
    holdOpening() {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
  };
}

export function call(change: Partial<CallState> = {}): CallState {
  return { id: 'call-one', epoch: 1, startedAt: 0, ready: true, streams: [], ...change };
}

export function stream(producerId: string, source: MediaSource = 'camera', paused = false): MediaStreamState {
  return { producerId, from: 'operator', source, paused };
}

export function conversation(state: CallState | null): ConversationState {
  return {
    id: 'conversation-one',
    service: 'lis',
    language: 'it',
    citizenName: null,
    citizenConnected: true,
    startedAt: 0,
    context: { searches: [], articles: [] },
    phase: {
      name: 'live',
      since: 0,
      operator: { id: 'operator-one', name: 'Operatore LIS' },
      operatorConnected: true,
      hold: null,
    },
    call: state,
    lastSeq: 1,
    read: { citizen: 0, operator: 0 },
  };
}
