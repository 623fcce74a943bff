import { html, nothing, type PropertyValues } from 'lit';
import type { Side } from '../../protocol/message.ts';
import type { Capture, DeviceCode } from '../core/call-capture.ts';
import type { CallClient, CallView } from '../core/call-client.ts';
import { inCall } from '../core/call-state.ts';
import { icons } from './call-icons.ts';
import { controlStyles, stageStyles } from './call-stage.styles.ts';
import { describeFailure, describeState } from './call-words.ts';
import './call-tile.ts';
import { define, SportelloElement } from './element.ts';
import { Observe } from './observe.ts';
import { base, buttons, notices } from './theme.ts';

type View = CallView<MediaStreamTrack>;

/** How long the frame shows that somebody answered. */
const ANSWERED_MS = 2_400;
/** Which call of a client has been answered: drawn anew, it is not answered again. */
const ANSWERED = new WeakMap<CallClient<MediaStreamTrack>, string>();
const VIBRATION = [200, 150, 200, 150, 200];

/**
 * A call as both sides see it: two equal pictures that never change places, and the buttons. It draws what the call
 * client knows and passes on what the person presses.
 *
 * @slot controls - More buttons, after ours.
 */
export class CallStage extends SportelloElement {
  static override properties = {
    call: { attribute: false },
    names: { attribute: false },
    stacked: { state: true },
    enlarged: { state: true },
    answered: { state: true },
  };
  static override styles = [base, buttons, notices, controlStyles, stageStyles];

  declare call: CallClient<MediaStreamTrack>;
  /** As shown under the other's picture; null where there is none. */
  declare names: Readonly<Record<Side, string | null>>;
  declare stacked: boolean;
  /** The other's picture takes the room that there is; one's own stays small beneath. */
  declare enlarged: boolean;
  declare answered: boolean;

