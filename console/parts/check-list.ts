import { css, html, nothing } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import { choices } from './contact-form.styles.ts';

export interface Check {
  value: string;
  words: string;
}

/**
 * Several of a list may be chosen.
 *
 * @fires console-check - `detail` is the value whose choice changes.
 */
export class CheckList extends SportelloElement {
  static override styles = [
    base,
    choices,
    css`
      .choices {
        grid-template-columns: repeat(auto-fill, minmax(min(170px, 100%), 1fr));
      }

      .all {
        max-height: 216px;
        padding: 4px;
        margin-inline: -4px;
        overflow-y: auto;
        scrollbar-width: thin;
      }
    `,
  ];
  static override properties = {
    legend: { attribute: false },
    checks: { attribute: false },
    chosen: { attribute: false },
    problem: { attribute: false },
  };

  declare legend: string;
  declare checks: readonly Check[];
  /** Values. */
  declare chosen: readonly string[];
  /** What is wrong, in words; '' for nothing. */
  declare problem: string;

  constructor() {
    super();
    this.legend = '';
    this.checks = [];
    this.chosen = [];
    this.problem = '';
  }

  /** Puts the focus on the first of them. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  protected override render() {
    return html`<fieldset aria-describedby="problem">
      <legend>${this.legend}</legend>
      <div class="all">
        <div class="choices">
          ${this.checks.map(
            ({ value, words }) =>
              html`<label class="choice">
                <input
                  type="checkbox"
                  value=${value}
                  .checked=${this.chosen.includes(value)}
                  @change=${() => this.dispatchEvent(new CustomEvent<string>('console-check', { detail: value }))}
                />
                ${words}
              </label>`,
          )}
        </div>
      </div>
      <span class="problem" id="problem">${this.problem === '' ? nothing : this.problem}</span>
    </fieldset>`;
  }
}

define('console-checks', CheckList);

declare global {
  interface HTMLElementTagNameMap {
    'console-checks': CheckList;
  }
}
