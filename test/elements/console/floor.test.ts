import { setViewport } from '@web/test-runner-commands';
import type { DeskState } from '../../../protocol/desk.ts';
import { colleague, conversation, desk, office, onFloor, waiting } from '../../core/console/fixtures.ts';
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

const NOW = new Date('2026-11-21T10:30:00').getTime();
const MINUTE = 60_000;

const bea = colleague('operator-2', 'Bea', { languages: ['it', 'en'], offices: ['tributi'], busy: true });
const ciro = colleague('operator-3', 'Ciro', { skills: ['chat', 'lis'], presence: 'break' });
const anna = onFloor('conv-anna', 'operator-2', {
  citizenName: 'Anna',
  operator: { id: 'operator-2', name: 'Bea' },
  since: NOW - 12 * MINUTE,
  onHold: true,
});

const FLOOR: DeskState = {
  ...desk([], {
    chat: [
      waiting('w-1', { citizenName: 'Gino', since: NOW - 9 * MINUTE, context: { searches: ['tari'], articles: [] } }),
      waiting('w-2', { citizenName: 'Ivo', since: NOW - MINUTE, offeredTo: { id: 'operator-3', name: 'Ciro' } }),
    ],
  }),
  colleagues: [bea, ciro],
  offices: [office('tributi')],
  floor: [
    anna,
    onFloor('conv-elia', 'operator-2', {
      citizenName: 'Elia',
      operator: { id: 'operator-2', name: 'Bea' },
      since: NOW - 4 * MINUTE,
    }),
  ],
  callbacks: { open: 4, overdue: 1, today: 2, nextDueAt: NOW },
};

async function openFloor(state: DeskState = FLOOR) {
  const shown = await openConsole({ state, roles: ['supervisor'] });
  withText('nav.places button', 'Sala').click();
  await until('the floor', () => all('console-floor').length === 1 && all('.figures').length === 1);
  await settled();
  return shown;
}

const rows = (section: string): string[] =>
  [...one(`section[aria-labelledby="${section}"] console-table`).shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(textOf).join(' | '),
  );

describe('the page «Sala»', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('QU-121 says at a glance who is here, what waits and what goes on', async () => {
    const shown = await openFloor();
    equal(
      all('.figures > div')
        .map((figure) => `${textOf(figure.querySelector('dd')!)} ${textOf(figure.querySelector('dt')!)}`)
        .join(', '),
      '2 in attesa, 9 min attesa più lunga, 2 conversazioni, 1 / 3 liberi su presenti, 1 richieste scadute, 2 da richiamare oggi',
    );
    equal(
      rows('waiting').join('\n'),
      'Gino | Chat | 9 min, attesa lunga | «tari» | in coda\nIvo | Chat | 1 min | Non ha cercato prima | offerta a Ciro',
    );
    equal(rows('live')[0], 'Anna | Bea | 12 minuti | Chat | in attesa di un ufficio | Leggi Prendi Sposta');
    equal(
      rows('people').join('\n'),
      [
        'Operatore chat 1 (tu) | Disponibile | 0 | Chat | italiano e inglese | –',
        'Bea | Occupato | 2 | Chat | italiano e inglese | Tributi',
        'Ciro | In pausa | 0 | Chat e Videochiamata LIS | italiano | –',
      ].join('\n'),
    );
    await expectAccessible(shown.element);
  });

  it('QU-121 is for supervisors only', async () => {
    await openConsole({ state: FLOOR });
    equal(all('nav.places button').map(textOf).includes('Sala'), false);
  });

  it('QU-122 reads along: the thread as it grows, the operator told, and told again when it ends', async () => {
    const shown = await openFloor();
    const state = conversation('conv-anna', { citizenName: 'Anna', lastSeq: 1 });
    const first = {
      kind: 'text' as const,
      conversationId: 'conv-anna',
      seq: 1,
      at: NOW,
      from: 'citizen' as const,
      clientId: 'c1',
      text: 'Buongiorno',
    };
    shown.answer(
      'conversation:listen',
      ({ listening }) => (listening ? { ok: true, conversation: state, messages: [first] } : { ok: true }) as never,
    );
    withText('button', 'Leggi').click();
    await accessible('dialog', 'Bea con Anna');
    withText('.seen', 'Bea vede che stai leggendo. Il cittadino no.');
    shown.tell('message:new', { ...first, seq: 2, clientId: 'c2', text: 'Mi sente?' });
    shown.tell('message:new', { ...first, conversationId: 'conv-elia', seq: 2, clientId: 'c3', text: 'Altrove' });
    await settled();
    const log = textOf(one('#log'));
    equal(log.includes('Buongiorno') && log.includes('Mi sente?') && !log.includes('Altrove'), true);
    equal(all('textarea').length, 0);
    await expectAccessible(shown.element);
    await press('Escape');
    equal(JSON.stringify(shown.lastAsked('conversation:listen')), '{"conversationId":"conv-anna","listening":false}');
  });

  it('QU-123 takes over after asking, and goes on at the desk', async () => {
    const shown = await openFloor();
    const mine = conversation('conv-anna', { citizenName: 'Anna' });
    shown.answer('conversation:take-over', () => ({ ok: false, code: 'at-capacity' }));
    withText('button', 'Prendi').click();
    await accessible('dialog', 'Prendi la conversazione con Anna');
    await until('the focus on it', () => textOf(focused()!) === 'Prendi la conversazione');
    await press('Alt+k');
    equal(all('dialog[open]').length, 1);
    await press('Enter');
    withText('.notice', 'La conversazione è ancora di Bea. Hai già tutte le conversazioni che puoi seguire.');
    await expectAccessible(shown.element);
    shown.answer('conversation:take-over', () => ({ ok: true, conversation: mine, messages: [] }) as never);
    await press('Enter');
    await until('the conversation', () => all('h2.one-line').map(textOf).join() === 'Anna');
    equal(all('console-floor').length, 0);
  });

  it('QU-123 moves a conversation to an office with a note, by keyboard', async () => {
    const shown = await openFloor();
    withText('button', 'Sposta').click();
    await accessible('dialog', 'Sposta la conversazione con Anna');
    await expectAccessible(shown.element);
    equal(all('label.row .name').map(textOf).join(), 'Tributi,Ciro');
    await type('tri');
    await press('Enter');
    await type('Ha già i documenti');
    await press('Control+Enter');
    equal(
      JSON.stringify(shown.lastAsked('conversation:move')),
      '{"conversationId":"conv-anna","to":{"office":"tributi"},"note":"Ha già i documenti"}',
    );
    equal(all('dialog[open]').length, 0);
  });

  it('QU-121 moves no row under the focus', async () => {
    const shown = await openFloor();
    withText('button', 'Leggi').focus();
    await settled();
    shown.desk({ ...FLOOR, floor: FLOOR.floor.slice(1) });
    await settled();
    equal(rows('live').length, 2);
    equal(rows('live')[0]?.includes('Non c’è più.'), true);
    one('h2[tabindex]').focus();
    await settled();
    equal(rows('live').length, 1);
  });

  it('AC-55 «Sala» fits 360 pixels and the dark', async () => {
    await setViewport({ width: 360, height: 740 });
    const shown = await openFloor();
    document.documentElement.style.colorScheme = 'dark';
    await settled();
    equal(document.documentElement.scrollWidth <= 360, true);
    await expectAccessible(shown.element);
    document.documentElement.style.colorScheme = '';
  });
});
