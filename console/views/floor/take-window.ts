import { css, html, nothing } from 'lit';
import type { FloorEntry } from '../../../protocol/desk.ts';
import type { Answer, Trouble } from '../../../widget/core/wire.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, notices } from '../../../widget/parts/theme.ts';
import '../../parts/dialog.ts';
import { waitingButtons, windowActs } from '../../parts/styles.ts';
import { citizenLabel, refusalWords } from '../../parts/words.ts';

/**
 * Asks before a conversation is taken from who has it: both of them read it.
 *
 * @fires close - It was put away.
 */
export class TakeWindow extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    windowActs,
    waitingButtons,
    css`
      .why {
        padding-bottom: 16px;
      }
    `,
  ];
  static override properties = {
    entry: { attribute: false },
    take: { attribute: false },
    trouble: { state: true },
    busy: { state: true },
  };

  declare entry: FloorEntry;
  declare take: (conversationId: string) => Promise<Answer>;
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.trouble = null;
    this.busy = false;
  }

  protected override render() {
    const operator = this.entry.operator.name;
    return html`<console-dialog
      .i18n=${this.i18n}
      .heading=${this.t('console.floor.take-title', { name: citizenLabel(this.i18n, this.entry) })}
      open
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <div role="alert">
        ${
          this.trouble === null
            ? nothing
            : html`<p class="notice danger">
                ${this.t('console.floor.take-failed', { operator })}
                ${refusalWords(this.i18n, 'console.floor.code', this.trouble)}
              </p>`
        }
      </div>
      <p class="why">${this.t('console.floor.take-why', { operator })}</p>
      <div class="acts">
        <button class="button" type="button" @click=${() => this.#dismiss()}>${this.t('console.cancel')}</button>
        <button
          class="button primary"
          type="button"
          data-first
          aria-disabled=${String(this.busy)}
          @click=${() => void this.#take()}
        >
          ${this.t('console.floor.take-submit')}
        </button>
      </div>
    </console-dialog>`;
  }

  async #take(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await this.take(this.entry.conversationId);
    this.busy = false;
    this.trouble = answer.ok ? null : answer.code;
    if (answer.ok) this.#dismiss();
  }

  #dismiss(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }
}

define('console-take', TakeWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-take': TakeWindow;
  }
}
