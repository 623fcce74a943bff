import { html, nothing } from 'lit';
import { role as roles, type ManagedAccount } from '../../../protocol/account.ts';
import { language as languages, service as services } from '../../../protocol/conversation.ts';
import type { Office } from '../../../protocol/office.ts';
import type { Answer, Trouble } from '../../../widget/core/wire.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../../widget/parts/theme.ts';
import {
  accountChangeOf,
  accountProblems,
  emptyAccount,
  formOf,
  newAccountOf,
  proposeUsername,
  toggled,
  type AccountForm,
  type AccountProblem,
} from '../../core/account-form.ts';
import type { PeopleApi } from '../../core/people.ts';
import '../../parts/check-list.ts';
import type { Check } from '../../parts/check-list.ts';
import '../../parts/edit-window.ts';
import { refusalWords } from '../../parts/words.ts';
import { editStyles } from './edit.styles.ts';

/** What was done: `password` is there when a new one has to be shown. */
export interface AccountDone {
  what: 'added' | 'changed' | 'deactivated' | 'activated' | 'reset';
  name: string;
  password: string | null;
}

type Lists = 'skills' | 'languages' | 'offices' | 'roles';

/**
 * An account: a new one, or one to be changed, given another password, shut out or let in again.
 *
 * @fires close - It was put away.
 * @fires console-account-done - `detail` says what was done.
 */
export class AccountWindow extends SportelloElement {
  static override styles = [base, buttons, fields, notices, editStyles];
  static override properties = {
    account: { attribute: false },
    offices: { attribute: false },
    me: { attribute: false },
    api: { attribute: false },
    form: { state: true },
    problems: { state: true },
    trouble: { state: true },
    busy: { state: true },
    confirming: { state: true },
  };

  /** Null for a new one. */
  declare account: ManagedAccount | null;
  declare offices: readonly Office[];
  /** My id: nobody shuts themselves out. */
  declare me: string;
  declare api: PeopleApi;
  declare form: AccountForm;
  declare problems: readonly AccountProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;
  declare confirming: 'reset' | 'deactivate' | null;

  #before: AccountForm = emptyAccount;

  constructor() {
    super();
    this.account = null;
    this.offices = [];
    this.me = '';
    this.form = emptyAccount;
    this.problems = [];
    this.trouble = null;
    this.busy = false;
    this.confirming = null;
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    this.#before = this.account === null ? emptyAccount : formOf(this.account);
    this.form = this.#before;
  }

  protected override render() {
    const { account, form } = this;
    const heading =
      account === null
        ? this.t('console.people.account.title-new')
        : this.t('console.people.account.title-change', { name: account.name });
    return html`<console-edit-window
      .i18n=${this.i18n}
      .heading=${heading}
      ?dirty=${JSON.stringify(form) !== JSON.stringify(this.#before)}
      ?busy=${this.busy}
      .trouble=${this.#trouble()}
      .save=${this.t(this.busy ? 'console.people.account.busy' : `console.people.account.save${account === null ? '-new' : ''}`)}
      @console-save=${() => void this.#save()}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <div class="pair">${this.#name()}${account === null ? this.#username() : nothing}</div>
      ${this.#checks(
        'skills',
        services.options.map((value) => ({ value, words: this.t(`console.service.${value}`) })),
      )}
      ${this.#checks(
        'languages',
        languages.options.map((value) => ({ value, words: this.t(`console.language.${value}`) })),
      )}
      ${this.#officeChecks()}
      ${this.#checks(
        'roles',
        roles.options.map((value) => ({ value, words: this.t(`console.people.role.${value}`) })),
      )}
      ${this.confirming === null || account === null ? nothing : this.#confirm(this.confirming, account)}
      ${account === null || account.id === this.me ? nothing : this.#more(account)}
    </console-edit-window>`;
  }

