import { setViewport } from '@web/test-runner-commands';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import { placesOf } from '../../../console/core/places.ts';
import type { Answer } from '../../../widget/core/wire.ts';
import { announcement, conversation, desk, overview, waiting } from '../../core/console/fixtures.ts';
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
  until,
  withText,
} from './kit.ts';

const NOW = new Date('2026-11-21T10:30:00').getTime();
const FILE = 'it/recup/visita-disdire.md';

const FULL = overview({
  now: NOW,
  coverage: [
    { topic: 'recup', title: 'Visite ed esami', articles: { it: 12, en: 5 }, stale: 1, broken: 1, unanswered: 3 },
    { topic: 'bollo', title: 'Bollo auto', articles: { it: 8, en: 8 }, stale: 0, broken: 0, unanswered: 0 },
  ],
  unanswered: [
    {
      question: 'posso spostare la visita a domicilio',
      lang: 'it',
      others: ['visita a casa cambio giorno'],
      asked: 7,
      none: 4,
      unsure: 2,
      contacts: 1,
      lastAt: NOW,
      nearest: { id: 'visita-disdire', title: 'Come disdico una visita prenotata?', file: FILE },
    },
    {
      question: 'where can I park my bike',
      lang: 'en',
      others: [],
      asked: 1,
      none: 1,
      unsure: 0,
      contacts: 0,
      lastAt: NOW - 86_400_000,
      nearest: null,
    },
  ],
  feedback: [
    {
      id: 'visita-disdire',
      lang: 'en',
      title: 'How do I cancel an appointment?',
      file: 'en/recup/visita-disdire.md',
      useful: 2,
      useless: 9,
      why: { 'other-question': 0, unclear: 2, incomplete: 5, wrong: 0, 'too-long': 0 },
    },
  ],
  stale: [
    {
      id: 'bollo-pagare',
      lang: 'it',
      title: 'Dove pago il bollo?',
      file: 'it/bollo/bollo-pagare.md',
      verifyBy: '2026-11-01',
    },
  ],
  findings: [
    { file: FILE, line: 12, message: 'sources: manca la fonte.', severity: 'error', shown: 'last-good' },
    { file: 'it/urp/urp-pec.md', line: 1, message: 'La frase è lunga.', severity: 'warning', shown: 'current' },
  ],
  notices: [{ id: 'portale', file: 'notices/portale.md', from: NOW, until: NOW + 3_600_000, state: 'now' }],
});

const answered =
  (change: Partial<EditorsOverview> = {}) =>
  () =>
    ({ ok: true, overview: { ...FULL, ...change } }) as const;

async function goToEditors(): Promise<void> {
  withText('.places button', 'Redazione').click();
  await until('the page', () => focused() !== null && textOf(focused()!) === 'Redazione');
}

/** An account that answers nobody. */
const editor = { skills: [], roles: ['editor' as const] };

/** The cells of a section's table, row by row. */
function rows(section: string): string[] {
  const table = one(`section[aria-labelledby="${section}"] console-table`);
  return [...table.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cellText(cell)).join(' | '),
  );
}

function computed(element: Element): string {
  const { computedRole, computedName } = element as Element & { computedRole: string; computedName: string };
  return `${computedRole}: ${computedName}`;
}

/** A file's path stands in a shadow root of its own. */
function cellText(cell: Element): string {
  const paths = [...cell.querySelectorAll('console-file')].map(({ path }) => path);
  const lines = [...cell.querySelectorAll('li')];
  const words = lines.length > 0 ? lines.map(textOf).join(', ') : textOf(cell);
  return [words, ...paths].filter(Boolean).join(' ');
}

