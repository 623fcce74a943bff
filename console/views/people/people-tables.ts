import { html } from 'lit';
import type { Topic } from '../../../protocol/article.ts';
import type { ManagedAccount } from '../../../protocol/account.ts';
import type { Office } from '../../../protocol/office.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import { telLink } from '../../parts/callback-words.ts';
import type { TableContent } from '../../parts/data-table.ts';

const heads = (i18n: I18n, names: readonly string[]) =>
  names.map((name) => ({ words: i18n.t(`console.people.head.${name}`) }));

const list = (i18n: I18n, words: readonly string[]): string =>
  words.length === 0 ? '–' : new Intl.ListFormat(i18n.lang).format(words);

const change = (i18n: I18n, name: string, act: () => void) =>
  html`<button
    class="button small"
    type="button"
    aria-label=${i18n.t('console.people.change-name', { name })}
    @click=${act}
  >
    ${i18n.t('console.people.change')}
  </button>`;

/** Who may enter the console. */
export function accountsTable(
  accounts: readonly ManagedAccount[],
  {
    me,
    offices,
    i18n,
    edit,
  }: { me: string; offices: readonly Office[]; i18n: I18n; edit: (account: ManagedAccount) => void },
): TableContent {
  const language = i18n.lang === 'en' ? 'en' : 'it';
  const officeNames = new Map(offices.map(({ id, name }) => [id, name[language]]));
  return {
    caption: i18n.t('console.people.accounts-caption'),
    heads: heads(i18n, ['name', 'username', 'skills', 'languages', 'offices', 'roles', 'active', 'acts']),
    rows: accounts.map((account) => [
      account.id === me
        ? html`${account.name} <span class="also">(${i18n.t('console.people.you')})</span>`
        : account.name,
      account.username,
      list(
        i18n,
        account.skills.map((skill) => i18n.t(`console.service.${skill}`)),
      ),
      list(
        i18n,
        account.languages.map((spoken) => i18n.t(`console.language.${spoken}`)),
      ),
      list(
        i18n,
        account.offices.map((id) => officeNames.get(id) ?? id),
      ),
      list(
        i18n,
        account.roles.map((role) => i18n.t(`console.people.role.${role}`)),
      ),
      html`<span class="badge ${account.active ? 'there' : ''}"
        >${i18n.t(`console.people.${account.active ? 'active' : 'inactive'}`)}</span
      >`,
      change(i18n, account.name, () => edit(account)),
    ]),
  };
}

/** The offices of the configuration file; `edit` is null where it can only be read. */
export function officesTable(
  offices: readonly Office[],
  {
    topics,
    i18n,
    edit,
  }: { topics: readonly Pick<Topic, 'id' | 'title'>[]; i18n: I18n; edit: ((office: Office) => void) | null },
): TableContent {
  const language = i18n.lang === 'en' ? 'en' : 'it';
  const titles = new Map(topics.map(({ id, title }) => [id, title]));
  const names = ['name', 'topics', 'reach', 'note', ...(edit === null ? [] : ['acts'])];
  return {
    caption: i18n.t('console.people.offices-caption'),
    heads: heads(i18n, names),
    rows: offices.map((office) => [
      html`${office.name[language]} <span class="also">${office.id}</span>`,
      list(
        i18n,
        office.topics.map((topic) => titles.get(topic) ?? topic),
      ),
      reachCell(office),
      office.note ?? '–',
      ...(edit === null ? [] : [change(i18n, office.name[language], () => edit(office))]),
    ]),
  };
}

function reachCell({ email, phone }: Office) {
  if (email === null && phone === null) return '–';
  return html`${email === null ? null : html`<div><a href="mailto:${email}">${email}</a></div>`}${
    phone === null ? null : html`<div><a href=${telLink(phone)}>${phone}</a></div>`
  }`;
}
