import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import { ACTIONS, KEY_OF, type Action } from '../core/keys.ts';
import '../parts/dialog.ts';

/** The list of keys, behind `?`. */
export class KeysWindow extends SportelloElement {
  static override styles = [
    base,
    css`
      table {
        width: 100%;
        margin-top: 12px;
        border-collapse: collapse;
      }

      th,
      td {
        padding: 6px 0;
        border-top: 1px solid var(--sportello-border);
        font-weight: 400;
        text-align: start;
        vertical-align: baseline;
      }

      td {
        padding-inline-start: 16px;
        text-align: end;
        white-space: nowrap;
      }

      kbd {
        padding: 1px 8px;
        border: 1px solid var(--sportello-field-border);
        border-bottom-width: 3px;
        border-radius: var(--sportello-radius);
        font: inherit;
        font-weight: 600;
      }
    `,
  ];
  static override properties = { open: { type: Boolean }, enabled: { attribute: false }, places: { attribute: false } };

  declare open: boolean;
  /** Whether the keys are switched on. */
  declare enabled: boolean;
  /** How many places there are to go between. */
  declare places: number;

  constructor() {
    super();
    this.open = false;
    this.enabled = true;
    this.places = 1;
  }

  protected override render() {
    const [enter, shift, escape] = ['enter', 'shift', 'esc'].map((key) => this.t(`console.keys.${key}`));
    return html`
      <console-dialog
        .i18n=${this.i18n}
        .heading=${this.t('console.keys.title')}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <p>${this.t(this.enabled ? 'console.keys.intro' : 'console.keys.off')}</p>
        <table>
          <tbody>
            ${ACTIONS.filter((action) => action !== 'place' || this.places > 1).map((action) => this.#row(this.t(`console.keys.action.${action}`), keysOf(action), action))}
            ${this.#row(this.t('console.keys.send'), [enter])}
            ${this.#row(this.t('console.keys.newline'), [shift, enter])}
            ${this.#row(this.t('console.keys.reply'), ['/'])} ${this.#row(this.t('console.keys.escape'), [escape])}
          </tbody>
        </table>
      </console-dialog>
    `;
  }

  #row(words: string, keys: readonly (string | undefined)[], action?: Action) {
    return html`<tr>
      <th scope="row">${words}</th>
      <td>
        ${keys.map((key, index) => html`${index > 0 ? ' + ' : ''}<kbd>${key}</kbd>`)}
        ${action === 'keys' ? html` ${this.t('console.keys.also')} <kbd>?</kbd>` : null}
      </td>
    </tr>`;
  }
}

const keysOf = (action: Action): string[] => ['Alt', action === 'switch' ? '1…9' : KEY_OF[action]];

define('console-keys', KeysWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-keys': KeysWindow;
  }
}
