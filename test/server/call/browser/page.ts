/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { ConversationState } from '../../../../protocol/conversation.ts';
import { createCallClient } from '../../../../widget/core/call-client.ts';
import type { ConversationWire } from '../../../../widget/core/wire.ts';
import { createCallMedia } from '../../../../widget/io/call-media.ts';
import { createDevices } from '../../../../widget/io/devices.ts';
import { createWire } from '../../../../widget/io/socket.ts';
import { recordFrames, rememberConnections } from './probe.ts';

/**
 * One side of a call and nothing else: the client's own call, wire and devices, and a picture. The operator's button
 * accepts the conversation, which opens the call.
 */
const connections = rememberConnections();
const query = new URLSearchParams(location.search);
const conversationId = query.get('conversation') ?? '';
const side = query.get('side') === 'operator' ? 'operator' : 'citizen';
const [picture] = document.getElementsByTagName('video');
const [button] = document.getElementsByTagName('button');
if (!picture || !button) throw new Error('the page has no picture or no button');

const operatorWire = createWire({ url: location.origin, namespace: '/operator' });
const wire: ConversationWire =
  side === 'operator' ? operatorWire : createWire({ url: location.origin, namespace: '/citizen' });
const client = createCallClient({
  wire,
  media: createCallMedia(),
  devices: createDevices(),
  side,
  clock: {
    now: Date.now,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  },
});
const probe = recordFrames(picture, connections);

client.subscribe(() => {
  const { phase, remote, camera } = client.value;
  const track = remote.camera?.track ?? null;
  probe.show(track);
  Object.assign(document.body.dataset, { phase: phase.name, camera: camera.state });
  if ('epoch' in phase) document.body.dataset['epoch'] = String(phase.epoch);
});
wire.on('conversation:changed', (state: ConversationState) => client.follow(state));
button.addEventListener('click', () => {
  probe.click();
  void operatorWire.request('conversation:accept', { conversationId });
});
client.check();
