import { html, nothing } from 'lit';
import type { Topic } from '../../../protocol/article.ts';
import type { Office } from '../../../protocol/office.ts';
import type { Answer, Trouble } from '../../../widget/core/wire.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../../widget/parts/theme.ts';
import { toggled } from '../../core/account-form.ts';
import {
  emptyOffice,
  officeFormOf,
  officeOf,
  officeProblems,
  proposeOfficeId,
  type OfficeForm,
  type OfficeProblem,
} from '../../core/office-form.ts';
import { dropOffice, putOffice, type PeopleApi } from '../../core/people.ts';
import '../../parts/check-list.ts';
import '../../parts/edit-window.ts';
import { refusalWords } from '../../parts/words.ts';
import { editStyles } from './edit.styles.ts';

/** What was done, and the offices there are now. */
export interface OfficeDone {
  what: 'added' | 'changed' | 'removed';
  name: string;
  offices: readonly Office[];
}

const FIELD_OF: Record<OfficeProblem, string> = {
  'name-it': '#it',
  'name-en': '#en',
  id: '#id',
  'id-taken': '#id',
  email: '#email',
};

/**
 * An office of the configuration file: a new one, or one to be changed or taken out.
 *
 * @fires close - It was put away.
 * @fires console-office-done - `detail` says what was done.
 */
export class OfficeWindow extends SportelloElement {
  static override styles = [base, buttons, fields, notices, editStyles];
  static override properties = {
    office: { attribute: false },
    taken: { attribute: false },
    topics: { attribute: false },
    api: { attribute: false },
    form: { state: true },
    problems: { state: true },
    trouble: { state: true },
    busy: { state: true },
    removing: { state: true },
  };

  /** Null for a new one. */
  declare office: Office | null;
  /** Ids that others have. */
  declare taken: readonly string[];
  /** Those of the knowledge base. */
  declare topics: readonly Pick<Topic, 'id' | 'title'>[];
  declare api: PeopleApi;
  declare form: OfficeForm;
  declare problems: readonly OfficeProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;
  declare removing: boolean;

  #before: OfficeForm = emptyOffice;

  constructor() {
    super();
    this.office = null;
    this.taken = [];
    this.topics = [];
    this.form = emptyOffice;
    this.problems = [];
    this.trouble = null;
    this.busy = false;
    this.removing = false;
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    this.#before = this.office === null ? emptyOffice : officeFormOf(this.office);
    this.form = this.#before;
  }

