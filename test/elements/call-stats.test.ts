import { createStatsReader } from '../../widget/io/call-stats.ts';
import { createDevices } from '../../widget/io/devices.ts';
import { until } from './call-helpers.ts';

/** Two real connections in one page, the fake camera's picture going from one to the other. */
async function connect(track: MediaStreamTrack): Promise<RTCPeerConnection[]> {
  const [one, two] = [new RTCPeerConnection(), new RTCPeerConnection()];
  one.onicecandidate = ({ candidate }) => void (candidate && two.addIceCandidate(candidate));
  two.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate));
  one.addTrack(track);
  await one.setLocalDescription();
  if (one.localDescription) await two.setRemoteDescription(one.localDescription);
  await two.setLocalDescription();
  if (two.localDescription) await one.setRemoteDescription(two.localDescription);
  return [one, two];
}

describe('what a call is measured by', () => {
  it('CA-7 reads frames, round trip and loss from a real connection, and nothing where there is nothing', async () => {
    const camera = await createDevices().openCamera();
    const [one, two] = await connect(camera.track);
    if (!one || !two) throw new Error('no connections');
    try {
      const [readOne, readTwo] = [createStatsReader(), createStatsReader()];
      const sending = await until('frames sent', async () => {
        const sample = readOne([await one.getStats()]);
        return (sample.fpsSent ?? 0) > 5 && sample;
      });
      const receiving = await until('frames received', async () => {
        const sample = readTwo([await two.getStats()]);
        return (sample.fpsReceived ?? 0) > 5 && sample.loss !== null && sample;
      });
      if (sending.fpsReceived !== null) throw new Error('the sender receives nothing');
      if (receiving.fpsSent !== null) throw new Error('the receiver sends nothing');
      if (receiving.loss === null || receiving.loss > 0.5) throw new Error(`loss ${receiving.loss}`);
      if (sending.roundTripMs === null || sending.roundTripMs > 1_000) throw new Error('no trip');
    } finally {
      camera.stop();
      one.close();
      two.close();
    }
  });

  it('CA-7 counts loss from one look to the next', () => {
    const read = createStatsReader();
    const report = (packetsLost: number, packetsReceived: number): RTCStatsReport =>
      new Map([['in', { id: 'in', type: 'inbound-rtp', kind: 'video', packetsLost, packetsReceived }]]);
    const losses = [report(0, 100), report(10, 190), report(10, 290)].map((one) => read([one]).loss);
    if (losses.join() !== '0,0.1,0') throw new Error(losses.join());
  });
});
