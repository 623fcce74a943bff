import { css, html } from 'lit';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, fields } from '../../../widget/parts/theme.ts';
import '../../parts/dialog.ts';
import { icons } from '../../parts/icons.ts';
import { windowActs } from '../../parts/styles.ts';

/**
 * A new password, shown once: it closes when somebody says that it was copied.
 *
 * @fires close - It has been copied.
 */
export class PasswordWindow extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    windowActs,
    css`
      .body {
        display: grid;
        gap: 16px;
        padding-bottom: 16px;
      }

      .once {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
      }

      .field {
        flex: 1 1 14em;
      }

      .input {
        font-family: ui-monospace, 'Roboto Mono', monospace;
        letter-spacing: 0.02em;
      }
    `,
  ];
  static override properties = {
    name: { attribute: false },
    password: { attribute: false },
    told: { state: true },
  };

  /** Whose it is. */
  declare name: string;
  declare password: string;
  declare told: 'copied' | 'by-hand' | null;

  constructor() {
    super();
    this.name = '';
    this.password = '';
    this.told = null;
  }

  protected override render() {
    return html`<console-dialog
      .i18n=${this.i18n}
      .heading=${this.t('console.people.account.password-title', { name: this.name })}
      open
      fixed
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <div class="body">
        <p>${this.t('console.people.account.password-why')}</p>
        <div class="once">
          <div class="field">
            <label for="password">${this.t('console.people.account.password')}</label>
            <input class="input" id="password" readonly autocomplete="off" spellcheck="false" .value=${this.password} />
          </div>
          <button class="button" type="button" data-first @click=${() => void this.#copy()}>
            ${icons.copy}${this.t(`console.people.account.${this.told ?? 'copy'}`)}
          </button>
        </div>
        <p class="visually-hidden" role="status">
          ${this.told === null ? '' : this.t(`console.people.account.${this.told}`)}
        </p>
      </div>
      <div class="acts">
        <button class="button primary" type="button" @click=${() => this.#done()}>
          ${this.t('console.people.account.password-done')}
        </button>
      </div>
    </console-dialog>`;
  }

  /** Where the browser refuses, it is selected instead: one key is left to press. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.password);
      this.told = 'copied';
    } catch {
      this.renderRoot.querySelector('input')?.select();
      this.told = 'by-hand';
    }
  }

  #done(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }
}

define('console-new-password', PasswordWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-new-password': PasswordWindow;
  }
}
