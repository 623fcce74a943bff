import { setViewport } from '@web/test-runner-commands';
import type { DeskState } from '../../../protocol/desk.ts';
import type { Notice } from '../../../protocol/notice.ts';
import { announcement, conversation, desk } from '../../core/console/fixtures.ts';
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
  withText,
} from './kit.ts';

/** The kit's clock stands at 10:30 of this day, in the desk's own time. */
const today = (time: string): number => Date.parse(`2026-11-21T${time}:00+01:00`);

const portal = announcement('portale', { from: today('08:00'), until: today('14:00') });
const strike = announcement('sciopero', {
  text: { it: [{ type: 'paragraph', children: [{ type: 'text', text: 'Domani gli autobus non passano.' }] }] },
  from: today('09:00'),
  until: today('24:00'),
  topics: ['trasporti'],
});

const anna = conversation('conv-anna', { citizenName: 'Anna' });
const deskWith = (...notices: Notice[]): DeskState => ({ ...desk([anna]), notices });
const strip = (): string => textOf(one('console-announcements').shadowRoot!.querySelector('.strip')!);
const news = (): string => textOf(one('console-notices').shadowRoot!.querySelector('[role="status"]')!);

describe('announcements', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('QU-60 are on the desk at once, in the words that citizens read, and move nothing', async () => {
    const shown = await openConsole({ state: deskWith() });
    equal(strip(), 'Nessun avviso ai cittadini.');
    const { top } = one('console-columns').getBoundingClientRect();
    shown.desk(deskWith(portal));
    await settled();
    equal(strip(), 'Ai cittadini, fino alle 14: Il portale ReCup è fermo. Leggi tutto');
    equal(news(), 'Nuovo avviso ai cittadini: Il portale ReCup è fermo.');
    equal(one('console-columns').getBoundingClientRect().top, top);
    await expectAccessible(shown.element);
    shown.desk(deskWith());
    await settled();
    equal(strip(), 'Nessun avviso ai cittadini.');
    equal(news(), 'Non vale più l’avviso: Il portale ReCup è fermo.');
  });

  it('QU-60 are read whole, with from when, by keyboard, and put away with Escape', async () => {
    const { element } = await openConsole({ state: deskWith(strike, portal) });
    equal(strip(), 'Ai cittadini, fino alla fine di oggi: Domani gli autobus non passano. Leggi tutti e 2');
    withText('button', 'Leggi tutti').focus();
    await press('Enter');
    const button = await accessible('button', 'Chiudi');
    equal(button['expanded'], true);
    equal(
      all('.all li').map(textOf).join(' | '),
      'Da oggi alle 9 fino alla fine di oggi Domani gli autobus non passano. | ' +
        'Da oggi alle 8 fino alle 14 Il portale ReCup è fermo.',
    );
    await expectAccessible(element);
    await press('Escape');
    equal(all('.all').length, 0);
    equal(textOf(focused()!), 'Leggi tutti e 2');
  });

  it('AC-51 never cover where the focus is', async () => {
    await openConsole({ state: deskWith(portal) });
    withText('button', 'Leggi tutto').focus();
    await press('Enter');
    equal(all('.all').length, 1);
    await press('Tab');
    equal(all('.all').length, 0);
  });

  it('QU-61 mark the article they are about where it is found, offered and read', async () => {
    const { element } = await openConsole({ state: deskWith(strike, portal) });
    await press('Alt+i');
    await type('disdire visita');
    equal(textOf(withText('li', 'disdico')).includes('C’è un avviso'), true);
    await press('Alt+r');
    await type('disdire visita prenotata');
    await accessible('button', 'Inserisci «Come disdico una visita prenotata?». C’è un avviso');
    await expectAccessible(element);
    withText('.acts button', 'Leggi').click();
    await settled();
    equal(textOf(one('.notice')), 'Avviso Il portale ReCup è fermo. Vale fino alle 14 di oggi.');
    await expectAccessible(element);
  });

  it('KB-66 say of one that lasts the whole day that it does', async () => {
    const today24 = { ...strike, topics: ['recup'] };
    await openConsole({ state: deskWith(today24, { ...portal, until: today('24:00') + 86_400_000 }) });
    await press('Alt+i');
    await type('disdire visita');
    withText('.acts button', 'Leggi').click();
    await settled();
    equal(all('.until').map(textOf).join(' '), 'Vale per tutto oggi. Vale fino alla fine di domenica 22 novembre.');
  });

  it('QU-61 mark nothing else', async () => {
    await openConsole({ state: deskWith(portal) });
    await press('Alt+i');
    await type('dove pago il bollo');
    equal(textOf(withText('li', 'bollo')).includes('C’è un avviso'), false);
    withText('.acts button', 'Leggi').click();
    await settled();
    equal(all('sportello-notices').length, 0);
  });

  it('AC-53 take two lines at most where it is narrow', async () => {
    await setViewport({ width: 360, height: 740 });
    const long = announcement('lungo', {
      text: { it: [{ type: 'paragraph', children: [{ type: 'text', text: 'Il portale è fermo. '.repeat(20) }] }] },
      until: today('14:00'),
    });
    const { element } = await openConsole({ state: deskWith(long) });
    equal(document.documentElement.scrollWidth, 360);
    equal(one('console-announcements').getBoundingClientRect().height < 64, true);
    await expectAccessible(element);
  });
});
