import { css, html, nothing } from 'lit';
import type { Answer, Trouble } from '../../widget/core/wire.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../widget/parts/theme.ts';
import type { Passwords } from '../core/people.ts';
import { waitingButtons } from '../parts/styles.ts';
import { refusalWords } from '../parts/words.ts';

const FIELDS = ['current', 'next', 'again'] as const;
type Field = (typeof FIELDS)[number];

/** The server's own limits: shorter ones need not be sent. */
const LEAST = 12;
const MOST = 200;

/** One's own password, changed with the present one. */
export class PasswordForm extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    notices,
    waitingButtons,
    css`
      form {
        display: grid;
        gap: 12px;
        justify-items: start;
      }

      .field {
        width: 100%;
        max-width: 420px;
      }

      .problem {
        color: var(--sportello-danger);
        font-weight: 600;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 36px;
      }

      .choice input {
        width: 20px;
        height: 20px;
      }

      h3 {
        font-size: 1rem;
      }
    `,
  ];
  static override properties = {
    change: { attribute: false },
    values: { state: true },
    problem: { state: true },
    trouble: { state: true },
    shown: { state: true },
    busy: { state: true },
    done: { state: true },
  };

  declare change: (passwords: Passwords) => Promise<Answer>;
  declare values: Readonly<Record<Field, string>>;
  declare problem: Field | null;
  declare trouble: Trouble | null;
  declare shown: boolean;
  declare busy: boolean;
  declare done: boolean;

  constructor() {
    super();
    this.values = { current: '', next: '', again: '' };
    this.problem = null;
    this.trouble = null;
    this.shown = false;
    this.busy = false;
    this.done = false;
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#handleSubmit}>
      <h3>${this.t('console.password.title')}</h3>
      <div role="alert">
        ${
          this.trouble === null
            ? nothing
            : html`<p class="notice danger">${refusalWords(this.i18n, 'console.password.code', this.trouble)}</p>`
        }
      </div>
      ${FIELDS.map((name) => this.#field(name))}
      <label class="choice">
        <input type="checkbox" .checked=${this.shown} @change=${() => (this.shown = !this.shown)} />
        ${this.t('console.password.show')}
      </label>
      <button class="button" type="submit" aria-disabled=${String(this.busy)}>
        ${this.t(this.busy ? 'console.password.busy' : 'console.password.submit')}
      </button>
      <div role="status">
        ${this.done ? html`<p class="notice success">${this.t('console.password.done')}</p>` : nothing}
      </div>
    </form>`;
  }

  #field(name: Field) {
    const hint = name === 'next';
    return html`<div class="field">
      <label for=${name}>${this.t(`console.password.${name}`)}</label>
      <input
        class="input"
        id=${name}
        type=${this.shown ? 'text' : 'password'}
        autocomplete=${name === 'current' ? 'current-password' : 'new-password'}
        spellcheck="false"
        maxlength=${MOST}
        aria-invalid=${this.problem === name ? 'true' : nothing}
        aria-describedby="hint-${name} problem-${name}"
        .value=${this.values[name]}
        @input=${(event: Event) => this.#write(name, (event.target as HTMLInputElement).value)}
      />
      <span class="hint" id="hint-${name}">${hint ? this.t('console.password.next-hint') : nothing}</span>
      <span class="problem" id="problem-${name}"
        >${this.problem === name ? this.t(`console.password.missing.${name}`) : nothing}</span
      >
    </div>`;
  }

  #write(name: Field, value: string): void {
    this.values = { ...this.values, [name]: value };
    this.problem = null;
    this.done = false;
  }

  #findProblem(): Field | null {
    const { current, next, again } = this.values;
    if (current === '') return 'current';
    if (next.length < LEAST) return 'next';
    return next === again ? null : 'again';
  }

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.problem = this.#findProblem();
    if (this.problem !== null) return this.renderRoot.querySelector<HTMLElement>(`#${this.problem}`)?.focus();
    const { current, next } = this.values;
    this.busy = true;
    const answer = await this.change({ current, next });
    this.busy = false;
    this.done = answer.ok;
    this.trouble = answer.ok ? null : answer.code;
    if (answer.ok) this.values = { current: '', next: '', again: '' };
  };
}

define('console-password', PasswordForm);

declare global {
  interface HTMLElementTagNameMap {
    'console-password': PasswordForm;
  }
}
