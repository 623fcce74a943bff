import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { CallPhase } from '../../widget/core/call-state.ts';
import type { CallStage } from '../../widget/parts/call-stage.ts';
import type { CallTile } from '../../widget/parts/call-tile.ts';
import '../../widget/views/call.ts';
import { clearPage, createShownCall, equal, expectAccessible, focused, mount, pixels } from './call-helpers.ts';
import { until, words, type View } from './call-helpers.ts';

const LIVE: CallPhase = { name: 'live', callId: 'call-one', epoch: 1, attempt: 1 };

/** A real picture of one colour, left half dark: enough to see what is shown, and whether it is mirrored. */
function picture(colour: string): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const context = canvas.getContext('2d');
  const draw = (): void => {
    if (!context) return;
    context.fillStyle = colour;
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#000000';
    context.fillRect(0, 0, 320, 480);
  };
  draw();
  setInterval(draw, 50);
  const [track] = canvas.captureStream(20).getTracks();
  if (!track) throw new Error('no track');
  return track;
}

function inCall(change: Partial<View> = {}): Partial<View> {
  return {
    phase: LIVE,
    camera: { state: 'on', track: picture('#00c000'), deviceId: 'one' },
    remote: { camera: { track: picture('#0000c0'), paused: false }, microphone: null },
    ...change,
  };
}

async function open(first: Partial<View>, width?: number) {
  const shown = createShownCall(first);
  const stage = document.createElement('sportello-call-stage');
  stage.i18n = await words();
  stage.call = shown.call;
  stage.names = { citizen: null, operator: 'Operatore LIS' };
  mount(stage, width);
  await settled(stage);
  return { ...shown, stage };
}

async function settled(stage: CallStage): Promise<void> {
  await stage.updateComplete;
  await Promise.all([...stage.renderRoot.querySelectorAll('sportello-call-tile')].map((tile) => tile.updateComplete));
}

function tile(stage: CallStage, whose: 'own' | 'theirs'): CallTile {
  const found = stage.renderRoot.querySelector<CallTile>(`sportello-call-tile.${whose}`);
  if (!found) throw new Error(`no ${whose}`);
  return found;
}

function video(whose: CallTile): HTMLVideoElement {
  const found = whose.renderRoot.querySelector('video');
  if (!found) throw new Error('no video');
  return found;
}

function text(stage: CallStage): string {
  const tiles = [...stage.renderRoot.querySelectorAll('sportello-call-tile')].map((one) => one.renderRoot.textContent);
  return `${stage.renderRoot.textContent} ${tiles.join(' ')}`.replace(/\s+/g, ' ');
}

