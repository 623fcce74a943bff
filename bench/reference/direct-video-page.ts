/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { io } from 'socket.io-client';
import { recordFrames } from '../../test/server/call/browser/probe.ts';

/**
 * The least a video call can be: two browsers, one connection between them, no server but for the introduction. What
 * Sportello's calls are measured against. The button calls; pressed again it hangs up and calls anew.
 */
type Signal = { description: RTCSessionDescriptionInit } | { candidate: RTCIceCandidateInit };

const [picture] = document.getElementsByTagName('video');
const [button] = document.getElementsByTagName('button');
if (!picture || !button) throw new Error('the page has no picture or no button');

const connections: RTCPeerConnection[] = [];
const probe = recordFrames(picture, connections);
const socket = io({ transports: ['websocket'] });
const camera = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 30 } });
let early: RTCIceCandidateInit[] = [];
document.body.dataset['camera'] = 'on';

function connect(): RTCPeerConnection {
  connections.at(-1)?.close();
  early = [];
  const connection = new RTCPeerConnection();
  connections.push(connection);
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) tell({ candidate: candidate.toJSON() });
  });
  connection.addEventListener('track', ({ track }) => probe.show(track));
  for (const track of camera.getTracks()) connection.addTrack(track, camera);
  const codecs = RTCRtpReceiver.getCapabilities('video')?.codecs ?? [];
  const vp8 = codecs.filter(({ mimeType }) => /\/(VP8|rtx)$/i.test(mimeType));
  for (const transceiver of connection.getTransceivers()) transceiver.setCodecPreferences(vp8);
  return connection;
}

function tell(signal: Signal): void {
  socket.emit('signal', signal);
}

async function hear(signal: Signal): Promise<void> {
  if ('candidate' in signal) {
    const connection = connections.at(-1);
    if (connection?.remoteDescription) await connection.addIceCandidate(signal.candidate);
    else early.push(signal.candidate);
    return;
  }
  const isOffer = signal.description.type === 'offer';
  const connection = isOffer ? connect() : connections.at(-1);
  await connection?.setRemoteDescription(signal.description);
  if (isOffer) await describe(connection);
  for (const candidate of early.splice(0)) await connection?.addIceCandidate(candidate);
}

async function describe(connection: RTCPeerConnection | undefined): Promise<void> {
  await connection?.setLocalDescription();
  if (connection?.localDescription) tell({ description: connection.localDescription.toJSON() });
}

let heard = Promise.resolve();
socket.on('signal', (signal: Signal) => (heard = heard.then(() => hear(signal))));
button.addEventListener('click', () => {
  probe.click();
  void describe(connect());
});
