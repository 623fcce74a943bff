import { html, nothing } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Office } from '../../protocol/office.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, fields } from '../../widget/parts/theme.ts';
import {
  CLOSING_OUTCOMES,
  OTHER_TOPIC,
  REASONS,
  type ClosingOutcome,
  type ContactForm,
  type ContactProblem,
} from '../core/close-form.ts';
import { officeFor } from '../core/directory.ts';
import { choices, contactFormStyles } from './contact-form.styles.ts';

/**
 * What every contact is asked for at its end: reason, topic, whose business it was, how it went, a note.
 *
 * @slot - What a chosen outcome asks for besides.
 * @fires console-form - `detail` holds what changed.
 */
export class ContactFormFields extends SportelloElement {
  static override styles = [base, fields, choices, contactFormStyles];
  static override properties = {
    form: { attribute: false },
    outcomes: { attribute: false },
    problems: { attribute: false },
    knowledge: { attribute: false },
    offices: { attribute: false },
  };

  declare form: ContactForm;
  declare outcomes: readonly ClosingOutcome[];
  /** What is missing or wrong; others than those of a contact are not looked at. */
  declare problems: readonly string[];
  /** Null while the articles are not there. */
  declare knowledge: Pick<Knowledge, 'topics'> | null;
  /** Those whose business it may have been. */
  declare offices: readonly Pick<Office, 'id' | 'name' | 'topics'>[];

  constructor() {
    super();
    this.outcomes = CLOSING_OUTCOMES;
    this.problems = [];
    this.knowledge = null;
    this.offices = [];
  }

  /** Puts the focus where this is to be filled in. */
  focusOn(field: ContactProblem): void {
    const input = field === 'reason' || field === 'outcome' ? `input[name="${field}"]` : `#${field}`;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(input)?.focus());
  }

  protected override render() {
    const { form } = this;
    return html`
      ${this.#choices('reason', REASONS, form.reason)}
      <div class="pair">
        <div class="field">
          <label for="topic">${this.t('console.finish.topic')}</label>
          <select
            class="input"
            id="topic"
            aria-invalid=${this.problems.includes('topic') ? 'true' : nothing}
            aria-describedby="problem-topic"
            @change=${(event: Event) => this.#setTopic((event.target as HTMLSelectElement).value)}
          >
            ${this.#option('', this.t('console.finish.topic-choose'), form.topic)}
            ${this.knowledge?.topics.map(({ id, title }) => this.#option(id, title, form.topic))}
            ${this.#option(OTHER_TOPIC, this.t('console.finish.topic-other'), form.topic)}
          </select>
          ${this.#problem('topic')}
        </div>
        ${this.offices.length > 0 ? this.#office() : nothing}
      </div>
      ${this.#choices('outcome', this.outcomes, form.outcome)}
      <slot></slot>
      <div class="field">
        <label for="note">${this.t('console.finish.note')}</label>
        <textarea
          class="input"
          id="note"
          rows="2"
          aria-invalid=${this.problems.includes('note') ? 'true' : nothing}
          aria-describedby="note-hint problem-note"
          .value=${form.note}
          @input=${(event: Event) => this.#set({ note: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        <span class="hint" id="note-hint">${this.t('console.finish.note-hint')}</span>
        ${this.#problem('note')}
      </div>
    `;
  }

  #choices<Name extends 'reason' | 'outcome'>(
    name: Name,
    values: readonly NonNullable<ContactForm[Name]>[],
    chosen: ContactForm[Name],
  ) {
    return html`<fieldset aria-describedby="problem-${name}">
      <legend>${this.t(`console.finish.${name}`)}</legend>
      <div class="choices">
        ${values.map(
          (value) =>
            html`<label class="choice">
              <input
                type="radio"
                name=${name}
                value=${value}
                .checked=${value === chosen}
                @change=${() => this.#set({ [name]: value })}
              />
              ${this.t(`console.${name}.${value}`)}
            </label>`,
        )}
      </div>
      ${this.#problem(name)}
    </fieldset>`;
  }

  #office() {
    const language = this.i18n.lang === 'en' ? 'en' : 'it';
    return html`<div class="field">
      <label for="office">${this.t('console.finish.office')}</label>
      <select
        class="input"
        id="office"
        @change=${(event: Event) => this.#set({ office: (event.target as HTMLSelectElement).value })}
      >
        ${this.#option('', this.t('console.finish.office-none'), this.form.office)}
        ${this.offices.map(({ id, name }) => this.#option(id, name[language], this.form.office))}
      </select>
    </div>`;
  }

  #option(id: string, words: string, chosen: string) {
    return html`<option value=${id} .selected=${id === chosen}>${words}</option>`;
  }

  #problem(name: ContactProblem) {
    const words = this.problems.includes(name) ? this.t(`console.problem.${name}`, { max: LIMITS.note }) : '';
    return html`<span class="problem" id="problem-${name}">${words}</span>`;
  }

  /** The office goes along with the topic, unless it was chosen by hand. */
  #setTopic(topic: string): void {
    const proposed = this.form.office === officeFor(this.offices, this.form.topic);
    this.#set({ topic, ...(proposed ? { office: officeFor(this.offices, topic) } : {}) });
  }

  #set(change: Partial<ContactForm>): void {
    this.dispatchEvent(new CustomEvent<Partial<ContactForm>>('console-form', { detail: change }));
  }
}

define('console-contact-form', ContactFormFields);

declare global {
  interface HTMLElementTagNameMap {
    'console-contact-form': ContactFormFields;
  }
}
