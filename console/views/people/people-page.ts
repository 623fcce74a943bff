import { css, html, nothing } from 'lit';
import type { ManagedAccount } from '../../../protocol/account.ts';
import type { Office } from '../../../protocol/office.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { Observe } from '../../../widget/parts/observe.ts';
import { base, buttons, notices } from '../../../widget/parts/theme.ts';
import type { App } from '../../core/app.ts';
import { createPeopleLists, type PeopleLists } from '../../core/people-lists.ts';
import '../../parts/data-table.ts';
import { panel } from '../../parts/styles.ts';
import { refusalWords } from '../../parts/words.ts';
import { pageStyles } from '../page.styles.ts';
import './account-window.ts';
import type { AccountDone } from './account-window.ts';
import './office-window.ts';
import type { OfficeDone } from './office-window.ts';
import './password-window.ts';
import { accountsTable, officesTable } from './people-tables.ts';

type Which = 'accounts' | 'offices';
const WHICH = ['accounts', 'offices'] as const satisfies readonly Which[];

type Window =
  | { name: 'account'; account: ManagedAccount | null }
  | { name: 'office'; office: Office | null }
  | { name: 'password'; of: string; password: string };

/** «Persone e uffici», for supervisors: who may enter the console, and the offices of the configuration file. */
export class PeoplePage extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    panel,
    pageStyles,
    css`
      .list-head {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
        justify-content: space-between;
        padding-block: 8px 16px;
      }

      .said {
        min-height: 1.5em;
        color: var(--sportello-success);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    app: { attribute: false },
    which: { state: true },
    window: { state: true },
    said: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare which: Which;
  declare window: Window | null;
  declare said: string;

  #lists: PeopleLists | undefined;

  constructor() {
    super();
    this.which = 'accounts';
    this.window = null;
    this.said = '';
    new Observe(this, () => this.#lists);
    new Observe(this, () => this.app?.shelf);
  }

  /** Puts the focus on the page's heading. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override willUpdate(): void {
    if (this.#lists !== undefined) return;
    const { people, session } = this.app;
    this.#lists = createPeopleLists(people, () => session.end());
    void this.#lists.refresh();
  }

  protected override render() {
    const model = this.#lists?.value;
    if (model === undefined) return nothing;
    return html`
      <div class="page">
        <div class="head">
          <div>
            <h2 tabindex="-1">${this.t('console.people.title')}</h2>
            <p class="quiet">${this.t('console.people.about')}</p>
          </div>
          <div class="which" role="group" aria-label=${this.t('console.people.which')}>
            ${WHICH.map(
              (which) =>
                html`<button
                  type="button"
                  aria-pressed=${String(which === this.which) as 'true' | 'false'}
                  @click=${() => this.#show(which)}
                >
                  ${this.t(`console.people.${which}`)}${model[which] === null ? '' : ` (${model[which].length})`}
                </button>`,
            )}
          </div>
        </div>
        ${this.#trouble()}
        ${model.accounts === null || model.offices === null ? this.#loading() : this.#list(model.accounts, model.offices)}
      </div>
      ${this.window === null ? nothing : this.#window(this.window)}
    `;
  }

  #loading() {
    if (this.#lists?.value.trouble !== null) return nothing;
    return html`<p class="loading" role="status">${this.t('console.people.loading')}</p>`;
  }

  #trouble() {
    const trouble = this.#lists?.value.trouble ?? null;
    if (trouble === null || trouble === 'not-signed-in') return nothing;
    return html`<div class="notice danger" role="alert">
      ${this.t('console.people.failed')} ${refusalWords(this.i18n, 'console.people.code', trouble)}
      <button class="button small" type="button" @click=${() => void this.#lists?.refresh()}>
        ${this.t('console.people.retry')}
      </button>
    </div>`;
  }

  #list(accounts: readonly ManagedAccount[], offices: readonly Office[]) {
    const writable = this.#lists?.value.writable === true;
    const adds = this.which === 'accounts' || writable;
    return html`
      <div class="list-head">
        <p class="said" role="status">${this.said}</p>
        ${
          adds
            ? html`<button class="button primary" type="button" @click=${() => this.#add()}>
                ${this.t(`console.people.add-${this.which === 'accounts' ? 'account' : 'office'}`)}
              </button>`
            : nothing
        }
      </div>
      ${adds ? nothing : html`<p class="notice warning">${this.t('console.people.read-only')}</p>`}
      ${
        this.which === 'offices' && offices.length === 0
          ? html`<p>${this.t('console.people.offices-none')}</p>`
          : html`<console-table
              .i18n=${this.i18n}
              .content=${this.#table(accounts, offices, writable)}
            ></console-table>`
      }
    `;
  }

  #table(accounts: readonly ManagedAccount[], offices: readonly Office[], writable: boolean) {
    const { i18n } = this;
    if (this.which === 'offices') {
      const edit = writable ? (office: Office) => (this.window = { name: 'office', office }) : null;
      return officesTable(offices, { topics: this.#topics, i18n, edit });
    }
    const edit = (account: ManagedAccount) => (this.window = { name: 'account', account });
    return accountsTable(accounts, { me: this.#me, offices, i18n, edit });
  }

  #window(open: Window) {
    const close = (): void => {
      this.window = null;
    };
    const offices = this.#lists?.value.offices ?? [];
    switch (open.name) {
      case 'account':
        return html`<console-account
          .i18n=${this.i18n}
          .account=${open.account}
          .offices=${offices}
          .me=${this.#me}
          .api=${this.app.people}
          @close=${close}
          @console-account-done=${(event: CustomEvent<AccountDone>) => this.#accountDone(event.detail)}
        ></console-account>`;
      case 'office':
        return html`<console-office
          .i18n=${this.i18n}
          .office=${open.office}
          .taken=${offices.map(({ id }) => id)}
          .topics=${this.#topics}
          .api=${this.app.people}
          @close=${close}
          @console-office-done=${(event: CustomEvent<OfficeDone>) => this.#officeDone(event.detail)}
        ></console-office>`;
      case 'password':
        return html`<console-new-password
          .i18n=${this.i18n}
          .name=${open.of}
          .password=${open.password}
          @close=${close}
        ></console-new-password>`;
      default:
        return unreachable(open);
    }
  }

  get #me(): string {
    return 'account' in this.app.session.value ? this.app.session.value.account.id : '';
  }

  get #topics() {
    const { value } = this.app.shelf;
    return value.name === 'ready' ? value.knowledge.topics : [];
  }

  #show(which: Which): void {
    this.which = which;
    this.said = '';
  }

  #add(): void {
    this.said = '';
    this.window = this.which === 'accounts' ? { name: 'account', account: null } : { name: 'office', office: null };
  }

  #accountDone({ what, name, password }: AccountDone): void {
    if (password !== null) this.window = { name: 'password', of: name, password };
    this.said = what === 'reset' ? '' : this.t(`console.people.said.${what}`, { name });
    void this.#lists?.refresh();
  }

  #officeDone({ what, name }: OfficeDone): void {
    this.said = this.t(`console.people.said.${what}`, { name });
    void this.#lists?.refresh();
  }
}

function unreachable(value: never): never {
  throw new TypeError(`no such window: ${JSON.stringify(value)}`);
}

define('console-people', PeoplePage);

declare global {
  interface HTMLElementTagNameMap {
    'console-people': PeoplePage;
  }
}
