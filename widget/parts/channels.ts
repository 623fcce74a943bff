import { css, html, nothing, type TemplateResult } from 'lit';
import type { Service } from '../../protocol/conversation.ts';
import type { ServiceState } from '../../protocol/status.ts';
import { formatDeskTime, formatEnd, waitMinutes } from '../core/format.ts';
import type { DeskNow } from '../core/status-watch.ts';
import { unreachable } from '../core/unreachable.ts';
import { define, SportelloElement } from './element.ts';
import { AwaitEvent, ChannelEvent } from './events.ts';
import { icons } from './icons.ts';
import { base, buttons } from './theme.ts';

/**
 * The ways to a person, each with its state now. A closed one stays in sight, with when it opens; a message can be left
 * at any time.
 *
 * @fires sportello-channel - A way was chosen.
 * @fires sportello-await - To be told when a closed one opens, or no longer.
 */
export class Channels extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }

      ul {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        padding: 0;
        list-style: none;
      }

      .channel {
        display: flex;
        align-items: center;
        gap: 16px;
        width: 100%;
        min-height: 64px;
        padding: 12px 16px;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface);
        color: var(--sportello-text-quiet);
        text-align: start;
      }

      button.channel {
        border-color: var(--sportello-primary);
        color: var(--sportello-primary);
        cursor: pointer;
      }

      button.channel:hover {
        background: var(--sportello-tint);
        color: var(--sportello-primary-strong);
      }

      .channel > span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      strong {
        display: block;
        font-weight: 600;
        line-height: 1.35;
      }

      .state {
        display: block;
        color: var(--sportello-text-quiet);
        font-size: 0.9375em;
        line-height: 1.35;
      }

      .dot {
        display: inline-block;
        width: 0.625em;
        height: 0.625em;
        margin-inline-end: 4px;
        border: 2px solid var(--sportello-text-quiet);
        border-radius: 50%;
      }

      .dot.open {
        border-color: var(--sportello-success);
        background: var(--sportello-success);
      }

      .dot.unstaffed {
        border-color: var(--sportello-warning);
      }

      div.channel {
        flex-wrap: wrap;
      }

      .await {
        display: flex;
        flex-basis: 100%;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        min-width: 0;
        color: var(--sportello-text);
      }

      /* There before the words are, so that they are read out; it takes no room until then. */
      .await span:empty {
        position: absolute;
      }

      @media (forced-colors: active) {
        button.channel {
          border-color: ButtonText;
        }

        .dot.open {
          background: ButtonText;
        }
      }
    `,
  ];
  static override properties = {
    desk: { attribute: false },
    order: { attribute: false },
    awaited: { attribute: false },
    awaitFailed: { attribute: false },
  };

  declare desk: DeskNow;
  declare order: readonly Service[];
  /** Of whose opening the citizen will be told. */
  declare awaited: readonly Service[];
  /** For which that could not be begun. */
  declare awaitFailed: Service | null;

  constructor() {
    super();
    this.desk = { name: 'loading' };
    this.order = ['chat', 'lis'];
    this.awaited = [];
    this.awaitFailed = null;
  }

  protected override render() {
    return html`<ul>
      ${this.order.map((service) => html`<li>${this.#channel(service)}</li>`)}
      <li>
        ${this.#button('message', html`${icons.message}<span><strong>${this.t('channel.message')}</strong> ${this.#due()}</span>`)}
      </li>
    </ul>`;
  }

  #channel(service: Service) {
    const state = this.desk.name === 'known' ? this.desk.status.services[service] : undefined;
    const content = html`${service === 'lis' ? icons.hands : icons.chat}
      <span><strong>${this.t(`channel.${service}`)}</strong> ${this.#state(state)}</span>`;
    if (state?.state === 'open' || state?.state === 'unstaffed') return this.#button(service, content);
    return html`<div class="channel">${content} ${state?.state === 'closed' ? this.#await(service) : nothing}</div>`;
  }

  #button(channel: Service | 'message', content: TemplateResult) {
    return html`<button class="channel" @click=${() => this.dispatchEvent(new ChannelEvent(channel))}>
      ${content}${icons.forward}
    </button>`;
  }

  #due() {
    if (this.desk.name !== 'known') return nothing;
    const { message, now } = this.desk.status;
    return html`<span class="state"
      >${this.t('channel.due', { when: formatDeskTime(message.dueAt, now, this.i18n) })}</span
    >`;
  }

  /** The button stays the same one, so that the focus does, too. */
  #await(service: Service) {
    const on = !this.awaited.includes(service);
    const failed = this.awaitFailed === service ? this.t('channel.awaitFailed') : '';
    return html`<p class="await">
      <span role="status">${on ? failed : this.t('channel.awaited')}</span>
      <button class="button small" @click=${() => this.dispatchEvent(new AwaitEvent(service, on))}>
        ${this.t(on ? 'channel.await' : 'channel.awaitNo')}<span class="visually-hidden"
          >: ${this.t(`channel.${service}`)}</span
        >
      </button>
    </p>`;
  }

  #state(state: ServiceState | undefined) {
    if (!state) return html`<span class="state">${this.t(`channel.${this.desk.name}`)}</span>`;
    return html`<span class="state"
      ><span class="dot ${state.state}" aria-hidden="true"></span>${this.#words(state).map(
        (words, index) => html`${index ? ' · ' : nothing}${words}`,
      )}</span
    >`;
  }

  #words(state: ServiceState): string[] {
    switch (state.state) {
      case 'open':
        return [this.#openUntil(state.closesAt), this.#wait(state)];
      case 'unstaffed':
        return [this.t('channel.unstaffed')];
      case 'closed':
        return [
          ...(state.reason ? [state.reason[this.i18n.lang === 'en' ? 'en' : 'it']] : []),
          this.#closed(state.opensAt),
        ];
      case 'unavailable':
        return [this.t('channel.unavailable')];
      default:
        return unreachable(state);
    }
  }

  #openUntil(closesAt: number | null): string {
    return closesAt === null
      ? this.t('channel.open')
      : this.t('channel.openUntil', { time: formatEnd(closesAt, this.i18n) });
  }

  #closed(opensAt: number | null): string {
    if (opensAt === null || this.desk.name !== 'known') return this.t('channel.closed');
    return this.t('channel.opens', { when: formatDeskTime(opensAt, this.desk.status.now, this.i18n) });
  }

  #wait({ waiting, estimateMs }: Extract<ServiceState, { state: 'open' }>): string {
    if (estimateMs === null) return this.t('channel.line', { count: waiting });
    return estimateMs === 0 ? this.t('channel.now') : this.t('channel.wait', { count: waitMinutes(estimateMs) });
  }
}

define('sportello-channels', Channels);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-channels': Channels;
  }
}
