import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import { waitingForMe } from '../core/attention.ts';
import type { Desk } from '../core/desk.ts';
import { citizenOf } from '../core/notices.ts';
import { offeredEntry } from '../core/transfers.ts';
import '../parts/announcements.ts';
import '../parts/call-strip.ts';
import '../parts/leftover-strip.ts';
import '../parts/notice-strip.ts';
import '../parts/offer-card.ts';
import { citizenLabel } from '../parts/words.ts';

/**
 * The lines between the bar and the columns: who is offered to me, what is new, what did not leave, a call that is not on screen, what
 * citizens are being told.
 */
export class DeskStrips extends SportelloElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        position: relative;
        z-index: 2;
      }
    `,
  ];
  static override properties = { app: { attribute: false }, desk: { attribute: false }, now: { attribute: false } };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  /** Epoch ms, the server's clock. */
  declare now: number;

  constructor() {
    super();
    this.now = 0;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.desk?.connection);
    new Observe(this, () => this.desk?.mine);
    new Observe(this, () => this.desk?.calls);
    new Observe(this, () => this.desk?.leftovers);
  }

  protected override render() {
    const { desk, notices, order, selected, asked, accepting } = this.desk.value;
    return html`
      <console-offer
        .i18n=${this.i18n}
        .offer=${this.#offer}
        .entry=${desk === null ? undefined : offeredEntry(desk)}
        .clock=${this.app.clock}
        ?busy=${accepting !== null}
      ></console-offer>
      <console-notices
        .i18n=${this.i18n}
        .connection=${this.desk.connection.value}
        .notices=${notices}
        .waiting=${waitingForMe(desk)}
        .selectable=${order.filter((id) => id !== selected || asked !== null)}
        ?paused=${desk?.me.breakReason === 'missed-offers'}
        @console-available=${() => void this.desk.setPresence('available')}
        @console-dismiss=${(event: CustomEvent<number>) => this.desk.dismiss(event.detail)}
      ></console-notices>
      <console-leftovers
        .i18n=${this.i18n}
        .leftovers=${this.desk.leftovers.value}
        @console-leftover-drop=${(event: CustomEvent<string>) => this.desk.leftovers.drop(event.detail)}
      ></console-leftovers>
      ${this.#callElsewhere()}
      ${
        desk &&
        html`<console-announcements
          .i18n=${this.i18n}
          .announcements=${desk.notices}
          .now=${this.now}
        ></console-announcements>`
      }
    `;
  }

  /** With the line cut nobody can accept, and what is said of the line must be seen. */
  get #offer() {
    return this.desk.connection.value.name === 'connected' ? (this.desk.value.desk?.offer ?? null) : null;
  }

  /** The camera is on, and what is on screen does not say so. */
  #callElsewhere() {
    const { selected, asked } = this.desk.value;
    return [...this.desk.calls.value].map(([conversationId, call]) => {
      const state = this.desk.mine.get(conversationId)?.value.state;
      if ((conversationId === selected && asked === null) || state === undefined) return null;
      return html`<console-call-strip
        .i18n=${this.i18n}
        .conversationId=${conversationId}
        .call=${call}
        .name=${citizenLabel(this.i18n, citizenOf(state))}
      ></console-call-strip>`;
    });
  }
}

define('console-strips', DeskStrips);

declare global {
  interface HTMLElementTagNameMap {
    'console-strips': DeskStrips;
  }
}