  #name() {
    return html`<div class="field">
      <label for="name">${this.t('console.people.account.name')}</label>
      <input
        class="input"
        id="name"
        data-first
        maxlength="60"
        autocomplete="off"
        aria-invalid=${this.problems.includes('name') ? 'true' : nothing}
        aria-describedby="name-hint problem-name"
        .value=${this.form.name}
        @input=${(event: Event) => this.#setName((event.target as HTMLInputElement).value)}
      />
      <span class="hint" id="name-hint">${this.t('console.people.account.name-hint')}</span>
      ${this.#problem('name')}
    </div>`;
  }

  #username() {
    return html`<div class="field">
      <label for="username">${this.t('console.people.account.username')}</label>
      <input
        class="input"
        id="username"
        maxlength="60"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-invalid=${this.problems.includes('username') ? 'true' : nothing}
        aria-describedby="username-hint problem-username"
        .value=${this.form.username}
        @input=${(event: Event) => this.#set({ username: (event.target as HTMLInputElement).value })}
      />
      <span class="hint" id="username-hint">${this.t('console.people.account.username-hint')}</span>
      ${this.#problem('username')}
    </div>`;
  }

  /** Those that are gone from the configuration may stay where they were. */
  #officeChecks() {
    const language = this.i18n.lang === 'en' ? 'en' : 'it';
    const known = this.offices.map(({ id, name }) => ({ value: id, words: name[language] }));
    const gone = this.#before.offices.filter((id) => !known.some(({ value }) => value === id));
    const all = [...known, ...gone.map((id) => ({ value: id, words: id }))];
    return all.length === 0 ? nothing : this.#checks('offices', all);
  }

  #checks(list: Lists, checks: readonly Check[]) {
    const problem = list === 'languages' && this.problems.includes('languages');
    return html`<console-checks
      data-list=${list}
      .i18n=${this.i18n}
      .legend=${this.t(`console.people.account.${list}`)}
      .checks=${checks}
      .chosen=${this.form[list]}
      .problem=${problem ? this.t('console.people.account.missing.languages') : ''}
      @console-check=${(event: CustomEvent<string>) => this.#toggle(list, event.detail)}
    ></console-checks>`;
  }

  #problem(name: 'name' | 'username') {
    const words = this.problems.includes(name) ? this.t(`console.people.account.missing.${name}`) : '';
    return html`<span class="problem" id="problem-${name}">${words}</span>`;
  }

  #more({ active }: ManagedAccount) {
    const other = active ? 'deactivate' : 'activate';
    return html`<div class="more" slot="acts">
      <button class="button small" type="button" @click=${() => this.#ask('reset')}>
        ${this.t('console.people.account.reset')}
      </button>
      <button
        class="button small ${active ? 'danger' : ''}"
        type="button"
        @click=${() => (active ? this.#ask('deactivate') : void this.#activate(true))}
      >
        ${this.t(`console.people.account.${other}`)}
      </button>
    </div>`;
  }

  #confirm(what: 'reset' | 'deactivate', { name }: ManagedAccount) {
    return html`<div class="notice warning confirm" role="group" aria-labelledby="why">
      <p id="why">${this.t(`console.people.account.${what}-why`, { name })}</p>
      <div class="more">
        <button
          class="button danger small"
          type="button"
          data-confirm
          @click=${() => void (what === 'reset' ? this.#reset() : this.#activate(false))}
        >
          ${this.t(`console.people.account.${what === 'reset' ? 'reset-submit' : 'deactivate'}`)}
        </button>
        <button class="button small" type="button" @click=${() => (this.confirming = null)}>
          ${this.t('console.cancel')}
        </button>
      </div>
    </div>`;
  }

  #trouble(): string {
    if (this.trouble === null) return '';
    return `${this.t('console.people.not-saved')} ${refusalWords(this.i18n, 'console.people.code', this.trouble)}`;
  }

  #ask(what: 'reset' | 'deactivate'): void {
    this.confirming = what;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-confirm]')?.focus());
  }

  /** The user name goes along with the name, unless it was written by hand. */
  #setName(name: string): void {
    const proposed = this.form.username === proposeUsername(this.form.name);
    this.#set({ name, ...(proposed && this.account === null ? { username: proposeUsername(name) } : {}) });
  }

  #toggle(list: Lists, value: string): void {
    const chosen: Record<Lists, readonly string[]> = this.form;
    this.#set({ [list]: toggled(chosen[list], value) });
  }

  #set(change: Partial<AccountForm>): void {
    this.form = { ...this.form, ...change };
    const left = accountProblems(this.form, this.account === null);
    this.problems = this.problems.filter((problem) => left.includes(problem));
  }

  async #save(): Promise<void> {
    this.problems = accountProblems(this.form, this.account === null);
    const [first] = this.problems;
    if (first === 'languages') return this.renderRoot.querySelector<HTMLElement>('[data-list="languages"]')?.focus();
    if (first !== undefined) return this.renderRoot.querySelector<HTMLElement>(`#${first}`)?.focus();
    const { account, form, api } = this;
    if (account === null) {
      const answer = await this.#answered(api.addAccount(newAccountOf(form)));
      if (answer.ok) this.#done({ what: 'added', name: answer.account.name, password: answer.password });
      return;
    }
    const answer = await this.#answered(api.changeAccount(account.id, accountChangeOf(form)));
    if (answer.ok) this.#done({ what: 'changed', name: answer.account.name, password: null });
  }

  async #reset(): Promise<void> {
    if (this.account === null) return;
    const { id, name } = this.account;
    const answer = await this.#answered(this.api.resetPassword(id));
    if (answer.ok) this.#done({ what: 'reset', name, password: answer.password });
  }

  async #activate(active: boolean): Promise<void> {
    if (this.account === null) return;
    const { id, name } = this.account;
    const answer = await this.#answered(this.api.changeAccount(id, { active }));
    if (answer.ok) this.#done({ what: active ? 'activated' : 'deactivated', name, password: null });
  }

  async #answered<Value extends object>(request: Promise<Answer<Value>>): Promise<Answer<Value>> {
    this.busy = true;
    const answer = await request;
    this.busy = false;
    this.trouble = answer.ok ? null : answer.code;
    this.confirming = null;
    return answer;
  }

  #done(done: AccountDone): void {
    this.renderRoot.querySelector('console-edit-window')?.dismiss();
    this.dispatchEvent(new CustomEvent<AccountDone>('console-account-done', { detail: done }));
  }
}

define('console-account', AccountWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-account': AccountWindow;
  }
}
