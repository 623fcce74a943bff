import { sendKeys } from '@web/test-runner-commands';
import type { Clock } from '../../widget/core/clock.ts';
import { createCallClient, type CallClient } from '../../widget/core/call-client.ts';
import type { CallWire } from '../../widget/core/call-ports.ts';
import { createCallMedia } from '../../widget/io/call-media.ts';
import { createDevices } from '../../widget/io/devices.ts';
import type { DeviceCheck } from '../../widget/parts/device-check.ts';
import '../../widget/views/call-check.ts';
import { clearPage, equal, expectAccessible, focused, mount, pixels, until, words } from './call-helpers.ts';

const clock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Before a call nothing is asked of the server: a wire that is asked is a failure. */
const wire: CallWire = {
  connection: { name: 'connected' },
  request: (event) => Promise.reject(new Error(`asked for ${event}`)),
  onConnection: () => () => {},
};

let call: CallClient<MediaStreamTrack>;

async function open(width?: number): Promise<DeviceCheck> {
  call = createCallClient({ wire, media: createCallMedia(), devices: createDevices(), clock, side: 'citizen' });
  const view = document.createElement('sportello-call-check');
  view.i18n = await words();
  view.call = call;
  mount(view, width);
  await view.updateComplete;
  const check = view.renderRoot.querySelector('sportello-device-check');
  if (!check) throw new Error('no check');
  await check.updateComplete;
  return check;
}

function text(check: DeviceCheck): string {
  return check.renderRoot.textContent?.replace(/\s+/g, ' ') ?? '';
}

function video(check: DeviceCheck): HTMLVideoElement {
  const found = check.renderRoot.querySelector('video');
  if (!found) throw new Error('no picture');
  return found;
}

/** The browser's own answer to a request for a camera, as the standard names it. */
async function refusing(name: string, run: () => Promise<void>): Promise<void> {
  const { mediaDevices } = navigator;
  const before = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException('refused', name));
  try {
    await run();
  } finally {
    mediaDevices.getUserMedia = before;
  }
}

describe('before the call', () => {
  afterEach(() => {
    call.close();
    clearPage();
  });

  it('CA-9 shows oneself, moving and mirrored, and opens no microphone', async () => {
    const check = await open();
    await until('a picture', () => video(check).videoWidth > 0 && video(check).currentTime > 0);
    const before = pixels(video(check));
    await until('movement', () => pixels(video(check)).some((value, at) => Math.abs(value - (before[at] ?? 0)) > 40));
    equal(getComputedStyle(video(check)).transform, 'matrix(-1, 0, 0, 1, 0, 0)');
    equal(call.value.microphone.state, 'off');
    const { camera } = call.value;
    if (camera.state !== 'on') throw new Error('the camera is not on');
    equal(camera.track.contentHint, 'motion');
    equal(camera.track.getSettings().width, 640);
    equal(camera.track.getSettings().height, 480);
  });

  it('CA-9 says in words how the light is', async () => {
    const check = await open();
    await until('a word on the light', () => /La luce va bene|Poca luce|Troppa luce/.test(text(check)));
  });

  it('CA-9 lets go of the camera when one leaves', async () => {
    await open();
    const track = await until('the camera', () => call.value.camera.state === 'on' && call.value.camera.track);
    call.dismiss();
    equal(track.readyState, 'ended');
  });

  it('AC-20 works with the keyboard alone', async () => {
    const check = await open();
    await until('the camera', () => call.value.camera.state === 'on');
    const chosen: string[] = [];
    check.addEventListener('sportello-call-ready', () => chosen.push('ready'));
    check.addEventListener('sportello-call-write', () => chosen.push('write'));
    for (let presses = 0; presses < 6 && chosen.length < 2; presses += 1) {
      await sendKeys({ press: 'Tab' });
      if (focused()?.localName === 'button') await sendKeys({ press: 'Enter' });
    }
    equal(chosen.join(), 'ready,write');
  });

  it('AC-21 axe finds nothing, at 320 pixels too, and nothing is cut off', async () => {
    const check = await open(320);
    await until('a word on the light', () => /luce/.test(text(check)));
    await expectAccessible(check);
    equal(check.scrollWidth <= 320, true);
    for (const button of check.renderRoot.querySelectorAll('button')) {
      equal(button.getBoundingClientRect().height >= 44, true);
    }
  });

  const refusals: [name: string, words: RegExp][] = [
    ['NotFoundError', /Non trovo una fotocamera/],
    ['NotAllowedError', /non ha il permesso/],
    ['NotReadableError', /occupata da un altro programma/],
    ['SomethingElse', /non si accende/],
  ];
  for (const [name, expected] of refusals) {
    it(`CA-10 ${name} says what is wrong and what to do, and is no dead end`, async () => {
      await refusing(name, async () => {
        const check = await open();
        await until('the words', () => expected.test(text(check)));
        equal(/Entra senza fotocamera/.test(text(check)), true);
        equal(/Preferisco scrivere/.test(text(check)), true);
        await expectAccessible(check);
      });
    });
  }

  it('CA-10 trying again works once the camera is there', async () => {
    let check: DeviceCheck | null = null;
    await refusing('NotReadableError', async () => {
      check = await open();
      await until('the words', () => call.value.camera.state === 'failed');
    });
    const again = (check as DeviceCheck | null)?.renderRoot.querySelector<HTMLButtonElement>('.notice button');
    again?.click();
    await until('the picture', () => call.value.camera.state === 'on');
  });

  it('CA-10 an address without https is said so', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'isSecureContext');
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    try {
      const check = await open();
      await until('the words', () => /comincia con https/.test(text(check)));
    } finally {
      Reflect.deleteProperty(navigator, 'mediaDevices');
      if (own) Object.defineProperty(window, 'isSecureContext', own);
    }
  });
});
