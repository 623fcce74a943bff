import { html, nothing, svg, type PropertyValues } from 'lit';
import type { DeviceCode } from '../core/call-capture.ts';
import type { CallClient, CallView } from '../core/call-client.ts';
import { CallReadyEvent, CallWriteEvent } from './call-events.ts';
import { icons } from './call-icons.ts';
import { LightMeter } from './call-light-meter.ts';
import { deviceCheckStyles } from './device-check.styles.ts';
import { define, SportelloElement } from './element.ts';
import { Observe } from './observe.ts';
import { base, buttons, fields, notices } from './theme.ts';

/** Head, shoulders and the space hands move in, on a picture of 640 × 480. */
const GUIDE = [
  'M320 70a62 72 0 1 1 0 144a62 72 0 1 1 0-144z',
  'M170 470c0-150 55-205 150-205s150 55 150 205',
  'M90 40h460v400h-460z',
];

/**
 * Oneself before a call: framed for signing, in a good light, with the right camera. Nothing is sent anywhere yet.
 *
 * @fires sportello-call-ready - Into the line, with or without a camera; it rests until the call.
 * @fires sportello-call-write - The person would rather write; the camera is off.
 */
export class DeviceCheck extends SportelloElement {
  static override properties = { call: { attribute: false } };
  static override styles = [base, buttons, fields, notices, deviceCheckStyles];

  declare call: CallClient<MediaStreamTrack>;

  readonly #meter = new LightMeter(this, () => this.renderRoot?.querySelector('video'));

  #begun = false;

  constructor() {
    super();
    new Observe(this, () => this.call);
  }

  /** Left without a choice: the camera goes out. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#begun = false;
    if (this.call?.value.phase.name === 'checking') this.call.dismiss();
  }

  protected override shouldUpdate(): boolean {
    return super.shouldUpdate() && this.call !== undefined;
  }

  /** Opens the camera at once: the person asked for a call, and nothing leaves the device. */
  protected override willUpdate(): void {
    super.willUpdate();
    if (this.#begun) return;
    this.#begun = true;
    this.call.check();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { camera } = this.call.value;
    const track = camera.state === 'on' ? camera.track : null;
    const video = this.renderRoot.querySelector('video');
    if (!video || shownIn(video) === track) return;
    video.srcObject = track && new MediaStream([track]);
    if (track) video.play().catch(() => {});
  }

  protected override render() {
    const { camera, cameras } = this.call.value;
    return html`
      ${this.#picture(camera)}
      <div role="status">${camera.state === 'failed' ? this.#trouble(camera.code) : this.#facts(camera)}</div>
      ${cameras.length > 1 ? this.#choice(camera, cameras) : nothing}
      <p class="ways">
        <button class="button primary" type="button" @click=${this.#enter}>
          ${this.t(camera.state === 'failed' ? 'call.check.enterWithout' : 'call.check.enter')}
        </button>
        <button class="button" type="button" @click=${this.#write}>${this.t('call.check.write')}</button>
      </p>
    `;
  }

  #picture({ state }: CallView<unknown>['camera']) {
    return html`<div class="picture">
      <video
        .muted=${true}
        autoplay
        playsinline
        ?hidden=${state !== 'on'}
        aria-label=${this.t('call.check.picture')}
      ></video>
      ${state === 'on' ? this.#guide() : html`<p class="instead">${icons.person}${this.#instead(state)}</p>`}
    </div>`;
  }

  #instead(state: Exclude<CallView<unknown>['camera']['state'], 'on'>): string {
    return this.t(state === 'asking' ? 'call.check.asking' : 'call.stage.cameraOff');
  }

  #guide() {
    return html`<svg class="guide" viewBox="0 0 640 480" aria-hidden="true" focusable="false">
      ${GUIDE.map((path) => svg`<path class="edge" d=${path}></path><path class="line" d=${path}></path>`)}
    </svg>`;
  }

  #facts({ state }: CallView<unknown>['camera']) {
    if (state !== 'on') return nothing;
    const { light } = this.#meter;
    return html`<ul class="facts">
      <li>${icons.person}${this.t('call.check.guide')}</li>
      ${light ? html`<li class=${light}>${this.#lightIcon()}${this.t(`call.check.${light}`)}</li>` : nothing}
      <li>${icons.microphoneOff}${this.t('call.check.microphone')}</li>
    </ul>`;
  }

  #lightIcon() {
    return this.#meter.light === 'good' ? icons.light : icons.warning;
  }

  #trouble(code: DeviceCode) {
    return html`<div class="notice warning">
      <p><strong>${this.t(`call.device.${code}.what`)}</strong> ${this.t(`call.device.${code}.next`)}</p>
      <p>${this.t('call.check.withoutHint')}</p>
      <button class="button small" type="button" @click=${this.#retry}>${this.t('call.check.retry')}</button>
    </div>`;
  }

  #choice(camera: CallView<unknown>['camera'], cameras: CallView<unknown>['cameras']) {
    const current = camera.state === 'on' ? camera.deviceId : '';
    return html`<div class="field">
      <label for="camera">${this.t('call.check.camera')}</label>
      <select id="camera" class="input" @change=${this.#choose}>
        ${cameras.map(
          ({ deviceId, label }, index) =>
            html`<option value=${deviceId} ?selected=${deviceId === current}>
              ${label || this.t('call.check.unnamedCamera', { number: index + 1 })}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #enter(): void {
    this.call.wait();
    this.dispatchEvent(new CallReadyEvent());
  }

  /** Its button goes away with the words: on to the way in. */
  #retry(): void {
    void this.call.setCamera(true);
    this.renderRoot.querySelector<HTMLElement>('.ways .primary')?.focus();
  }

  #write(): void {
    this.call.dismiss();
    this.dispatchEvent(new CallWriteEvent());
  }

  #choose(event: Event): void {
    if (event.target instanceof HTMLSelectElement) void this.call.chooseCamera(event.target.value);
  }
}

function shownIn({ srcObject }: HTMLVideoElement): MediaStreamTrack | null {
  return srcObject instanceof MediaStream ? (srcObject.getVideoTracks()[0] ?? null) : null;
}

define('sportello-device-check', DeviceCheck);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-device-check': DeviceCheck;
  }
}
