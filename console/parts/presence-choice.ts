import { css, html } from 'lit';
import type { Presence } from '../../protocol/desk.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';

const PRESENCES = ['available', 'break', 'off'] as const satisfies readonly Presence[];

/**
 * Available (or busy, which nobody sets), on a break, away: three radio buttons in a row. Each has a shape as well as a word.
 *
 * @fires change - `value` is what was chosen; it is shown once the server has it.
 */
export class PresenceChoice extends SportelloElement {
  static override styles = [
    base,
    css`
      /* It stands on the coloured bar. */
      :host {
        color: inherit;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }

      label {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 36px;
        padding: 4px 12px;
        border: 1px solid transparent;
        border-radius: var(--sportello-radius);
        cursor: pointer;
      }

      label:hover {
        border-color: currentcolor;
      }

      label:has(:checked) {
        background: #ffffff;
        color: #003366;
        font-weight: 700;
      }

      /* The whole label is the radio button: its own circle would say the same thing twice. */
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: inherit;
      }

      label:has(:focus-visible) {
        outline: 3px solid #ffffff;
        outline-offset: 2px;
      }

      .shape {
        width: 12px;
        height: 12px;
        border: 2px solid currentcolor;
      }

      .available {
        border-radius: 50%;
      }

      :checked ~ .available {
        border-color: #008055;
        background: #008055;
      }

      .busy {
        border-color: #b3263f;
        background: #b3263f;
      }

      .break {
        border-block-width: 0;
        border-inline-width: 4px;
      }

      .off {
        border-radius: 50%;
        background: linear-gradient(currentcolor 0 0) center / 100% 2px no-repeat;
      }

      @media (max-width: 400px) {
        label {
          padding-inline: 8px;
          gap: 6px;
        }
      }

      @media (forced-colors: active) {
        label:has(:checked) {
          border-color: Highlight;
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];
  static override properties = { value: { attribute: false }, busy: { type: Boolean } };

  declare value: Presence;
  /** At capacity, or in a call: available, and yet nobody is offered. */
  declare busy: boolean;

  constructor() {
    super();
    this.value = 'off';
    this.busy = false;
  }

  /** Puts the focus on the presence that is set. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  protected override render() {
    return html`
      <fieldset>
        <legend class="visually-hidden">${this.t('console.presence.label')}</legend>
        ${PRESENCES.map(
          (value) => html`
            <label>
              <input
                type="radio"
                name="presence"
                .value=${value}
                .checked=${value === this.value}
                @change=${() => this.#choose(value)}
              />
              <span class="shape ${this.#look(value)}" aria-hidden="true"></span>
              ${this.t(`console.presence.${this.#look(value)}`)}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #look(value: Presence): Presence | 'busy' {
    return value === 'available' && this.busy && this.value === 'available' ? 'busy' : value;
  }

  #choose(value: Presence): void {
    this.value = value;
    this.dispatchEvent(new Event('change'));
  }
}

define('console-presence', PresenceChoice);

declare global {
  interface HTMLElementTagNameMap {
    'console-presence': PresenceChoice;
  }
}
