import { css, html } from 'lit';
import type { Language } from '../../protocol/conversation.ts';
import type { Answer } from '../../widget/core/wire.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields } from '../../widget/parts/theme.ts';
import { COLUMN_LIMITS, usualColumns, withWidth, type Column } from '../core/columns.ts';
import type { Passwords } from '../core/people.ts';
import { THEMES, type SettingsModel } from '../core/settings.ts';
import '../parts/dialog.ts';
import './password-form.ts';

const LANGUAGES: Record<Language, string> = { it: 'Italiano', en: 'English' };

/**
 * Look, language, sound, keys, widths, which apply at once; and one's password.
 *
 * @fires console-settings - `detail` holds what changed.
 */
export class SettingsWindow extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      .all {
        display: grid;
        gap: 20px;
      }

      legend {
        padding: 0;
        font-weight: 600;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 36px;
      }

      .choice input {
        flex: none;
        width: 20px;
        height: 20px;
      }

      .width {
        display: grid;
        grid-template-columns: 6em minmax(0, 1fr) 5.5em;
        gap: 8px;
        align-items: center;
        min-height: 36px;
      }

      output {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  static override properties = {
    open: { type: Boolean },
    settings: { attribute: false },
    desk: { type: Boolean },
    changePassword: { attribute: false },
  };

  declare open: boolean;
  declare settings: SettingsModel;
  /** There is a desk: with sound, keys and columns. */
  declare desk: boolean;
  /** One's own password. */
  declare changePassword: (passwords: Passwords) => Promise<Answer>;

  constructor() {
    super();
    this.open = false;
    this.desk = false;
  }

  protected override render() {
    const { theme, language } = this.settings;
    return html`
      <console-dialog
        .i18n=${this.i18n}
        .heading=${this.t('console.settings.title')}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <div class="all">
          ${this.#radios(
            'theme',
            THEMES.map((value) => ({ value, words: this.t(`console.settings.${value}`) })),
            theme,
            (value) => this.#change({ theme: value }),
          )}
          ${this.#radios(
            'language',
            (['it', 'en'] as const).map((value) => ({ value, words: LANGUAGES[value] })),
            language,
            (value) => this.#change({ language: value }),
          )}
          ${this.desk ? this.#ofDesk() : null}
          ${
            this.open
              ? html`<console-password .i18n=${this.i18n} .change=${this.changePassword}></console-password>`
              : null
          }
        </div>
      </console-dialog>
    `;
  }

  #ofDesk() {
    const { sound, keys } = this.settings;
    return html`
      <div>
        ${this.#check('sound', sound, (on) => this.#change({ sound: on }))}
        ${this.#check('keys', keys, (on) => this.#change({ keys: on }))}
      </div>
      <fieldset>
        <legend>${this.t('console.settings.columns')}</legend>
        ${this.#width('left')}${this.#width('right')}
        <button class="button small" type="button" @click=${() => this.#change({ columns: usualColumns })}>
          ${this.t('console.settings.reset')}
        </button>
      </fieldset>
    `;
  }

  #radios<Value extends string>(
    name: 'theme' | 'language',
    choices: { value: Value; words: string }[],
    chosen: Value,
    choose: (value: Value) => void,
  ) {
    return html`<fieldset>
      <legend>${this.t(`console.settings.${name}`)}</legend>
      <div class="choices">
        ${choices.map(
          ({ value, words }) =>
            html`<label class="choice">
              <input
                type="radio"
                name=${name}
                .checked=${value === chosen}
                ?data-first=${name === 'theme' && value === chosen}
                @change=${() => choose(value)}
              />
              ${words}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #check(name: 'sound' | 'keys', on: boolean, set: (on: boolean) => void) {
    return html`<label class="choice">
      <input type="checkbox" .checked=${on} @change=${() => set(!on)} />
      ${this.t(`console.settings.${name}`)}
    </label>`;
  }

  #width(column: Column) {
    const { min, max } = COLUMN_LIMITS[column];
    const width = this.settings.columns[column];
    return html`<div class="width">
      <label for=${column}>${this.t(`console.settings.${column}`)}</label>
      <input
        id=${column}
        type="range"
        min=${min}
        max=${max}
        step="8"
        .value=${String(width)}
        aria-valuetext=${this.t('console.settings.pixels', { count: width })}
        @input=${(event: Event) => this.#resize(column, event)}
      />
      <output for=${column}>${this.t('console.settings.pixels', { count: width })}</output>
    </div>`;
  }

  #resize(column: Column, event: Event): void {
    const width = Number((event.target as HTMLInputElement).value);
    this.#change({ columns: withWidth(this.settings.columns, column, width) });
  }

  #change(change: Partial<SettingsModel>): void {
    this.dispatchEvent(new CustomEvent<Partial<SettingsModel>>('console-settings', { detail: change }));
  }
}

define('console-settings', SettingsWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-settings': SettingsWindow;
  }
}