function button(stage: CallStage, name: RegExp): HTMLButtonElement {
  const found = [...stage.renderRoot.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

describe('the call on screen', () => {
  afterEach(async () => {
    clearPage();
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('CA-11 shows two pictures of the same size, the other first, whoever sends what', async () => {
    const { stage, show } = await open(inCall());
    const places = (): string =>
      JSON.stringify([tile(stage, 'theirs'), tile(stage, 'own')].map((one) => one.getBoundingClientRect()));
    const sizes = [tile(stage, 'theirs'), tile(stage, 'own')].map((one) => one.getBoundingClientRect());
    equal(sizes[0]?.width, sizes[1]?.width);
    equal(sizes[0]?.height, sizes[1]?.height);
    equal(sizes[0]?.top, sizes[1]?.top);
    const before = places();
    show({ remote: { camera: { track: null, paused: true }, microphone: null }, camera: { state: 'off' } });
    await settled(stage);
    equal(places(), before);
  });

  it('CA-11 puts one over the other where there is little room', async () => {
    const { stage } = await open(inCall(), 360);
    const [theirs, own] = [tile(stage, 'theirs'), tile(stage, 'own')].map((one) => one.getBoundingClientRect());
    equal(theirs && own && theirs.bottom <= own.top && theirs.width === own.width, true);
    equal(stage.scrollWidth <= 360, true);
  });

  it('CA-11 mirrors oneself for oneself only, and both play', async () => {
    const { stage } = await open(inCall());
    const own = video(tile(stage, 'own'));
    const theirs = video(tile(stage, 'theirs'));
    equal(getComputedStyle(own).transform, 'matrix(-1, 0, 0, 1, 0, 0)');
    equal(getComputedStyle(theirs).transform, 'none');
    await until('both pictures', () => own.currentTime > 0 && theirs.currentTime > 0);
    const blue = pixels(theirs);
    equal((blue.at(-2) ?? 0) > 100, true);
    equal(own.muted && theirs.muted, true);
  });

  it('CA-11 plays again after it was moved in the page', async () => {
    const { stage } = await open(inCall());
    const theirs = video(tile(stage, 'theirs'));
    await until('the picture', () => theirs.currentTime > 0);
    const other = document.createElement('div');
    document.body.append(other);
    other.append(stage);
    const at = theirs.currentTime;
    await until('it goes on', () => !theirs.paused && theirs.currentTime !== at);
  });

  it('CA-11 says in words what there is no picture of', async () => {
    const { stage, show } = await open(inCall({ remote: { camera: null, microphone: null } }));
    equal(/Per ora nessuna immagine/.test(text(stage)), true);
    show({ remote: { camera: { track: null, paused: false }, microphone: null } });
    await settled(stage);
    equal(/L’immagine arriva tra poco/.test(text(stage)), true);
    show({ remote: { camera: { track: picture('#0000c0'), paused: true }, microphone: null } });
    await settled(stage);
    equal(/Fotocamera spenta/.test(text(stage)), true);
    show({
      remote: { camera: { track: picture('#0000c0'), paused: false }, microphone: { track: null, paused: false } },
    });
    await settled(stage);
    equal(/microfono acceso/.test(text(stage)), true);
  });

  it('CA-12 flashes the frame three times when answered, and then is calm', async () => {
    const { stage, show } = await open({ phase: { name: 'waiting' } });
    const frame = stage.renderRoot.querySelector('section');
    if (!frame) throw new Error('no frame');
    equal(getComputedStyle(frame).animationName, 'none');
    show(inCall());
    await settled(stage);
    equal(getComputedStyle(frame).animationName, 'answered');
    equal(getComputedStyle(frame).animationIterationCount, '3');
    equal(/Ha risposto Operatore LIS/.test(text(stage)), true);
    await until('calm', () => getComputedStyle(frame).animationName === 'none');
    show({ phase: { name: 'recovering', cause: 'server', callId: 'call-one' } });
    show({ phase: LIVE });
    await settled(stage);
    equal(getComputedStyle(frame).animationName, 'none');
  });

  it('CA-12 to have entered is no answer: one waits in words until the other comes, and is answered once', async () => {
    const { stage, show, call } = await open(inCall({ remote: { camera: null, microphone: null } }));
    const frame = stage.renderRoot.querySelector('section');
    if (!frame) throw new Error('no frame');
    equal(getComputedStyle(frame).animationName, 'none');
    // Forced colours paint every border and outline, transparent ones too: there must be none.
    equal(`${getComputedStyle(frame).borderTopStyle} ${getComputedStyle(frame).outlineStyle}`, 'none none');
    equal(/Aspettiamo Operatore LIS/.test(text(stage)), true);
    equal(/Ha risposto/.test(text(stage)), false);
    show(inCall());
    await settled(stage);
    equal(/Ha risposto Operatore LIS/.test(text(stage)), true);
    equal(getComputedStyle(frame).outlineStyle, 'solid');
    const again = document.createElement('sportello-call-stage');
    again.i18n = stage.i18n;
    again.call = call;
    mount(again);
    await settled(again);
    equal(/Ha risposto/.test(text(again)), false);
  });

  it('CA-15 enlarges the other’s picture on request, and makes them equal again', async () => {
    const { stage } = await open(inCall(), 360);
    const width = (whose: 'own' | 'theirs'): number => tile(stage, whose).getBoundingClientRect().width;
    equal(width('own'), width('theirs'));
    button(stage, /Ingrandisci/).click();
    await settled(stage);
    equal(button(stage, /Ingrandisci/).getAttribute('aria-pressed'), 'true');
    equal(width('theirs') >= 320 && width('own') < width('theirs') / 2, true);
    await expectAccessible(stage);
    button(stage, /Ingrandisci/).click();
    await settled(stage);
    equal(width('own'), width('theirs'));
  });

  it('AC-22 the focus is not lost with the buttons when the call is over', async () => {
    const { stage, show } = await open(inCall());
    button(stage, /Chiudi la chiamata/).focus();
    show({ phase: { name: 'ended' } });
    await settled(stage);
    equal(focused(), stage.renderRoot.querySelector('[role=status]'));
  });

  it('CA-12 with reduced motion the frame is marked, and still', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { stage } = await open(inCall());
    const frame = stage.renderRoot.querySelector('section');
    if (!frame) throw new Error('no frame');
    equal(getComputedStyle(frame).animationName, 'none');
    equal(getComputedStyle(frame).outlineColor, 'rgb(0, 102, 204)');
  });

  const states: [change: Partial<View>, expected: RegExp][] = [
    [{ phase: { name: 'joining', callId: 'call-one', epoch: 1, attempt: 1 } }, /Ti sto collegando/],
    [{ line: 'weak' }, /Linea debole/],
    [{ line: 'poor' }, /Linea molto debole/],
    [{ phase: { name: 'recovering', cause: 'server', callId: 'call-one' } }, /il collegamento torna da solo/],
    [{ phase: { name: 'recovering', cause: 'network', callId: 'call-one' } }, /quando la rete riparte/],
    [{ phase: { name: 'ended' } }, /La videochiamata è finita/],
  ];
  for (const [change, expected] of states) {
    it(`CA-13 says in a status where the call stands: ${expected.source}`, async () => {
      const { stage, show } = await open(inCall());
      const status = stage.renderRoot.querySelector('[role=status]');
      await until('calm', () => status?.textContent === '');
      show(change);
      await settled(stage);
      equal(expected.test(status?.textContent ?? ''), true);
      await expectAccessible(stage);
    });
  }

  it('CA-13 a call that failed says why and offers to try again or to write', async () => {
    const { stage, asked } = await open({ phase: { name: 'failed', callId: 'one', epoch: 1, code: 'media-error' } });
    equal(/non riesce a passare da questa rete/.test(text(stage)), true);
    button(stage, /Riprova/).click();
    button(stage, /Continua per scritto/).click();
    equal(asked.join(), 'retry,leave');
    await expectAccessible(stage);
  });

  it('CA-13 a camera taken away says so, and the call goes on', async () => {
    const { stage, asked } = await open(inCall({ camera: { state: 'failed', code: 'lost' } }));
    equal(/La fotocamera si è scollegata/.test(text(stage)), true);
    button(stage, /Riprova/).click();
    equal(asked.join(), 'camera true');
  });

  it('AC-22 every button has words, is 44 pixels high, and works with the keyboard alone', async () => {
    const { stage, asked } = await open(inCall(), 360);
    const buttons = [...stage.renderRoot.querySelectorAll('button')].filter((one) => one.offsetWidth > 0);
    for (const one of buttons) {
      equal((one.textContent ?? '').trim() !== '', true);
      equal(one.getBoundingClientRect().height >= 44, true);
    }
    for (let presses = 0; presses < buttons.length; presses += 1) {
      await sendKeys({ press: 'Tab' });
      equal(buttons.includes(focused() as HTMLButtonElement), true);
      await sendKeys({ press: 'Enter' });
    }
    equal(asked.join(), 'camera false,microphone true,leave');
  });

  it('AC-22 the words of a switch say what a press does', async () => {
    const { stage, show } = await open(inCall());
    button(stage, /Spegni fotocamera/);
    button(stage, /Accendi microfono/);
    show({ camera: { state: 'off' }, microphone: { state: 'asking' } });
    await settled(stage);
    button(stage, /Accendi fotocamera/);
    button(stage, /Spegni microfono/);
  });
});

describe('the call with its text', () => {
  afterEach(clearPage);

  async function open(width: number, height = 700) {
    const view = document.createElement('sportello-call');
    view.i18n = await words();
    view.call = createShownCall(inCall()).call;
    const chat = document.createElement('p');
    chat.textContent = 'Buongiorno';
    view.append(chat);
    view.style.height = `${height}px`;
    mount(view, width);
    await view.updateComplete;
    const stage = view.renderRoot.querySelector('sportello-call-stage');
    if (!stage) throw new Error('no stage');
    await settled(stage);
    return { view, chat, stage };
  }

  it('AC-23 puts the text beside the pictures where there is room, under them where there is not', async () => {
    const wide = await open(1000);
    equal(wide.chat.getBoundingClientRect().left >= wide.stage.getBoundingClientRect().right, true);
    clearPage();
    const narrow = await open(360);
    equal(narrow.chat.getBoundingClientRect().top >= narrow.stage.getBoundingClientRect().bottom, true);
    equal(narrow.view.scrollWidth <= 360, true);
    await expectAccessible(narrow.view);
  });

  for (const [width, height, least] of [
    [360, 588, 160],
    [360, 748, 180],
    [420, 708, 190],
    [390, 792, 205],
    [736, 768, 340],
  ] as const) {
    it(`CA-15 makes the pictures as large as ${width} by ${height} pixels allow`, async () => {
      const { stage, view } = await open(width, height);
      const [theirs, own] = [tile(stage, 'theirs'), tile(stage, 'own')].map((one) =>
        one.renderRoot.querySelector('.picture')?.getBoundingClientRect(),
      );
      if (!theirs || theirs.width < least) throw new Error(`only ${theirs?.width} pixels wide`);
      equal(theirs.width, own?.width);
      const frame = view.renderRoot.querySelector('.call');
      if (!frame || frame.scrollHeight > height) throw new Error(`${frame?.scrollHeight} pixels high`);
    });
  }

  it('AC-23 makes the text larger on request', async () => {
    const { view, chat } = await open(1000);
    chat.style.fontSize = 'var(--sportello-font-size)';
    const before = Number.parseFloat(getComputedStyle(chat).fontSize);
    view.renderRoot.querySelector('button')?.click();
    await view.updateComplete;
    equal(Number.parseFloat(getComputedStyle(chat).fontSize) > before * 1.3, true);
  });
});