  protected override render() {
    const { office } = this;
    const heading =
      office === null
        ? this.t('console.people.office.title-new')
        : this.t('console.people.office.title-change', { name: this.#name(office) });
    const save = `console.people.office.save${office === null ? '-new' : ''}`;
    return html`<console-edit-window
      .i18n=${this.i18n}
      .heading=${heading}
      ?dirty=${JSON.stringify(this.form) !== JSON.stringify(this.#before)}
      ?busy=${this.busy}
      .trouble=${this.#trouble()}
      .save=${this.t(this.busy ? 'console.people.account.busy' : save)}
      @console-save=${() => void this.#save()}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <div class="pair">
        ${this.#field('it', { words: 'name-it', problems: ['name-it'], most: 60, first: true })}
        ${this.#field('en', { words: 'name-en', problems: ['name-en'], most: 60 })}
        ${office === null ? this.#field('id', { words: 'id', problems: ['id', 'id-taken'], most: 40, hint: true }) : nothing}
      </div>
      <console-checks
        .i18n=${this.i18n}
        .legend=${this.t('console.people.office.topics')}
        .checks=${this.#topics()}
        .chosen=${this.form.topics}
        @console-check=${(event: CustomEvent<string>) => this.#set({ topics: toggled(this.form.topics, event.detail) })}
      ></console-checks>
      <div class="pair">
        ${this.#field('email', { words: 'email', problems: ['email'], most: 254, type: 'email', hint: true })}
        ${this.#field('phone', { words: 'phone', problems: [], most: 30, type: 'tel' })}
      </div>
      <div class="field">
        <label for="note">${this.t('console.people.office.note')}</label>
        <textarea
          class="input"
          id="note"
          rows="2"
          maxlength="500"
          aria-describedby="note-hint"
          .value=${this.form.note}
          @input=${(event: Event) => this.#set({ note: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        <span class="hint" id="note-hint">${this.t('console.people.office.note-hint')}</span>
      </div>
      ${this.removing && office !== null ? this.#confirm(office) : nothing}
      ${
        office === null
          ? nothing
          : html`<div class="more" slot="acts">
              <button class="button danger small" type="button" @click=${() => this.#ask()}>
                ${this.t('console.people.office.remove')}
              </button>
            </div>`
      }
    </console-edit-window>`;
  }

  #field(
    name: 'it' | 'en' | 'id' | 'email' | 'phone',
    about: {
      words: string;
      problems: readonly OfficeProblem[];
      most: number;
      type?: string;
      hint?: boolean;
      first?: boolean;
    },
  ) {
    const problem = about.problems.find((each) => this.problems.includes(each));
    return html`<div class="field">
      <label for=${name}>${this.t(`console.people.office.${about.words}`)}</label>
      <input
        class="input"
        id=${name}
        type=${about.type ?? 'text'}
        ?data-first=${about.first === true}
        maxlength=${about.most}
        autocomplete="off"
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-describedby="hint-${name} problem-${name}"
        .value=${this.form[name]}
        @input=${(event: Event) => this.#write(name, (event.target as HTMLInputElement).value)}
      />
      <span class="hint" id="hint-${name}"
        >${about.hint ? this.t(`console.people.office.${about.words}-hint`) : nothing}</span
      >
      <span class="problem" id="problem-${name}"
        >${problem === undefined ? nothing : this.t(`console.people.office.missing.${problem}`)}</span
      >
    </div>`;
  }

  /** Those the knowledge base no longer has can be taken out. */
  #topics() {
    const known = this.topics.map(({ id, title }) => ({ value: id, words: title }));
    const gone = this.#before.topics.filter((id) => !known.some(({ value }) => value === id));
    return [
      ...known,
      ...gone.map((id) => ({ value: id, words: `${id} (${this.t('console.people.office.topics-gone')})` })),
    ];
  }

  #confirm(office: Office) {
    return html`<div class="notice warning confirm" role="group" aria-labelledby="why">
      <p id="why">${this.t('console.people.office.remove-why', { name: this.#name(office) })}</p>
      <div class="more">
        <button class="button danger small" type="button" data-confirm @click=${() => void this.#remove(office)}>
          ${this.t('console.people.office.remove-submit')}
        </button>
        <button class="button small" type="button" @click=${() => (this.removing = false)}>
          ${this.t('console.cancel')}
        </button>
      </div>
    </div>`;
  }

  #name({ name }: Office): string {
    return name[this.i18n.lang === 'en' ? 'en' : 'it'];
  }

  #trouble(): string {
    if (this.trouble === null) return '';
    return `${this.t('console.people.not-saved')} ${refusalWords(this.i18n, 'console.people.code', this.trouble)}`;
  }

  #ask(): void {
    this.removing = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-confirm]')?.focus());
  }

  /** The short name goes along with the Italian one, unless it was written by hand. */
  #write(name: 'it' | 'en' | 'id' | 'email' | 'phone', value: string): void {
    const follows = name === 'it' && this.office === null && this.form.id === proposeOfficeId(this.form.it);
    this.#set({ [name]: value, ...(follows ? { id: proposeOfficeId(value) } : {}) });
  }

  #set(change: Partial<OfficeForm>): void {
    this.form = { ...this.form, ...change };
    const left = this.#problems();
    this.problems = this.problems.filter((problem) => left.includes(problem));
  }

  #problems(): OfficeProblem[] {
    return officeProblems(this.form, this.office === null ? this.taken : null);
  }

  async #save(): Promise<void> {
    this.problems = this.#problems();
    const [first] = this.problems;
    if (first !== undefined) return this.renderRoot.querySelector<HTMLElement>(FIELD_OF[first])?.focus();
    const office = officeOf(this.form);
    await this.#do(putOffice(this.api, office), this.office === null ? 'added' : 'changed', this.#name(office));
  }

  #remove(office: Office): Promise<void> {
    return this.#do(dropOffice(this.api, office.id), 'removed', this.#name(office));
  }

  async #do(request: Promise<Answer<{ offices: Office[] }>>, what: OfficeDone['what'], name: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await request;
    this.busy = false;
    this.removing = false;
    this.trouble = answer.ok ? null : answer.code;
    if (!answer.ok) return;
    this.renderRoot.querySelector('console-edit-window')?.dismiss();
    const detail: OfficeDone = { what, name, offices: answer.offices };
    this.dispatchEvent(new CustomEvent<OfficeDone>('console-office-done', { detail }));
  }
}

define('console-office', OfficeWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-office': OfficeWindow;
  }
}
