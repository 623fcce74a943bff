import { css, html, nothing, type PropertyValues } from 'lit';
import type { Offer, QueueEntry } from '../../protocol/desk.ts';
import type { Clock } from '../../widget/core/clock.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { seemsEmergency } from '../core/danger.ts';
import { waitingCitizen } from '../core/notices.ts';
import { minutesWaited } from '../core/waiting-time.ts';
import { AcceptEvent, DeclineEvent } from './events.ts';
import { icons } from './icons.ts';
import { badge, waitingButtons } from './styles.ts';
import { Tick } from './tick.ts';
import { citizenLabel, recipientName } from './words.ts';

/** A press this soon after it came was meant for what lay below. */
const GUARD_MS = 700;
/** Said to readers here, and at the start by the line of news: a number every second would drown everything else. */
const LAST_SECONDS = 5;

/**
 * A citizen for me to take, for some seconds. It lies over the line of news, so that nothing moves when it comes or
 * goes.
 *
 * @fires console-accept
 * @fires console-decline
 */
export class OfferCard extends SportelloElement {
  static override styles = [
    base,
    buttons,
    badge,
    waitingButtons,
    css`
      :host {
        display: block;
      }

      section {
        /* In the layer of windows: an offer does not wait until one is closed. */
        position: fixed;
        inset: var(--top, 0) 0 auto;
        width: 100%;
        margin: 0;
        border-inline: 0;
        color: inherit;
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto auto;
        gap: 4px 20px;
        align-items: center;
        min-height: 84px;
        padding: 8px 16px;
        border-block: 3px solid var(--sportello-primary);
        background: var(--sportello-surface);
        box-shadow: var(--sportello-shadow);
      }

      .bell {
        width: 2em;
        height: 2em;
        color: var(--sportello-primary);
      }

      h2 {
        font-size: 1.125rem;
      }

      p {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .quiet {
        color: var(--sportello-text-quiet);
      }

      .left {
        min-width: 4.5em;
        font-variant-numeric: tabular-nums;
        text-align: center;
      }

      .left b {
        display: block;
        font-size: 1.5rem;
        line-height: 1.1;
      }

      .left.last {
        color: var(--sportello-danger);
      }

      .acts {
        display: flex;
        gap: 8px;
      }

      kbd {
        font: inherit;
        font-size: 0.8125rem;
        font-weight: 400;
      }

      @media (max-width: 700px) {
        section {
          grid-template-columns: minmax(0, 1fr) auto;
        }

        .bell {
          display: none;
        }

        .acts {
          grid-column: 1 / -1;
        }

        .acts .button {
          flex: 1;
        }

        kbd {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    offer: { attribute: false },
    entry: { attribute: false },
    clock: { attribute: false },
    busy: { type: Boolean },
  };

  declare offer: Offer | null;
  /** The citizen as they stand in line; unknown for a moment, perhaps. */
  declare entry: QueueEntry | undefined;
  declare clock: Clock;
  /** The acceptance is on its way. */
  declare busy: boolean;

  #cameAt = 0;

  constructor() {
    super();
    this.offer = null;
    this.busy = false;
    new Tick(this, () => (this.offer === null ? undefined : this.clock), 1_000);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const before = changed.get('offer') as Offer | null | undefined;
    if (changed.has('offer') && this.offer?.conversationId !== before?.conversationId) this.#cameAt = performance.now();
  }

  protected override render() {
    return html`${this.offer === null ? nothing : this.#card(this.offer)}
      <p class="visually-hidden" role="status">
        ${this.#seconds <= LAST_SECONDS && this.offer !== null ? this.t('console.offer.last', { count: LAST_SECONDS }) : ''}
      </p>`;
  }

  /** Where the lines are that it covers. */
  protected override updated(): void {
    const card = this.renderRoot.querySelector('section');
    card?.style.setProperty('--top', `${Math.max(0, this.getBoundingClientRect().top)}px`);
    if (card && !card.matches(':popover-open')) card.showPopover();
  }

  get #seconds(): number {
    return this.offer === null ? 0 : Math.max(0, Math.round((this.offer.until - this.clock.now()) / 1_000));
  }

  #card(offer: Offer) {
    const seconds = this.#seconds;
    const { conversationId } = offer;
    const citizen = this.entry
      ? waitingCitizen(this.entry)
      : { conversationId, citizenName: null, since: this.clock.now() };
    return html`<section popover="manual" aria-label=${this.t('console.offer.label')}>
      <span class="bell">${icons.bell}</span>
      <div>
        <h2>${this.t('console.offer.title', { name: citizenLabel(this.i18n, citizen) })}</h2>
        ${this.entry === undefined ? nothing : this.#facts(this.entry)}
      </div>
      <p class="left ${seconds <= LAST_SECONDS ? 'last' : ''}" aria-hidden="true">
        <b>${seconds}</b>${this.t('console.offer.seconds', { count: seconds })}
      </p>
      <div class="acts">
        <button
          class="button primary"
          type="button"
          aria-keyshortcuts="Alt+N"
          aria-disabled=${String(this.busy)}
          @click=${() => this.#act(() => new AcceptEvent(citizen))}
        >
          ${this.t(this.busy ? 'console.queue.accepting' : 'console.queue.accept')} <kbd>Alt N</kbd>
        </button>
        <button
          class="button"
          type="button"
          aria-keyshortcuts="Alt+J"
          @click=${() => this.#act(() => new DeclineEvent(conversationId))}
        >
          ${this.t('console.offer.decline')} <kbd>Alt J</kbd>
        </button>
      </div>
    </section>`;
  }

  #facts({ service, language, since, context, returned, transfer }: QueueEntry) {
    const minutes = minutesWaited(since, this.clock.now());
    const wait = minutes === 0 ? this.t('console.queue.just-now') : this.t('console.minutes', { count: minutes });
    const search = context.searches.at(-1);
    const facts = [
      this.t(`console.service.${service}`),
      this.t(`console.language.${language}`),
      this.t('console.offer.waits', { wait }),
      ...(search === undefined ? [] : [this.t('console.offer.searched', { text: search })]),
    ];
    return html`<p>
        ${seemsEmergency(context) ? html`<span class="badge late">${icons.warning}${this.t('console.queue.emergency')}</span>` : nothing}
        ${returned && transfer === null ? html`<span class="badge attention">${this.t('console.queue.returned')}</span>` : nothing}
        ${facts.join(' · ')}
      </p>
      ${
        transfer === null
          ? nothing
          : html`<p>
              <strong
                >${this.t('console.queue.passed', { from: transfer.from.name, to: recipientName(this.i18n, transfer.to) })}</strong
              >${transfer.note === null ? nothing : html`: ${transfer.note}`}
            </p>`
      }`;
  }

  #act(event: () => Event): void {
    if (this.busy || performance.now() - this.#cameAt < GUARD_MS) return;
    this.dispatchEvent(event());
  }
}

define('console-offer', OfferCard);

declare global {
  interface HTMLElementTagNameMap {
    'console-offer': OfferCard;
  }
}