  #hadFocus = false;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.names = { citizen: null, operator: null };
    this.stacked = false;
    this.enlarged = false;
    this.answered = false;
    new Observe(this, () => this.call);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#calm);
    this.answered = false;
  }

  protected override shouldUpdate(): boolean {
    return super.shouldUpdate() && this.call !== undefined;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    const { phase, remote } = this.call.value;
    this.#hadFocus = this.hasUpdated && focusIn(this.renderRoot) !== null;
    // To have entered is no answer: the other one's picture or voice is.
    if (!inCall(phase) || !('callId' in phase) || !(remote.camera || remote.microphone)) return;
    if (ANSWERED.get(this.call) === phase.callId) return;
    ANSWERED.set(this.call, phase.callId);
    this.#alert();
  }

  /** A flash and a vibration: nobody has to hear anything. */
  #alert(): void {
    this.answered = true;
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => (this.answered = false), ANSWERED_MS);
    // Before the first touch browsers refuse, and complain in the console.
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATION);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const audio = this.renderRoot.querySelector('audio');
    const track = this.call.value.remote.microphone?.track ?? null;
    if (audio && soundOf(audio) !== track) audio.srcObject = track && new MediaStream([track]);
    // The buttons have gone with the call, and one of them had the focus.
    if (this.#hadFocus && !focusIn(this.renderRoot)) this.renderRoot.querySelector<HTMLElement>('.state')?.focus();
  }

  protected override render() {
    const view = this.call.value;
    return html`<section class=${this.answered ? 'answered' : ''} aria-label=${this.t('call.stage.label')}>
      <div class="top">
        <p class="state" role="status" tabindex="-1">${this.#state(view)}</p>
        ${inCall(view.phase) ? this.#size() : nothing}
      </div>
      <div class="tiles ${this.enlarged ? 'enlarged' : ''} ${this.stacked ? 'stacked' : ''}">
        ${this.#theirs(view)}${this.#own(view)}
      </div>
      ${this.#failure(view)}${this.#cameraTrouble(view.camera)}${this.#microphoneTrouble(view.microphone)}
      ${this.#controls(view)}
      <audio autoplay></audio>
    </section>`;
  }

  #state(view: View): string {
    const name = this.#nameOfOther(view);
    const key = view.side === 'citizen' ? 'call.stage.answered' : 'call.stage.entered';
    if (this.answered) return this.t(key, { name });
    return describeState(view, this.i18n) || (this.#isAwaited(view) ? this.t('call.stage.awaited', { name }) : '');
  }

  /** We have entered, and nothing has come from the other side yet. */
  #isAwaited({ phase }: View): boolean {
    return phase.name === 'live' && ANSWERED.get(this.call) !== phase.callId;
  }

  #size() {
    return html`<button
      class="button small enlarge"
      type="button"
      aria-pressed=${this.enlarged ? 'true' : 'false'}
      @click=${() => (this.enlarged = !this.enlarged)}
    >
      ${icons.enlarge}${this.t('call.stage.enlarge')}
    </button>`;
  }

  #nameOfOther({ side }: View): string {
    const other = side === 'citizen' ? 'operator' : 'citizen';
    return this.names[other] ?? this.t(`call.stage.${other}`);
  }

  #theirs(view: View) {
    const { camera, microphone } = view.remote;
    const name = this.#nameOfOther(view);
    return html`<sportello-call-tile
      class="theirs"
      .i18n=${this.i18n}
      .track=${camera?.track ?? null}
      .name=${name}
      .label=${this.t('call.stage.pictureOf', { name })}
      .instead=${this.#insteadOf(camera)}
      .voice=${microphone !== null && !microphone.paused}
    ></sportello-call-tile>`;
  }

  #insteadOf(camera: View['remote']['camera']): string {
    if (!camera) return this.t('call.stage.noPicture');
    if (camera.paused) return this.t('call.stage.cameraOff');
    return camera.track ? '' : this.t('call.stage.waitingPicture');
  }

  #own({ camera, microphone }: View) {
    const off = camera.state === 'asking' ? 'call.stage.cameraOpening' : 'call.stage.cameraOff';
    return html`<sportello-call-tile
      class="own"
      .i18n=${this.i18n}
      .track=${camera.state === 'on' ? camera.track : null}
      .name=${this.t('call.stage.you')}
      .label=${this.t('call.stage.yourPicture')}
      .instead=${camera.state === 'on' ? '' : this.t(off)}
      .mirrored=${true}
      .voice=${microphone.state === 'on'}
    ></sportello-call-tile>`;
  }

  #failure({ phase }: View) {
    if (phase.name !== 'failed') return nothing;
    const { what, next } = describeFailure(phase.code, this.i18n);
    return html`<div class="notice danger" role="alert">
      <p><strong>${what}</strong> ${next}</p>
      <p class="ways">
        <button class="button" type="button" @click=${() => this.call.retry()}>${this.t('call.stage.retry')}</button>
        <button class="button" type="button" @click=${() => this.call.leave()}>
          ${this.t('call.stage.goOnWriting')}
        </button>
      </p>
    </div>`;
  }

  #cameraTrouble(camera: View['camera']) {
    const code = troubleOf(camera);
    if (!code) return nothing;
    return html`<p class="notice warning" role="status">
      <strong>${this.t(`call.device.${code}.what`)}</strong> ${this.t(`call.device.${code}.next`)}
      <button class="button small" type="button" @click=${() => this.call.setCamera(true)}>
        ${this.t('call.stage.retry')}
      </button>
    </p>`;
  }

  #microphoneTrouble(microphone: View['microphone']) {
    const code = troubleOf(microphone);
    return code ? html`<p class="notice warning" role="status">${this.t(`call.microphone.${code}`)}</p>` : nothing;
  }

  #controls({ phase, camera, microphone }: View) {
    if (!inCall(phase)) return nothing;
    return html`<div class="controls" role="group" aria-label=${this.t('call.stage.controls')}>
      ${this.#toggle('camera', camera, (on) => this.call.setCamera(on))}
      ${this.#toggle('microphone', microphone, (on) => this.call.setMicrophone(on))}
      <button class="button control layout" type="button" @click=${() => (this.stacked = !this.stacked)}>
        ${this.stacked ? icons.sideBySide : icons.stacked}
        ${this.t(this.stacked ? 'call.stage.sideBySide' : 'call.stage.stacked')}
      </button>
      <slot name="controls"></slot>
      <button class="button control danger" type="button" @click=${() => this.call.leave()}>
        ${icons.leave}${this.t('call.stage.leave')}
      </button>
    </div>`;
  }

  /** The icon says how it is, the words what a press does. */
  #toggle(source: 'camera' | 'microphone', { state }: Capture<unknown>, set: (on: boolean) => Promise<void>) {
    const on = state === 'on' || state === 'asking';
    return html`<button class="button control ${source}" type="button" @click=${() => set(!on)}>
      ${icons[on ? source : (`${source}Off` as const)]}${this.t(`call.stage.${source}Turn${on ? 'Off' : 'On'}`)}
    </button>`;
  }
}

/** The focus inside this root. */
function focusIn(root: ParentNode): Element | null {
  return root instanceof ShadowRoot ? root.activeElement : null;
}

function troubleOf(capture: Capture<unknown>): DeviceCode | null {
  return capture.state === 'failed' ? capture.code : null;
}

function soundOf({ srcObject }: HTMLAudioElement): MediaStreamTrack | null {
  return srcObject instanceof MediaStream ? (srcObject.getAudioTracks()[0] ?? null) : null;
}

define('sportello-call-stage', CallStage);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-call-stage': CallStage;
  }
}
