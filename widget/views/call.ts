import { css, html, nothing } from 'lit';
import type { Side } from '../../protocol/message.ts';
import type { CallClient } from '../core/call-client.ts';
import { icons } from '../parts/call-icons.ts';
import '../parts/call-stage.ts';
import { controlStyles } from '../parts/call-stage.styles.ts';
import { define, SportelloElement } from '../parts/element.ts';
import { base, buttons } from '../parts/theme.ts';

/**
 * The call, with the text beside it where there is room and under it where there is not. Without a call it is the text
 * alone, which stays in its place in the page when a call comes or goes.
 *
 * @slot - The written conversation.
 */
export class CallView extends SportelloElement {
  static override properties = { call: { attribute: false }, names: { attribute: false }, large: { state: true } };
  static override styles = [
    base,
    buttons,
    controlStyles,
    css`
      :host {
        display: block;
        min-height: 16rem;
        container-type: size;
      }

      /* One column: the pictures as large as leaves room for the buttons and a few lines of text. */
      .call {
        display: grid;
        grid-template: auto minmax(11rem, 1fr) / minmax(0, 1fr);
        height: 100%;
        overflow-y: auto;
        --sportello-call-picture-height: max(6rem, (100cqh - 29rem) / 2);
      }

      .alone,
      .alone > .text {
        height: 100%;
      }

      .text {
        min-height: 0;
      }

      .text.large {
        --sportello-font-size: 1.375rem;
      }

      /* Two pictures over each other would be smaller here than side by side. */
      @container (max-height: 679px) and (max-width: 799px) {
        .call {
          --sportello-call-tiles: repeat(2, minmax(0, 1fr));
          --sportello-call-picture-height: max(6rem, 100cqh - 27rem);
        }
      }

      /* A phone on its side, or a page zoomed in: text beside the pictures, or neither would be seen. */
      @container (max-height: 479px) and (min-width: 560px) {
        .call {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) 16rem;
          --sportello-call-picture-height: max(6rem, 100cqh - 10rem);
        }

        .text {
          overflow-y: auto;
        }
      }

      @container (min-height: 480px) and (min-width: 800px) {
        .call {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) 20rem;
          --sportello-call-picture-height: calc(100cqh - 10rem);
        }
      }
    `,
  ];

  declare call: CallClient<MediaStreamTrack> | null;
  declare names: Readonly<Record<Side, string | null>>;
  declare large: boolean;

  constructor() {
    super();
    this.call = null;
    this.names = { citizen: null, operator: null };
    this.large = false;
  }

  protected override render() {
    return html`<div class=${this.call ? 'call' : 'alone'}>
      ${this.call ? this.#stage(this.call) : nothing}
      <div class="text ${this.large ? 'large' : ''}"><slot></slot></div>
    </div>`;
  }

  #stage(call: CallClient<MediaStreamTrack>) {
    return html`<sportello-call-stage .i18n=${this.i18n} .call=${call} .names=${this.names}>
      <button slot="controls" class="button control" type="button" @click=${() => (this.large = !this.large)}>
        ${icons.textSize}${this.t(this.large ? 'call.text.normal' : 'call.text.larger')}
      </button>
    </sportello-call-stage>`;
  }
}

define('sportello-call', CallView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-call': CallView;
  }
}
