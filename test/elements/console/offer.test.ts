import { emulateMedia, setViewport } from '@web/test-runner-commands';
import type { DeskState } from '../../../protocol/desk.ts';
import { conversation, desk, waiting } from '../../core/console/fixtures.ts';
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
  typed,
  until,
  withText,
} from './kit.ts';

const NOW = new Date('2026-11-21T10:30:00').getTime();
const anna = conversation('conv-anna', { citizenName: 'Anna' });
const gino = waiting('conv-gino', {
  citizenName: 'Gino',
  since: NOW - 3 * 60_000,
  language: 'en',
  context: { searches: ['disdire visita'], articles: [] },
});
const line = desk([anna], { chat: [gino] });
const offered = (ms = 20_000): DeskState => ({ ...line, offer: { conversationId: 'conv-gino', until: NOW + ms } });
const card = (): string => all('console-offer').flatMap(({ shadowRoot }) => [...shadowRoot!.children].map(textOf))[0]!;
const guardPasses = () => new Promise((resolve) => setTimeout(resolve, 750));

describe('an offer', () => {
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 800 });
    await emulateMedia({ colorScheme: 'light' });
  });

  it('QU-101 says who it is and for how long, moves nothing, and leaves the focus where it is', async () => {
    const shown = await openConsole({ state: line });
    await press('Alt+1');
    await type('Resto qui');
    const box = focused()!.getBoundingClientRect().top;
    shown.desk(offered());
    await settled();
    equal(
      card().startsWith(
        'Ti è offerta una conversazione: Gino Chat · inglese · aspetta da 3 minuti · ha cercato «disdire visita» 20secondi',
      ),
      true,
    );
    equal(focused()!.getBoundingClientRect().top, box);
    equal(typed(), 'Resto qui');
    equal(shown.titles.at(-1), 'Ti aspettano · (1) Sportello');
    await expectAccessible(shown.element);
    shown.desk(line);
    await settled();
    equal(all('console-offer section').length, 0);
    equal(shown.titles.at(-1), '(1) Sportello');
  });

  it('QU-101 is accepted and left to the next with a key each', async () => {
    const shown = await openConsole({ state: offered() });
    const taken = conversation('conv-gino', { citizenName: 'Gino' });
    shown.answer('conversation:accept', () => ({ ok: true, conversation: taken, messages: [] }) as never);
    await press('Alt+j');
    equal(shown.lastAsked('offer:decline')?.['conversationId'], 'conv-gino');
    await press('Alt+n');
    equal(shown.lastAsked('conversation:accept')?.['conversationId'], 'conv-gino');
    equal(textOf(one('h2.one-line')), 'Gino');
  });

  it('QU-101 takes no press that was meant for what lay below it', async () => {
    const shown = await openConsole({ state: line });
    const taken = conversation('conv-gino', { citizenName: 'Gino' });
    shown.answer('conversation:accept', () => ({ ok: true, conversation: taken, messages: [] }) as never);
    shown.desk(offered());
    await settled();
    const accept = withText('console-offer button, .acts button', 'Accetta');
    accept.click();
    equal(shown.lastAsked('conversation:accept'), undefined);
    await guardPasses();
    accept.click();
    equal(shown.lastAsked('conversation:accept')?.['conversationId'], 'conv-gino');
  });

  it('QU-101 is over a window, too, and its keys go through; the window stays with its conversation', async () => {
    const shown = await openConsole({ state: line });
    await press('Alt+1', 'Alt+x');
    shown.desk(offered());
    await settled();
    const box = one('console-offer').shadowRoot!.querySelector('section')!.getBoundingClientRect();
    equal(document.elementFromPoint(box.x + 5, box.y + 5) === one('dialog[open]'), false);
    const taken = conversation('conv-gino', { citizenName: 'Gino' });
    shown.answer('conversation:accept', () => ({ ok: true, conversation: taken, messages: [] }) as never);
    await press('Alt+n');
    equal(shown.lastAsked('conversation:accept')?.['conversationId'], 'conv-gino');
    await accessible('dialog', 'Concludi con Anna');
    shown.desk(desk([taken]));
    await settled();
    equal(all('dialog[open]').length, 0);
  });

  it('QU-101 makes way for the news that the line is cut, and is back with the line', async () => {
    const shown = await openConsole({ state: offered() });
    const isShown = () => one('console-offer').shadowRoot!.querySelectorAll('button').length > 0;
    equal(isShown(), true);
    shown.connection({ name: 'lost' });
    await settled();
    equal(isShown(), false);
    equal(textOf(one('.strip')).includes('Collegamento perso'), true);
    shown.connection({ name: 'connected' });
    await settled();
    equal(isShown(), true);
  });

  it('QU-102 is told to a screen reader at the start and when five seconds are left, and sounds where wanted', async () => {
    const shown = await openConsole({ state: line, settings: { sound: true } });
    shown.desk(offered());
    await settled();
    equal(shown.chimes(), 1);
    equal(textOf(one('.strip [role="status"]')).startsWith('Ti è offerta una conversazione: Gino, Chat.'), true);
    const said = () => textOf(one('console-offer').shadowRoot!.querySelector('[role="status"]')!);
    equal(said(), '');
    equal(one('console-offer').shadowRoot!.querySelector('.left')!.getAttribute('aria-hidden'), 'true');
    shown.desk(offered(5_000));
    await until('it is said', () => said() === 'Restano 5 secondi per accettare.');
  });

  it('QU-101 shows in the line to whom somebody is offered, and who is on the way to whom', async () => {
    const from = { id: 'operator-9', name: 'Luca Neri' };
    const to = { office: 'tributi', name: { it: 'Tributi', en: 'Taxes' } };
    const state = desk([], {
      chat: [
        { ...gino, offeredTo: { id: 'operator-2', name: 'Maria Rossi' } },
        waiting('conv-lia', {
          citizenName: 'Lia',
          since: NOW,
          returned: true,
          transfer: { to, from, note: null, at: 1 },
        }),
      ],
    });
    const shown = await openConsole({ state });
    equal(textOf(withText('li', 'Gino')).includes('offerta ora a Maria Rossi'), true);
    equal(textOf(withText('li', 'Lia')).includes('passata da Luca Neri a Tributi'), true);
    equal(textOf(withText('li', 'Lia')).includes('Tornato in coda'), false);
    equal(withText('li', 'Lia').querySelectorAll('button').length, 0);
    await expectAccessible(shown.element);
    shown.desk({ ...state, me: { ...state.me, offices: ['tributi'] } });
    await settled();
    equal(withText('li', 'Lia').querySelectorAll('button').length, 1);
  });

  it('QU-103 says that the server put one on a break, until one is back with a key', async () => {
    const shown = await openConsole({ state: offered(0) });
    shown.desk({ ...line, me: { ...line.me, presence: 'break', breakReason: 'missed-offers' } });
    await settled();
    equal(textOf(one('.strip')).startsWith('Sei in pausa: due offerte senza risposta.'), true);
    await expectAccessible(shown.element);
    await press('Alt+d');
    equal(shown.lastAsked('presence:set')?.['presence'], 'available');
    shown.desk(line);
    await settled();
    equal(textOf(one('.strip')).includes('Sei in pausa'), false);
  });

  it('QU-103 shows who is available and yet busy', async () => {
    await openConsole({ state: { ...line, me: { ...line.me, busy: true } } });
    await accessible('radio', 'Occupato');
  });

  it('AC-53 AC-51 fits on 360 pixels, and can be read in the dark', async () => {
    await setViewport({ width: 360, height: 740 });
    document.documentElement.style.colorScheme = 'dark';
    try {
      const shown = await openConsole({ state: offered() });
      equal(document.documentElement.scrollWidth, 360);
      await expectAccessible(shown.element);
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });
});
