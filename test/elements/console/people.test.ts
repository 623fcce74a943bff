import { setViewport } from '@web/test-runner-commands';
import type { ManagedAccount } from '../../../protocol/account.ts';
import type { Office } from '../../../protocol/office.ts';
import type { PeopleApi } from '../../../console/core/people.ts';
import { desk } from '../../core/console/fixtures.ts';
import {
  accessible,
  all,
  equal,
  expectAccessible,
  focused,
  one,
  openConsole,
  press,
  settled,
  textOf,
  type,
  until,
  withText,
} from './kit.ts';

const person = (id: string, name: string, change: Partial<ManagedAccount> = {}): ManagedAccount => ({
  id,
  name,
  username: name.toLowerCase(),
  skills: ['chat'],
  roles: [],
  languages: ['it'],
  offices: [],
  active: true,
  ...change,
});

const TRIBUTI: Office = {
  id: 'tributi',
  name: { it: 'Tributi', en: 'Taxes' },
  topics: ['bollo', 'sparito'],
  email: 'tributi@example.org',
  phone: null,
  note: 'Di mattina.',
};

/** A server of people and offices with a memory. */
function createPeople(writable = true) {
  let offices = [TRIBUTI];
  const asked: [string, ...unknown[]][] = [];
  const bea = person('operator-2', 'Bea', { offices: ['tributi'], languages: ['it', 'en'] });
  let accounts = [
    person('operator-1', 'Operatore chat 1', { roles: ['supervisor'] }),
    person('operator-3', 'Aldo', { active: false }),
    bea,
  ];
  const api: PeopleApi = {
    accounts: async () => ({ ok: true, accounts }),
    async addAccount(account) {
      asked.push(['add', account]);
      const added = { ...account, id: 'operator-9', active: true } as ManagedAccount;
      accounts = [...accounts, added];
      return { ok: true, account: added, password: 'gufo-lanterna-settembre-92' };
    },
    async changeAccount(id, change) {
      asked.push(['change', id, change]);
      accounts = accounts.map((account) =>
        account.id === id ? ({ ...account, ...change } as ManagedAccount) : account,
      );
      return { ok: true, account: accounts.find((account) => account.id === id)! };
    },
    async resetPassword(id) {
      asked.push(['reset', id]);
      return { ok: true, password: 'mulino-azzurro-tre-barche' };
    },
    offices: async () => ({ ok: true, offices, writable }),
    async putOffices(list) {
      asked.push(['put', list.map(({ id }) => id)]);
      offices = list;
      return { ok: true, offices };
    },
  };
  return { api, asked, last: () => JSON.stringify(asked.at(-1)) };
}

async function openPeople(people = createPeople()) {
  const shown = await openConsole({ state: desk(), roles: ['supervisor'], people: people.api });
  withText('nav.places button', 'Persone e uffici').click();
  await until('the list', () => all('console-people').length === 1 && all('tbody tr').length > 0);
  await settled();
  return { ...shown, people };
}

const rows = (): string[] => all('tbody tr').map((row) => [...row.children].map(textOf).join(' | '));
const problems = (): string => all('.problem').map(textOf).filter(Boolean).join(' ');