describe('the editors’ page', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('KB-90 is the whole console of who only looks after the articles', async () => {
    const { element, asked } = await openConsole({ ...editor, overview: answered() });
    await accessible('heading', 'Redazione');
    equal(all('console-presence, console-columns, .places').length, 0);
    equal(asked.length, 0);
    await expectAccessible(element);
    withText('button', 'Impostazioni').click();
    await settled();
    equal(all('fieldset').length, 2);
    await expectAccessible(element);
    await press('Escape');
    withText('button', 'Esci').click();
    await settled();
    equal(textOf(one('h1')), 'Accedi alla console');
  });

  it('KB-90 is a second place beside the desk, which goes on behind it', async () => {
    const state = desk([conversation('conv-anna', { citizenName: 'Anna' })]);
    const shown = await openConsole({ state, roles: ['supervisor'], overview: answered() });
    await press('Alt+1');
    await goToEditors();
    equal(all('console-columns').length, 0);
    await expectAccessible(shown.element);
    shown.say('conv-anna', 'Ci siete?');
    shown.desk({ ...state, queues: { chat: [waiting('conv-two', { citizenName: 'Bruno' })], lis: [] } });
    await settled();
    equal(shown.lastAsked('message:read'), undefined);
    equal(
      all('.strip').some((line) => textOf(line).includes('Bruno aspetta')),
      true,
    );
    equal(shown.titles.at(-1), '● (1) Sportello');
    withText('.places button', 'Scrivania').click();
    await settled();
    equal(focused()?.tagName, 'TEXTAREA');
    equal(shown.lastAsked('message:read')?.['conversationId'], 'conv-anna');
  });

  it('KB-90 is not there for who has no role', async () => {
    await openConsole();
    const [, ...beside] = placesOf({ skills: ['chat'], roles: [], offices: [] });
    for (const _ of beside) await press('Alt+t');
    equal(all('console-editors').length, 0);
    equal(
      all('.places button').some((button) => textOf(button) === 'Redazione'),
      false,
    );
  });

  it('KB-91 shows what is wrong, what is missing and what is late, each with its file', async () => {
    const { element } = await openConsole({ ...editor, overview: answered() });
    equal(
      rows('findings').join('\n'),
      [
        'knowledge-base/it/recup/visita-disdire.md:12 | Errore sources: manca la fonte. | L’ultima versione senza errori',
        'knowledge-base/it/urp/urp-pec.md:1 | Da rivedere La frase è lunga. | Il file com’è ora',
      ].join('\n'),
    );
    equal(
      rows('questions').join('\n'),
      [
        '«posso spostare la visita a domicilio» Anche: «visita a casa cambio giorno» | 7 | ' +
          'Niente trovato: 4, Più risposte possibili: 2, Ha cercato una persona: 1 | Oggi | ' +
          'Come disdico una visita prenotata? knowledge-base/it/recup/visita-disdire.md',
        '«where can I park my bike» | 1 | Niente trovato: 1 | Ieri | Nessuno: forse va scritto',
      ].join('\n'),
    );
    equal(
      rows('feedback').join('\n'),
      'How do I cancel an appointment? (inglese) | 9 | 2 | Manca qualcosa: 5, Si capisce male: 2 | ' +
        'knowledge-base/en/recup/visita-disdire.md',
    );
    equal(rows('stale').join('\n'), 'Dove pago il bollo? | 1 novembre 2026 | knowledge-base/it/bollo/bollo-pagare.md');
    equal(rows('coverage').join('\n'), 'Visite ed esami | 12 | 7 | 1 | 1 | 3\nBollo auto | 8 | 0 | 0 | 0 | 0');
    equal(rows('notices')[0]?.startsWith('portale | In corso |'), true);
    await expectAccessible(element);
  });

  it('AC-51 has tables that say what they are, in the browser’s own words', async () => {
    await openConsole({ ...editor, overview: answered() });
    const parts = (): string[] => all('table, tbody th, thead th').map(computed);
    const expected = ['table: 20 articoli pubblicati su 2 argomenti.', 'rowheader: Visite ed esami'];
    equal(expected.filter((part) => !parts().includes(part)).join(), '');
    equal(parts().includes('columnheader: Senza inglese'), true);
    // As cards, where it is narrow, they are tables still.
    await setViewport({ width: 360, height: 740 });
    equal(expected.filter((part) => !parts().includes(part)).join(), '');
  });

  it('goes to a part of the page, and says how much is in it', async () => {
    await openConsole({ ...editor, overview: answered() });
    equal(
      all('.jumps button').map(textOf).join(', '),
      'Da sistemare nei file 2, Domande senza risposta 2, Risposte poco utili 1, Articoli da ricontrollare 1, ' +
        'Argomenti 2, Avvisi ai cittadini 1',
    );
    withText('.jumps button', 'Argomenti').focus();
    await press('Enter');
    equal(textOf(focused()!), 'Argomenti');
  });

  it('says of each empty part that there is nothing to do', async () => {
    const { element } = await openConsole({ ...editor, overview: () => ({ ok: true, overview: overview() }) });
    equal(all('console-table').length, 0);
    equal(all('section > p').length, 6);
    await accessible('heading', 'Domande senza risposta');
    await expectAccessible(element);
  });

  it('shows a long list when asked, and goes on where it stood', async () => {
    const stale = Array.from({ length: 40 }, (_, index) => ({ ...FULL.stale[0]!, title: `Articolo ${index + 1}` }));
    await openConsole({ ...editor, overview: answered({ stale }) });
    equal(rows('stale').length, 15);
    withText('button', 'Mostra tutte le 40 righe').focus();
    await press('Enter');
    equal(rows('stale').length, 40);
    equal(textOf(focused()!), 'Articolo 16');
  });

  it('KB-91 copies a path, and says so', async () => {
    const { element } = await openConsole({ ...editor, overview: answered() });
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    try {
      const name = 'Copia il percorso knowledge-base/it/bollo/bollo-pagare.md';
      all('button')
        .find((button) => button.ariaLabel === name)!
        .focus();
      await press('Enter');
      equal(copied.join(), 'knowledge-base/it/bollo/bollo-pagare.md');
      equal(textOf(focused()!), 'Copiato');
      await until('it is said', () => all('[role="status"]').some((said) => textOf(said).startsWith('Copiato: ')));
      await expectAccessible(element);
      await press('Tab');
      equal(
        all('button').some((button) => textOf(button) === 'Copiato'),
        false,
      );
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('KB-91 selects the path where the browser does not let a page copy', async () => {
    await openConsole({ ...editor, overview: answered() });
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      all('.acts button')[0]!.focus();
      await press('Enter');
      equal(textOf(focused()!), 'Premi Ctrl+C');
      equal(String(getSelection()), 'knowledge-base/it/recup/visita-disdire.md:12');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('KB-91 leads to the page a file is edited on, where there is one', async () => {
    const editBase = 'https://example.org/edit/knowledge-base/';
    await openConsole({ ...editor, overview: answered({ editBase }) });
    equal(all<HTMLAnchorElement>('.acts a')[0]?.href, `${editBase}${FILE}`);
    await accessible('link', `Modifica ${FILE} (si apre in un’altra scheda)`);
    await openConsole({ ...editor, overview: answered() });
    equal(all('.acts a').length, 0);
  });

  it('KB-92 keeps what it shows when the network is gone, and says from when it is', async () => {
    let reply: Answer<{ overview: EditorsOverview }> = { ok: true, overview: FULL };
    const shown = await openConsole({ ...editor, overview: () => reply });
    reply = { ok: false, code: 'no-answer' };
    shown.online(false);
    withText('button', 'Aggiorna').click();
    await settled();
    equal(textOf(one('.notice')), 'Sei senza rete. La pagina si aggiorna appena torna. Quello che vedi è delle 10:30.');
    equal(rows('stale').length, 1);
    await expectAccessible(shown.element);
    reply = { ok: true, overview: { ...FULL, stale: [] } };
    shown.online(true);
    await settled();
    equal(all('.notice').length, 0);
    equal(all('section[aria-labelledby="stale"] console-table').length, 0);
  });

  it('KB-92 says what to do when there is nothing to show', async () => {
    const forbidden = await openConsole({ ...editor, overview: () => ({ ok: false, code: 'forbidden' }) });
    equal(textOf(one('.notice')).startsWith('Il tuo account non può vedere questa pagina.'), true);
    await expectAccessible(forbidden.element);
    let answers = 0;
    const shown = await openConsole({
      ...editor,
      overview: () => ((answers += 1) === 1 ? { ok: false, code: 'internal' } : { ok: true, overview: FULL }),
    });
    equal(textOf(one('.notice')).startsWith('La situazione non è arrivata. Premi «Aggiorna»'), true);
    withText('button', 'Aggiorna').focus();
    await press('Enter');
    equal(all('.notice').length, 0);
    equal(rows('stale').length, 1);
    await expectAccessible(shown.element);
  });

  it('says that it is loading, and asks anew when one comes back to the page', async () => {
    let answer: (reply: Answer<{ overview: EditorsOverview }>) => void = () => {};
    let asked = 0;
    const shown = await openConsole({
      ...editor,
      overview: () => {
        asked += 1;
        return new Promise((resolve) => (answer = resolve));
      },
    });
    await until('it says so', () => all('.loading').length === 1);
    await expectAccessible(shown.element);
    answer({ ok: true, overview: FULL });
    await settled();
    shown.visible(false);
    equal(asked, 1);
    shown.visible(true);
    equal(asked, 2);
  });

  it('SE-50 is under the sign-in when the session ends', async () => {
    let ended = false;
    await openConsole({
      ...editor,
      overview: () => (ended ? { ok: false, code: 'not-signed-in' } : { ok: true, overview: FULL }),
    });
    ended = true;
    withText('button', 'Aggiorna').click();
    await accessible('dialog', 'La sessione è finita');
  });

  it('shows service notices and the line of news beside the desk’s other place', async () => {
    const state = { ...desk(), notices: [announcement('portale', { until: NOW + 3_600_000 })] };
    await openConsole({ state, roles: ['editor'], overview: answered() });
    await goToEditors();
    equal(
      all('.strip').some((line) => textOf(line).startsWith('Ai cittadini, fino alle')),
      true,
    );
  });

  it('AC-53 needs no sideways scrolling at 360 pixels and at 200 % zoom', async () => {
    for (const size of [
      { width: 360, height: 740 },
      { width: 720, height: 450 },
    ]) {
      await setViewport(size);
      const { element } = await openConsole({ roles: ['editor'], overview: answered() });
      await goToEditors();
      equal(document.documentElement.scrollWidth, size.width);
      equal(
        all('td, th, code').every((cell) => cell.getBoundingClientRect().right <= size.width),
        true,
      );
      await expectAccessible(element);
    }
  });

  it('AC-51 is as readable in the dark', async () => {
    document.documentElement.style.colorScheme = 'dark';
    try {
      const { element } = await openConsole({ ...editor, overview: answered() });
      await expectAccessible(element);
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });
});
