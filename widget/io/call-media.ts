import type { types } from 'mediasoup-client';
import type { JoinedCall, MediaSource, Opaque, TransportOptions } from '../../protocol/call.ts';
import { CallError, type CallMedia, type Incoming, type MediaRoom, type Outgoing } from '../core/call-ports.ts';
import type { ReceivingTransport, SendingTransport, TransportSignals } from '../core/call-ports.ts';
import { createStatsReader } from './call-stats.ts';

/** Enough for 640×480 at 30 frames with hands in motion; more helps nobody and fills the line. */
const MAX_BITRATE = 1_200_000;
/** kbit/s: the default of 300 shows the first seconds of a signed greeting as blocks. */
const START_BITRATE = 800;

type IceServers = JoinedCall['iceServers'];

/** Calls through mediasoup. Its client is fetched when the first call begins. */
export function createCallMedia(): CallMedia<MediaStreamTrack> {
  return { open: openRoom };
}

async function openRoom({ routerRtpCapabilities, iceServers }: JoinedCall): Promise<MediaRoom<MediaStreamTrack>> {
  const { Device, detectDevice } = await import('mediasoup-client');
  if (!detectDevice()) throw new CallError('unsupported');
  const device = new Device();
  await device.load({ routerRtpCapabilities: routerRtpCapabilities as types.RtpCapabilities });
  const transports: types.Transport[] = [];
  const read = createStatsReader();

  function keep(transport: types.Transport, signals: TransportSignals): types.Transport {
    transports.push(transport);
    wire(transport, signals);
    return transport;
  }

  return {
    rtpCapabilities: { ...device.recvRtpCapabilities },
    openSending: (options, signals) =>
      sending(keep(device.createSendTransport(parameters(options, iceServers)), signals), vp8(device)),
    openReceiving: (options, signals) =>
      receiving(keep(device.createRecvTransport(parameters(options, iceServers)), signals)),
    sample: async () => read(await Promise.all(transports.map((transport) => transport.getStats()))),
    close: () => transports.forEach((transport) => transport.close()),
  };
}

/** The wire does not look inside these: mediasoup's server made them for mediasoup's client. */
function parameters(options: TransportOptions, iceServers: IceServers): types.TransportOptions {
  const { id, iceParameters, iceCandidates, dtlsParameters } = options;
  return {
    id,
    iceParameters: iceParameters as types.IceParameters,
    iceCandidates: iceCandidates as types.IceCandidate[],
    dtlsParameters: dtlsParameters as types.DtlsParameters,
    iceServers,
  };
}

function wire(transport: types.Transport, { connect, produce, onHealth }: TransportSignals): void {
  transport.on('connect', ({ dtlsParameters }, resolve, reject) => {
    connect({ ...dtlsParameters }).then(resolve, reject);
  });
  transport.on('produce', ({ appData, rtpParameters }, resolve, reject) => {
    produce(appData['source'] as MediaSource, { ...rtpParameters }).then((id) => resolve({ id }), reject);
  });
  transport.on('connectionstatechange', (state) => {
    if (state !== 'new' && state !== 'closed') onHealth(state);
  });
}

/** Asked for by name: every browser can do it, and it copes best with a lost packet. */
function vp8(device: types.Device): types.RtpCodecCapability | undefined {
  return device.sendRtpCapabilities.codecs?.find(({ mimeType }) => mimeType.toLowerCase() === 'video/vp8');
}

function sending(
  transport: types.Transport,
  codec: types.RtpCodecCapability | undefined,
): SendingTransport<MediaStreamTrack> {
  const picture: Partial<types.ProducerOptions> = {
    ...(codec && { codec }),
    encodings: [{ maxBitrate: MAX_BITRATE }],
    codecOptions: { videoGoogleStartBitrate: START_BITRATE },
  };
  return {
    id: transport.id,
    restartIce: (iceParameters) => restart(transport, iceParameters),
    async produce(source, track) {
      const options = source === 'camera' ? picture : { codecOptions: { opusDtx: true } };
      // Whoever switched a device on switches it off: mediasoup leaves the track alone.
      const producer = await transport.produce({ ...options, track, stopTracks: false, appData: { source } });
      if (source === 'camera') await preferFrameRate(producer);
      return outgoing(producer);
    },
  };
}

function outgoing(producer: types.Producer): Outgoing<MediaStreamTrack> {
  return { producerId: producer.id, setTrack: (track) => producer.replaceTrack({ track }) };
}

function receiving(transport: types.Transport): ReceivingTransport<MediaStreamTrack> {
  return {
    id: transport.id,
    restartIce: (iceParameters) => restart(transport, iceParameters),
    async consume({ rtpParameters, ...options }): Promise<Incoming<MediaStreamTrack>> {
      const consumer = await transport.consume({ ...options, rtpParameters: rtpParameters as types.RtpParameters });
      return { track: consumer.track, close: () => consumer.close() };
    },
  };
}

function restart(transport: types.Transport, iceParameters: Opaque): Promise<void> {
  return transport.restartIce({ iceParameters: iceParameters as types.IceParameters });
}

/** When the line gets thin the picture gets smaller and stays in motion. Older browsers have only `contentHint`. */
async function preferFrameRate({ rtpSender }: types.Producer): Promise<void> {
  if (!rtpSender) return;
  const wanted = { ...rtpSender.getParameters(), degradationPreference: 'maintain-framerate' as const };
  await rtpSender.setParameters(wanted).catch(() => {});
}