describe('the page «Persone e uffici»', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('OP-50 lists who may enter, active ones first', async () => {
    const shown = await openPeople();
    equal(
      rows().join('\n'),
      [
        'Bea | bea | Chat | italiano e inglese | Tributi | – | attiva | Modifica',
        'Operatore chat 1 (tu) | operatore chat 1 | Chat | italiano | – | Responsabile | attiva | Modifica',
        'Aldo | aldo | Chat | italiano | – | – | disattivata | Modifica',
      ].join('\n'),
    );
    await expectAccessible(shown.element);
  });

  it('OP-51 adds a person by keyboard and shows the password once', async () => {
    const { element, people } = await openPeople();
    withText('button', 'Aggiungi una persona').click();
    await accessible('dialog', 'Aggiungi una persona');
    await expectAccessible(element);
    await press('Enter');
    equal(problems().startsWith('Scrivi il nome.'), true);
    await until('the focus on the name', () => focused()?.id === 'name');
    await type('Nadia Dell’Orto');
    equal(one<HTMLInputElement>('#username').value, 'nadia.dellorto');
    await press('Enter');
    equal(
      people.last(),
      '["add",{"name":"Nadia Dell’Orto","username":"nadia.dellorto","skills":["chat"],"languages":["it"],"offices":[],"roles":[]}]',
    );
    await accessible('dialog', 'Password di Nadia Dell’Orto');
    equal(one<HTMLInputElement>('#password').value, 'gufo-lanterna-settembre-92');
    await press('Escape');
    equal(all('dialog[open]').length, 1);
    await expectAccessible(element);
    withText('button', 'L’ho copiata').click();
    await settled();
    equal(all('dialog[open]').length, 0);
    equal(element.shadowRoot!.innerHTML.includes('gufo'), false);
    equal(
      rows().some((row) => row.startsWith('Nadia Dell’Orto')),
      true,
    );
    equal(textOf(one('.said')), 'Nadia Dell’Orto è stata aggiunta.');
  });

  it('OP-52 changes a person, gives another password, shuts out and lets in again', async () => {
    const { people } = await openPeople();
    withText('tbody tr', 'Bea').querySelector('button')!.click();
    await accessible('dialog', 'Modifica Bea');
    withText('label.choice', 'Videochiamata').click();
    withText('button', 'Salva').click();
    await settled();
    equal(
      people.last(),
      '["change","operator-2",{"name":"Bea","skills":["chat","lis"],"languages":["it","en"],"offices":["tributi"],"roles":[]}]',
    );
    withText('tbody tr', 'Bea').querySelector('button')!.click();
    await settled();
    withText('button', 'Nuova password').click();
    await settled();
    withText('.confirm', 'La password di ora smette di valere');
    withText('button', 'Fai una nuova password').click();
    await accessible('dialog', 'Password di Bea');
    withText('button', 'L’ho copiata').click();
    await settled();
    withText('tbody tr', 'Bea').querySelector('button')!.click();
    await settled();
    withText('button', 'Disattiva').click();
    await settled();
    withText('.confirm button', 'Disattiva').click();
    await settled();
    equal(people.last(), '["change","operator-2",{"active":false}]');
    equal(rows().at(-1)?.includes('disattivata'), true);
    withText('tbody tr', 'Bea').querySelector('button')!.click();
    await settled();
    withText('button', 'Riattiva').click();
    await settled();
    equal(people.last(), '["change","operator-2",{"active":true}]');
  });

  it('OP-52 nobody shuts themselves out from here', async () => {
    await openPeople();
    withText('tbody tr', 'Operatore chat 1').querySelector('button')!.click();
    await accessible('dialog', 'Modifica Operatore chat 1');
    equal(all('[slot="acts"]').length, 0);
  });

  it('OP-53 does not close over what is not saved without asking', async () => {
    const { element, people } = await openPeople();
    withText('tbody tr', 'Bea').querySelector('button')!.click();
    await until('the focus on the name', () => focused()?.id === 'name');
    await type(' Rossi');
    await press('Escape');
    equal(all('dialog[open]').length, 1);
    withText('console-unsaved p, [role="alertdialog"] p', 'Hai modifiche non salvate.');
    equal(textOf(focused()!), 'Continua a modificare');
    await expectAccessible(element);
    await press('Enter');
    equal(one<HTMLInputElement>('#name').value, 'Bea Rossi');
    withText('button', 'Annulla').click();
    await settled();
    withText('button', 'Butta via le modifiche').click();
    await settled();
    equal(all('dialog[open]').length, 0);
    equal(people.asked.length, 0);
  });

  it('OP-54 adds, changes and takes out offices, with topics of the knowledge base', async () => {
    const { element, people } = await openPeople();
    withText('.which button', 'Uffici').click();
    await settled();
    equal(rows().join(), 'Tributi tributi | Bollo auto e sparito | tributi@example.org | Di mattina. | Modifica');
    withText('button', 'Aggiungi un ufficio').click();
    await accessible('dialog', 'Aggiungi un ufficio');
    await expectAccessible(element);
    await until('the focus on the name', () => focused()?.id === 'it');
    await type('Mobilità e Sosta');
    equal(one<HTMLInputElement>('#id').value, 'mobilita-e-sosta');
    await press('Enter');
    equal(problems(), 'Scrivi il nome in inglese.');
    await type('Parking');
    withText('label.choice', 'Bollo auto').click();
    await press('Enter');
    equal(people.last(), '["put",["tributi","mobilita-e-sosta"]]');
    withText('tbody tr', 'Tributi').querySelector('button')!.click();
    await settled();
    withText('label.choice', 'sparito (non c’è più)').click();
    withText('button', 'Togli l’ufficio').click();
    await settled();
    withText('.confirm', 'Non si può più passare o chiedere a Tributi.');
    withText('.confirm button', 'Togli').click();
    await settled();
    equal(people.last(), '["put",["mobilita-e-sosta"]]');
    equal(textOf(one('.said')), 'Tributi: ufficio tolto.');
  });

  it('OP-54 says that a file that cannot be written can only be read', async () => {
    const { element } = await openPeople(createPeople(false));
    withText('.which button', 'Uffici').click();
    await settled();
    withText('.notice', 'Gli uffici si leggono soltanto');
    equal(all('tbody button').length, 0);
    await expectAccessible(element);
  });

  it('OP-55 anybody changes their own password in the settings', async () => {
    const asked: object[] = [];
    const shown = await openConsole({
      changePassword(passwords) {
        asked.push(passwords);
        return asked.length === 1 ? { ok: false, code: 'wrong-credentials' } : { ok: true };
      },
    });
    await press('Alt+z');
    await accessible('dialog', 'Impostazioni');
    await expectAccessible(shown.element);
    one('#current').focus();
    await type('vecchia');
    await press('Tab');
    await type('corta');
    await press('Enter');
    equal(problems(), 'Scrivi almeno 12 caratteri.');
    await until('the focus on it', () => focused()?.id === 'next');
    await type(' non più adesso');
    await press('Tab');
    await type('corta non più adesso');
    await press('Enter');
    withText('.notice', 'La password di ora non è giusta.');
    await press('Enter');
    withText('.notice', 'La password è cambiata.');
    equal(JSON.stringify(asked[1]), '{"current":"vecchia","next":"corta non più adesso"}');
    equal(one<HTMLInputElement>('#next').value, '');
  });

  it('AC-55 «Persone e uffici» fits 360 pixels and the dark, windows included', async () => {
    await setViewport({ width: 360, height: 740 });
    const { element } = await openPeople();
    document.documentElement.style.colorScheme = 'dark';
    await settled();
    equal(document.documentElement.scrollWidth <= 360, true);
    await expectAccessible(element);
    withText('button', 'Aggiungi una persona').click();
    await settled();
    equal(one('dialog[open]').scrollWidth <= 360, true);
    await expectAccessible(element);
    document.documentElement.style.colorScheme = '';
  });
});
