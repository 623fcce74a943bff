import { css, html } from 'lit';
import type { Side } from '../../protocol/message.ts';
import type { CallClient } from '../core/call-client.ts';
import { icons } from '../parts/call-icons.ts';
import '../parts/call-stage.ts';
import { define, SportelloElement } from '../parts/element.ts';
import { base, buttons } from '../parts/theme.ts';

/**
 * The call, with the text beside it where there is room and under it where there is not.
 *
 * @slot - The written conversation.
 */
export class CallView extends SportelloElement {
  static override properties = { call: { attribute: false }, names: { attribute: false }, large: { state: true } };
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        container-type: inline-size;
        min-height: 0;
      }

      .call {
        display: grid;
        gap: 8px;
        grid-template-columns: minmax(0, 1fr);
        height: 100%;
        min-height: 0;
        overflow-y: auto;
        --sportello-call-picture-height: 26dvh;
      }

      .text {
        min-height: 14rem;
      }

      .text.large {
        --sportello-font-size: 1.375rem;
      }

      @container (min-width: 800px) {
        .call {
          grid-template-columns: minmax(0, 3fr) minmax(18rem, 2fr);
          --sportello-call-picture-height: 70dvh;
        }
      }
    `,
  ];

  declare call: CallClient<MediaStreamTrack>;
  declare names: Readonly<Record<Side, string | null>>;
  declare large: boolean;

  constructor() {
    super();
    this.names = { citizen: null, operator: null };
    this.large = false;
  }

  protected override render() {
    return html`<div class="call">
      <sportello-call-stage .i18n=${this.i18n} .call=${this.call} .names=${this.names}>
        <button slot="controls" class="button" type="button" @click=${() => (this.large = !this.large)}>
          ${icons.textSize}${this.t(this.large ? 'call.text.normal' : 'call.text.larger')}
        </button>
      </sportello-call-stage>
      <div class="text ${this.large ? 'large' : ''}"><slot></slot></div>
    </div>`;
  }
}

define('sportello-call', CallView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-call': CallView;
  }
}
