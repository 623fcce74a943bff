import { emulateMedia, setViewport } from '@web/test-runner-commands';
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
  withText,
} from './kit.ts';

const NOW = new Date('2026-11-21T10:30:00').getTime();
const minutesAgo = (minutes: number): number => NOW - minutes * 60_000;

const anna = waiting('conv-anna', { citizenName: 'Anna', since: minutesAgo(1) });
const bruno = waiting('conv-bruno', { citizenName: 'Bruno', since: minutesAgo(4) });
const carla = waiting('conv-carla', { citizenName: 'Carla', since: minutesAgo(12) });

const names = (): string => all('console-queue li .name, li .name').map(textOf).join(' ');
const strip = (): string => textOf(one('.strip'));

describe('the queues', () => {
  beforeEach(async () => {
    await setViewport({ width: 1440, height: 900 });
    await emulateMedia({ colorScheme: 'light' });
  });

  it('say so when nobody waits', async () => {
    const { element } = await openConsole({ state: desk([], {}, ['chat', 'lis']) });
    equal(all('p.empty').filter((place) => textOf(place) === 'Nessuno in attesa').length, 2);
    await accessible('heading', 'Chat, in attesa: 0');
    await accessible('heading', 'Videochiamata LIS, in attesa: 0');
    await expectAccessible(element);
  });

  it('QU-51 show waiting times as a number, then bold, then with red words', async () => {
    const { element } = await openConsole({ state: desk([], { chat: [carla, bruno, anna] }) });
    const [late, long, short] = all('.wait');
    equal(textOf(late!), '12 min, attesa lunga');
    equal(textOf(long!), '4 min');
    equal(getComputedStyle(long!).fontWeight, '700');
    equal(getComputedStyle(short!).fontWeight, '400');
    equal(getComputedStyle(late!).color, 'rgb(179, 38, 63)');
    await accessible('button', 'Accetta Carla, in attesa da 12 minuti');
    await expectAccessible(element);
  });

  it('mark in words who is back because the operator was lost', async () => {
    await openConsole({ state: desk([], { chat: [{ ...anna, returned: true }] }) });
    equal(textOf(one('.badge')), 'Tornato in coda');
  });

  it('QU-55 mark in words, in the row and in its button, who searched for an emergency', async () => {
    const searched = (...searches: string[]) => ({ searches, articles: [] });
    const { element } = await openConsole({
      state: desk([], {
        chat: [
          { ...bruno, context: searched('mia madre non respira', 'orari del cup') },
          { ...anna, context: searched('dove pago il bollo') },
        ],
      }),
    });
    equal(textOf(one('.badge')), 'possibile emergenza');
    equal(all('.badge').length, 1);
    equal(textOf(withText('li', 'Bruno')).includes('possibile emergenza'), true);
    await accessible('button', 'Accetta Bruno, in attesa da 4 minuti, possibile emergenza');
    await accessible('button', 'Accetta Anna, in attesa da 1 minuto');
    await expectAccessible(element);
  });

  it('QU-56 tell two without a name apart who came in the same minute', async () => {
    const unnamed = (id: string, since: number) => waiting(id, { since });
    await openConsole({
      state: desk([], { chat: [unnamed('conv-one', NOW - 9_000), unnamed('conv-two', NOW - 5_000)] }),
    });
    equal(names(), 'Cittadino delle 10:29:51 Cittadino delle 10:29:55');
  });

  it('QU-52 tell when somebody joins an empty line: in words, in the title, in a sound that one press silences', async () => {
    const shown = await openConsole();
    shown.desk(desk([], { chat: [anna] }));
    await settled();
    equal(strip().includes('Anna aspetta in Chat.'), true);
    equal(shown.titles.at(-1), '(1) Sportello');
    equal(shown.chimes(), 1);
    await accessible('status', /.*/);
    withText('button', 'Suono').click();
    await settled();
    equal(withText('button', 'Suono').getAttribute('aria-pressed'), 'false');
    equal(shown.settings.value.sound, false);
    shown.desk(desk());
    shown.desk(desk([], { chat: [bruno] }));
    equal(shown.chimes(), 1);
    await settled();
    await press('Alt+a');
    equal(strip(), '1 persona in attesa.');
  });

  it('QU-50 do not move under the pointer', async () => {
    const shown = await openConsole({ state: desk([], { chat: [bruno, anna] }) });
    const { y } = one('li .name').getBoundingClientRect();
    const rows = withText('li', 'Bruno').closest('.rows')!;
    rows.dispatchEvent(new PointerEvent('pointerenter'));
    const returned = { ...carla, returned: true };
    shown.desk(desk([], { chat: [returned, anna, waiting('conv-dino', { citizenName: 'Dino', since: NOW })] }));
    await settled();
    equal(names(), 'Bruno Anna Dino');
    equal(textOf(withText('li', 'Bruno')).includes('Non è più in attesa'), true);
    equal(textOf(one('.fresh')).startsWith('1 nuovo'), true);
    equal(withText('li', 'Bruno').querySelector('.name')!.getBoundingClientRect().y - y < 45, true);
    rows.dispatchEvent(new PointerEvent('pointerleave'));
    await settled();
    equal(names(), 'Carla Anna Dino');
  });

  it('AC-51 give the longest waiting to a key, and the answer box the focus', async () => {
    const shown = await openConsole({ state: desk([], { chat: [bruno, anna] }) });
    const taken = conversation('conv-bruno', { citizenName: 'Bruno' });
    shown.answer('conversation:accept', () => ({ ok: true, conversation: taken, messages: [] }) as never);
    await press('Alt+n');
    equal(shown.lastAsked('conversation:accept')?.['conversationId'], 'conv-bruno');
    equal(focused()?.getAttribute('aria-label'), 'La tua risposta');
    equal(names(), 'Bruno Anna');
  });

  it('are walked with the keyboard', async () => {
    const shown = await openConsole({ state: desk([], { chat: [bruno, anna] }) });
    shown.answer('conversation:accept', () => ({ ok: false, code: 'unavailable' }));
    await press('Alt+q');
    equal(focused()?.getAttribute('aria-label'), 'Accetta Bruno, in attesa da 4 minuti');
    await press('Tab', 'Enter');
    equal(shown.lastAsked('conversation:accept')?.['conversationId'], 'conv-anna');
  });

  it('QU-54 say at once that another operator was quicker', async () => {
    const shown = await openConsole({ state: desk([], { chat: [anna] }) });
    shown.answer('conversation:accept', () => ({ ok: false, code: 'already-taken' }));
    await press('Alt+n');
    equal(strip().includes('Anna è già con un altro operatore.'), true);
  });

  it('say why somebody could not be accepted', async () => {
    const shown = await openConsole({ state: desk([], { chat: [anna] }) });
    shown.answer('conversation:accept', () => ({ ok: false, code: 'at-capacity' }));
    await press('Alt+n');
    equal(strip().includes('Hai già tutte le conversazioni che puoi seguire insieme.'), true);
  });

  it('of others are counted, not offered', async () => {
    await openConsole({ state: desk([], { lis: [{ ...anna, service: 'lis' }] }) });
    equal(textOf(one('.other')), 'Videochiamata LIS: 1 in attesa. Ne risponde chi conosce la LIS.');
    equal(all('button').filter((button) => textOf(button) === 'Accetta').length, 0);
  });

  it('can be read in the dark', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    const { element } = await openConsole({
      state: desk([], { chat: [carla, bruno, { ...anna, returned: true }] }),
      settings: { theme: 'system' },
    });
    document.documentElement.style.colorScheme = 'light dark';
    await settled();
    await expectAccessible(element);
    document.documentElement.style.colorScheme = '';
  });
});
