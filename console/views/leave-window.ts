import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import '../parts/dialog.ts';

/**
 * Asked before signing out with conversations open: nothing is left by accident.
 *
 * @fires close - It was put away.
 * @fires console-leave - After `close`: signing out was meant.
 */
export class LeaveWindow extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        justify-content: flex-end;
        padding-top: 20px;
      }
    `,
  ];
  static override properties = { open: { type: Boolean }, conversations: { attribute: false } };

  declare open: boolean;
  /** How many are open. */
  declare conversations: number;

  constructor() {
    super();
    this.open = false;
    this.conversations = 0;
  }

  protected override render() {
    return html`
      <console-dialog
        .i18n=${this.i18n}
        .heading=${this.t('console.leave.title')}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <p>${this.t('console.leave.why', { count: this.conversations })}</p>
        <div class="acts">
          <button class="button primary" type="button" data-first @click=${() => this.#dismiss()}>
            ${this.t('console.leave.stay')}
          </button>
          <button class="button danger" type="button" @click=${() => this.#leave()}>
            ${this.t('console.leave.leave')}
          </button>
        </div>
      </console-dialog>
    `;
  }

  #dismiss(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }

  #leave(): void {
    this.#dismiss();
    this.dispatchEvent(new Event('console-leave'));
  }
}

define('console-leave', LeaveWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-leave': LeaveWindow;
  }
}
