import { css, html, type PropertyValues } from 'lit';
import type { Service } from '../../protocol/conversation.ts';
import type { DeskState } from '../../protocol/desk.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import type { SideTalk } from '../core/side-talk.ts';
import '../parts/asked-list.ts';
import '../parts/mine-list.ts';
import '../parts/queue-list.ts';
import { panel } from '../parts/styles.ts';

const SERVICES = ['chat', 'lis'] as const satisfies readonly Service[];

/**
 * Mine and those who wait. Every list has its share of a fixed height: one that grows scrolls, and moves no other.
 *
 * @fires console-accept - Somebody is to be taken out of a queue.
 * @fires console-select - One of mine is to be shown.
 * @fires console-question - A question put to me is to be shown.
 */
export class QueuesPane extends SportelloElement {
  static override styles = [
    base,
    panel,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      /* Six of mine fit on a small office screen; whoever serves one line only sees more of it. */
      console-mine {
        flex: 3 1 0;
      }

      console-mine:not(:has(~ console-queue ~ console-queue)) {
        min-height: min(380px, 68%);
      }

      console-asked-list {
        flex: none;
        max-height: 40%;
      }

      console-queue {
        flex: 1 1 0;
      }

      console-queue:only-of-type {
        flex-grow: 2;
      }

      .other {
        padding: 8px 16px;
        border-top: 1px solid var(--sportello-border);
      }

      @media (max-height: 560px), (max-width: 480px) {
        :host {
          overflow-y: auto;
        }

        console-mine,
        console-mine:not(:has(~ console-queue ~ console-queue)),
        console-queue {
          flex: none;
          min-height: 0;
        }
      }
    `,
  ];
  static override properties = {
    desk: { attribute: false },
    mine: { attribute: false },
    selected: { attribute: false },
    asked: { attribute: false },
    talks: { attribute: false },
    calls: { attribute: false },
    accepting: { attribute: false },
    now: { attribute: false },
    held: { state: true },
  };

  declare desk: DeskState;
  /** In the order on screen. */
  declare mine: readonly Conversation[];
  declare selected: string | null;
  /** The question put to me that is on screen instead. */
  declare asked: string | null;
  /** The side conversations I take part in. */
  declare talks: ReadonlyMap<string, SideTalk>;
  /** Conversations whose call I am in. */
  declare calls: ReadonlySet<string>;
  declare accepting: string | null;
  /** Epoch ms, the server's clock. */
  declare now: number;
  /** The pointer or the focus is in here: no list comes or goes under it. */
  declare held: boolean;

  #asking = false;

  constructor() {
    super();
    this.held = false;
    this.addEventListener('pointerenter', () => (this.held = true));
    this.addEventListener('pointerleave', () => (this.held = this.matches(':focus-within')));
    this.addEventListener('focusin', () => (this.held = true));
    this.addEventListener('focusout', () => (this.held = this.matches(':hover')));
  }

  /** The first question makes room for its list, the last one gives it back. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.held || this.asked !== null) this.#asking = this.desk.consultations.length > 0;
  }

  focusMine(): void {
    this.renderRoot.querySelector('console-mine')?.focus();
  }

  /** The first line in which somebody waits, else the first. */
  focusQueue(): void {
    const queues = [...this.renderRoot.querySelectorAll('console-queue')];
    (queues.find(({ entries }) => entries.length > 0) ?? queues[0])?.focus();
  }

  protected override render() {
    const { skills } = this.desk.me;
    return html`
      <console-mine
        .i18n=${this.i18n}
        .conversations=${this.mine}
        .selected=${this.selected}
        .calls=${this.calls}
        .cases=${this.desk.cases}
        .talks=${this.talks}
        .shown=${this.asked === null}
      ></console-mine>
      ${
        !this.#asking
          ? null
          : html`<console-asked-list
              .i18n=${this.i18n}
              .consultations=${this.desk.consultations}
              .talks=${this.talks}
              .me=${this.desk.me.id}
              .selected=${this.asked}
            ></console-asked-list>`
      }
      ${SERVICES.filter((service) => skills.includes(service)).map((service) => this.#queue(service))}
      ${SERVICES.filter((service) => !skills.includes(service)).map((service) => this.#other(service))}
    `;
  }

  #queue(service: Service) {
    return html`<console-queue
      .i18n=${this.i18n}
      .service=${service}
      .entries=${this.desk.queues[service]}
      .now=${this.now}
      .accepting=${this.accepting}
      .me=${this.desk.me}
    ></console-queue>`;
  }

  /** A line that others serve: its length only. */
  #other(service: Service) {
    const params = { service: this.t(`console.service.${service}`), count: this.desk.queues[service].length };
    return html`<p class="other small quiet">${this.t(`console.queue.others.${service}`, params)}</p>`;
  }
}

define('console-queues', QueuesPane);

declare global {
  interface HTMLElementTagNameMap {
    'console-queues': QueuesPane;
  }
}
