import { css, html, nothing } from 'lit';
import type { Hold, Phase, Service, WaitingPhase } from '../../protocol/conversation.ts';
import { formatDeskTime, formatEnd, formatTime } from '../core/format.ts';
import { isSentHome } from '../core/unusual.ts';
import { keepsWaiting } from '../core/visit.ts';
import { define } from '../parts/element.ts';
import { View, viewStyles } from './view.ts';

const MINUTE_MS = 60_000;

/** What is to be said of a wait that is not the ordinary one: how it goes on, what else there is, who is being asked. */
export class PatienceView extends View {
  static override styles = [
    ...viewStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
        height: auto;
        overflow: visible;
        padding: 0;
      }

      .propose {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  #tick: ReturnType<typeof setInterval> | undefined;
  /** When it opens again has been asked for. */
  #asked = false;

  constructor() {
    super();
    this.watch(({ citizen }) => citizen.model);
    this.watch(({ status }) => status);
    this.watch(({ visit }) => visit);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), MINUTE_MS / 4);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
  }

  protected override willUpdate(): void {
    const phase = this.counter.citizen.model.value?.state.phase;
    const home = phase !== undefined && isSentHome(phase);
    if (home && !this.#asked) this.counter.status.refresh();
    this.#asked = home;
  }

  protected override render() {
    const phase = this.counter.citizen.model.value?.state.phase;
    if (phase?.name === 'waiting') return this.#waiting(phase);
    return phase?.name === 'live' && phase.hold ? this.#hold(phase, phase.hold) : nothing;
  }

  #waiting(phase: WaitingPhase) {
    return html`${
      phase.transferTo !== null
        ? html`<p>${this.t('patience.transferSince', { time: formatTime(phase.since, this.i18n) })}</p>`
        : nothing
    }
    ${phase.longer ? html`<p>${this.t('patience.longer')}</p>` : nothing}
    ${phase.propose ? this.#propose(phase.propose) : nothing} ${this.#closing(phase)}`;
  }

  /** Told in advance, whatever else is said. */
  #closing({ closing, propose }: WaitingPhase) {
    if (!closing || propose === 'closed') return nothing;
    const key = closing.policy === 'served' ? 'patience.closingServed' : 'patience.closingMessage';
    return html`<p class="quiet-text">${this.t(key, { time: formatEnd(closing.at, this.i18n) })}</p>`;
  }

  /** Where nobody will come any more there is nothing to go on waiting for. */
  #propose(why: NonNullable<WaitingPhase['propose']>) {
    const { visit, citizen, go } = this.counter;
    const model = citizen.model.value;
    if (!model) return nothing;
    const { service, id } = model.state;
    const words = why === 'closed' ? this.#reopens(service) : this.t(`waiting.propose.${why}`);
    if (keepsWaiting(visit.value, id, why)) return html`<p class="quiet-text">${words}</p>`;
    return html`<div class="notice propose">
      <p>${words} ${this.#due()}</p>
      <div class="row">
        <button
          class="button small ${why === 'closed' ? 'primary' : ''}"
          @click=${() => go({ name: 'message', service })}
        >
          ${this.t('channel.message')}
        </button>
        ${
          why === 'closed'
            ? nothing
            : html`<button
                class="button small quiet"
                @click=${() => {
                  visit.set({ ...visit.value, keepsWaiting: `${id} ${why}` });
                  this.dispatchEvent(new Event('sportello-keeps-waiting'));
                }}
              >
                ${this.t('patience.goOn')}
              </button>`
        }
      </div>
    </div>`;
  }

  /** That it has closed is the screen's title already. */
  #reopens(service: Service): string {
    const desk = this.counter.status.value;
    const state = desk.name === 'known' ? desk.status.services[service] : undefined;
    if (desk.name !== 'known' || state?.state !== 'closed' || state.opensAt === null) return '';
    return this.t('patience.reopens', { when: formatDeskTime(state.opensAt, desk.status.now, this.i18n) });
  }

  #due(): string {
    const desk = this.counter.status.value;
    if (desk.name !== 'known') return '';
    return this.t('patience.due', { when: formatDeskTime(desk.status.message.dueAt, desk.status.now, this.i18n) });
  }

  /** How long is seen by those who look, and not said every minute. */
  #hold({ operator }: Extract<Phase, { name: 'live' }>, { who, since, onward }: Hold) {
    const minutes = Math.floor(Math.max(0, Date.now() - since) / MINUTE_MS);
    return html`<p class="notice">
      ${this.t(onward ? 'patience.holdOnward' : 'patience.hold', { name: operator.name, who })}
      <span class="quiet-text" aria-live="off"
        >${minutes > 0 ? this.t('patience.holdFor', { count: minutes }) : this.t('patience.holdNow')}</span
      >
    </p>`;
  }
}

define('sportello-patience', PatienceView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-patience': PatienceView;
  }
}
