import { css, html, nothing } from 'lit';
import type { Receipt } from '../../protocol/callback.ts';
import { formatDeskTime } from '../core/format.ts';
import { define, SportelloElement } from '../parts/element.ts';
import { viewStyles } from './view.ts';

/**
 * What was promised: until when, how, and under which number.
 *
 * @fires sportello-receipt-read - The citizen is done with it.
 */
export class MessageReceipt extends SportelloElement {
  static override styles = [
    ...viewStyles,
    css`
      :host {
        height: auto;
        padding: 0;
      }

      .number {
        display: grid;
        gap: 8px;
        justify-items: start;
        padding: 16px;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface-2);
      }

      output {
        font-size: 1.75em;
        font-weight: 700;
        line-height: 1.25;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];
  static override properties = { receipt: { attribute: false }, copied: { state: true } };

  declare receipt: Receipt;
  declare copied: boolean | null;

  constructor() {
    super();
    this.copied = null;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  protected override render() {
    const { number, dueAt, receivedAt, reach, mailed } = this.receipt;
    const copied = this.copied ? 'receipt.copied' : 'receipt.notCopied';
    return html`<div class="stack">
      <div class="notice success">
        <h2 tabindex="-1">${this.t('receipt.title')}</h2>
        <p><strong>${this.t('receipt.due', { when: formatDeskTime(dueAt, receivedAt, this.i18n) })}</strong></p>
        <p>${this.t(`receipt.${reach.by}`, { to: reach.by === 'email' ? reach.email : reach.phone })}</p>
        ${mailed ? html`<p>${this.t('receipt.mailed')}</p>` : nothing}
      </div>
      <div class="number">
        <p id="number">${this.t('receipt.number')}</p>
        <output aria-labelledby="number">${number}</output>
        <button class="button small" @click=${this.#copy}>${this.t('receipt.copy')}</button>
        <p role="status">${this.copied === null ? '' : this.t(copied)}</p>
        <p class="quiet-text">${this.t('receipt.numberHint')}</p>
      </div>
      <button class="button primary" @click=${() => this.dispatchEvent(new Event('sportello-receipt-read'))}>
        ${this.t('receipt.done')}
      </button>
    </div>`;
  }

  /** A frame, or a page without TLS, may not write to the clipboard. */
  #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.receipt.number);
      this.copied = true;
    } catch {
      this.copied = false;
    }
  };
}

define('sportello-message-receipt', MessageReceipt);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-message-receipt': MessageReceipt;
  }
}
