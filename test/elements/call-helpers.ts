import 'axe-core';
import type { AxeResults } from 'axe-core';
import type { CallClient, CallView } from '../../widget/core/call-client.ts';
import { createI18n, type I18n } from '../../widget/core/i18n.ts';
import { createObservable } from '../../widget/core/observable.ts';
import call from '../../widget/locales/it/call.ts';
import parts from '../../widget/locales/it/parts.ts';
import { tokens } from '../../widget/parts/theme.ts';

export type View = CallView<MediaStreamTrack>;

declare const axe: { run(context: Element, options: object): Promise<AxeResults> };

export function words(): Promise<I18n> {
  return createI18n({ lang: 'it', resources: { it: { ...parts, ...call } } });
}

/** Puts an element on the page inside a frame of this width, with the design tokens that the widget gives. */
export function mount<Made extends HTMLElement>(element: Made, width = 640): Made {
  const frame = document.createElement('div');
  const root = frame.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = tokens.styleSheet ? [tokens.styleSheet] : [];
  frame.style.width = `${width}px`;
  frame.style.background = '#ffffff';
  root.append(element);
  document.body.append(frame);
  return element;
}

export function clearPage(): void {
  document.body.replaceChildren();
}

type Falsy = false | null | undefined | 0 | '';

export async function until<Value>(
  what: string,
  read: () => Value | Promise<Value>,
  ms = 5_000,
): Promise<Exclude<Value, Falsy>> {
  const deadline = performance.now() + ms;
  for (;;) {
    const value = await read();
    if (value) return value as Exclude<Value, Falsy>;
    if (performance.now() > deadline) throw new Error(`did not happen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Fails with every rule that axe finds broken, and when it looked at nothing. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations, passes } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
  if (passes.length === 0) throw new Error('axe looked at nothing');
  if (violations.length > 0) {
    throw new Error(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`).join('\n'));
  }
}

export function equal<Value>(actual: Value, expected: Value): void {
  if (!Object.is(actual, expected)) throw new Error(`expected ${String(expected)}, got ${String(actual)}`);
}

/** What a video element shows now, as numbers. */
export function pixels(video: HTMLVideoElement): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(video, 0, 0, 64, 48);
  return context.getImageData(0, 0, 64, 48).data;
}

/** The element that has the focus, through all shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** A call whose state the test sets, and which notes what is asked of it. */
export function createShownCall(first: Partial<View> = {}) {
  const asked: string[] = [];
  const view = createObservable<View>({
    phase: { name: 'live', callId: 'call-one', epoch: 1, attempt: 1 },
    side: 'citizen',
    camera: { state: 'off' },
    microphone: { state: 'off' },
    cameras: [],
    remote: { camera: null, microphone: null },
    line: 'good',
    ...first,
  });
  const note = (what: string) => (): void => void asked.push(what);
  const call: CallClient<MediaStreamTrack> = {
    get value() {
      return view.value;
    },
    subscribe: (listener) => view.subscribe(listener),
    check: note('check'),
    wait: note('wait'),
    dismiss: note('dismiss'),
    follow: note('follow'),
    attend: note('attend'),
    setCamera: async (on) => void asked.push(`camera ${on}`),
    chooseCamera: async (deviceId) => void asked.push(`choose ${deviceId}`),
    setMicrophone: async (on) => void asked.push(`microphone ${on}`),
    retry: note('retry'),
    leave: note('leave'),
    close: note('close'),
  };
  return { call, asked, show: (change: Partial<View>) => view.set({ ...view.value, ...change }) };
}
