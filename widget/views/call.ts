import { css, html, nothing, type PropertyValues } from 'lit';
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

      /*
       * One column: the pictures as large as leaves room for the buttons and a few lines of text, over each other or
       * side by side, whichever is larger: a column that has to be wider than half leaves room for one only.
       */
      .call {
        --room: calc(100cqh - 26rem);
        --over: calc((var(--room) - 3.75rem) / 2);
        --beside: min((100cqw - 2.5rem) * 3 / 8, var(--room));
        display: grid;
        grid-template: auto minmax(11rem, 1fr) / minmax(0, 1fr);
        height: 100%;
        overflow-y: auto;
        --sportello-call-picture-height: max(6rem, var(--over), var(--beside));
        --sportello-call-enlarged-height: max(15rem, 100cqh - 32rem);
        --sportello-call-tiles: repeat(
          auto-fit,
          minmax(min(100%, max((100cqw - 2.5rem) / 2, var(--over) * 4 / 3)), 1fr)
        );
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

      /* A phone on its side, or a page zoomed in: text beside the pictures, or neither would be seen. */
      @container (max-height: 479px) and (min-width: 560px) {
        .call {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) 16rem;
          --sportello-call-tiles: repeat(2, minmax(0, 1fr));
          --sportello-call-picture-height: max(6rem, 100cqh - 11rem);
          --sportello-call-enlarged-height: max(6rem, 100cqh - 11rem);
        }

        .text {
          overflow-y: auto;
        }
      }

      @container (min-height: 480px) and (min-width: 800px) {
        .call {
          grid-template: minmax(0, 1fr) / minmax(0, 1fr) 20rem;
          --sportello-call-picture-height: calc(100cqh - 11rem);
          --sportello-call-enlarged-height: max(15rem, 100cqh - 18rem);
        }
      }
    `,
  ];

  declare call: CallClient<MediaStreamTrack> | null;
  declare names: Readonly<Record<Side, string | null>>;
  declare large: boolean;

  /** A phone's keyboard comes up: what is written in stays in sight, and not the pictures above it. */
  readonly #resizing = new ResizeObserver(() => {
    const stack = this.querySelector('sportello-composer:focus-within') && this.renderRoot.querySelector('.call');
    if (stack) stack.scrollTop = stack.scrollHeight;
  });

  constructor() {
    super();
    this.call = null;
    this.names = { citizen: null, operator: null };
    this.large = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  /** The call is over, and what had the focus has gone with it: back to the text. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate();
    const root = this.getRootNode();
    if (!changed.get('call') || this.call || !this.shadowRoot?.activeElement || !(root instanceof ShadowRoot)) return;
    const { host } = root;
    if (host instanceof HTMLElement) void this.updateComplete.then(() => host.focus());
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
