import { setViewport } from '@web/test-runner-commands';
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
  withText,
} from './kit.ts';

const anna = conversation('conv-anna', { citizenName: 'Anna' });
const width = (view: string): number => Math.round(one(`.view.${view}`).getBoundingClientRect().width);

describe('the desk', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  for (const skills of [['chat', 'lis'], ['chat']] as const)
    it(`AC-54 shows six of one’s own conversations on a small office screen, beside ${skills.join(' and ')}`, async () => {
      await setViewport({ width: 1280, height: 800 });
      const six = ['uno', 'due', 'tre', 'quattro', 'cinque', 'sei'].map((name) =>
        conversation(`conv-${name}`, { citizenName: name }),
      );
      await openConsole({ state: desk(six, {}, [...skills]), roles: ['supervisor'] });
      const list = one('console-mine').shadowRoot!.querySelector('.rows')!.getBoundingClientRect();
      const last = withText('console-mine button, li button', 'sei').getBoundingClientRect();
      equal(last.bottom <= list.bottom, true);
      equal(list.bottom <= 800, true);
    });

  it('CA-51 says in words, beside another conversation, that the camera is on, and leads back', async () => {
    const call = { id: 'call-one', epoch: 1, startedAt: 1, ready: true, streams: [] };
    const bruno = waiting('conv-bruno', { citizenName: 'Bruno', service: 'lis' });
    const shown = await openConsole({ state: desk([anna], { lis: [bruno] }, ['chat', 'lis']) });
    const taken = conversation('conv-bruno', { citizenName: 'Bruno', service: 'lis', call });
    shown.answer('conversation:accept', () => ({ ok: true, conversation: taken, messages: [] }) as never);
    await press('Alt+n');
    equal(all('console-call-strip').length, 0);
    shown.calls[0]!.show({ camera: { state: 'asking' } });
    await press('Alt+1');
    const strip = (): string => textOf(one('console-call-strip').shadowRoot!.querySelector('[role="status"]')!);
    equal(strip(), 'Sei in videochiamata con Bruno. La fotocamera è accesa: ti vede.');
    await expectAccessible(shown.element);
    withText('button', 'Spegni la fotocamera').click();
    equal(shown.calls[0]!.asked.at(-1), 'camera false');
    shown.calls[0]!.show({ camera: { state: 'off' } });
    await settled();
    equal(strip(), 'Sei in videochiamata con Bruno. La fotocamera è spenta.');
    withText('button', 'Torna alla videochiamata').click();
    await settled();
    equal(all('console-call-strip').length, 0);
  });

  it('CH-55 shows what did not leave before the citizen went to a colleague, to be copied or taken away', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    shown.connection({ name: 'lost' });
    shown.answer('message:send', () => ({ ok: false, code: 'no-answer' }));
    await press('Alt+1');
    await type('non perdere questa frase');
    shown.desk(desk());
    await settled();
    const strip = one('[aria-label="Non inviato a Anna"]');
    equal(textOf(strip).includes('Anna ora non è con te. Questo non è partito: non perdere questa frase'), true);
    await expectAccessible(shown.element);
    withText('button', 'Togli').click();
    await settled();
    equal(all('[aria-label="Non inviato a Anna"]').length, 0);
  });

  it('AC-52 has columns that the keyboard moves, and remembers them', async () => {
    const shown = await openConsole();
    const line = await accessible('separator', 'Larghezza della colonna delle code');
    equal([line['valuemin'], line['value'], line['valuemax']].join(' '), '224 288 480');
    one('[role="separator"]').focus();
    await press('ArrowRight');
    equal(width('queues'), 304);
    await press('Shift+ArrowLeft', 'Home');
    equal(width('queues'), 224);
    await press('Enter');
    equal(width('queues'), 288);
    equal(shown.settings.value.columns.left, 288);
  });

  it('AC-52 has columns that the pointer moves', async () => {
    await openConsole();
    const edge = all('[role="separator"]')[1]!.getBoundingClientRect();
    const { x } = edge;
    all('[role="separator"]')[1]!.dispatchEvent(new PointerEvent('pointerdown', { clientX: x }));
    dispatchEvent(new PointerEvent('pointermove', { clientX: x - 40 }));
    dispatchEvent(new PointerEvent('pointerup', { clientX: x - 40 }));
    dispatchEvent(new PointerEvent('pointermove', { clientX: x - 200 }));
    await settled();
    equal(width('context'), 376);
  });

  it('AC-50 lists its keys behind the question mark, unless one is writing', async () => {
    const { element } = await openConsole({ state: desk([anna]) });
    await press('Alt+r');
    await type('?');
    equal(all('dialog[open]').length, 0);
    one('#query').blur();
    (focused() as HTMLElement).blur();
    await press('?');
    await accessible('dialog', 'Tasti');
    equal(all('kbd').length > 30, true);
    await expectAccessible(element);
    await press('Escape');
    equal(all('dialog[open]').length, 0);
  });

  it('AC-50 lets its keys be switched off', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    await press('Alt+z');
    await accessible('dialog', 'Impostazioni');
    await expectAccessible(shown.element);
    withText('label', 'Tasti rapidi').click();
    await press('Escape', 'Alt+x');
    equal(all('dialog[open]').length, 0);
  });

  it('changes its language and its look at once', async () => {
    const shown = await openConsole();
    await press('Alt+z');
    withText('label', 'English').click();
    withText('label', 'Scuro').click();
    await settled();
    equal(shown.settings.value.theme, 'dark');
    await accessible('dialog', 'Settings');
    equal(textOf(one('section.now h2')), 'No conversation open');
  });

  it('sets the presence with the keyboard, and goes back to the server’s word when it is refused', async () => {
    const shown = await openConsole();
    await press('Alt+p', 'ArrowRight');
    equal(shown.lastAsked('presence:set')?.['presence'], 'break');
    await accessible('radio', 'In pausa');
    const refused = await openConsole();
    refused.answer('presence:set', () => ({ ok: false, code: 'no-answer' }));
    await press('Alt+p', 'ArrowRight');
    equal(textOf(one('.strip')).includes('La presenza non è cambiata.'), true);
    equal(all<HTMLInputElement>('input[name="presence"]').find(({ checked }) => checked)?.value, 'available');
  });

  it('asks before signing out with conversations open', async () => {
    const { element } = await openConsole({ state: desk([anna]) });
    withText('button', 'Esci').click();
    await accessible('dialog', 'Vuoi uscire?');
    await expectAccessible(element);
    equal(textOf(focused()!), 'Resta');
    await press('Enter');
    equal(all('dialog[open]').length, 0);
    withText('button', 'Esci').click();
    await settled();
    await press('Tab', 'Enter');
    equal(textOf(one('h1')), 'Accedi alla console');
  });

  it('SE-50 is not left before the server says so', async () => {
    await openConsole({ signOut: () => ({ ok: false, code: 'no-answer' }) });
    withText('button', 'Esci').click();
    await settled();
    equal(textOf(one('.strip')).includes('Non sei uscito: la sessione è ancora aperta.'), true);
  });

  it('in the quiet shows the articles to check, and opens them', async () => {
    const { element } = await openConsole();
    equal(textOf(one('section.now')).includes('Nessuno in attesa.'), true);
    equal(textOf(one('li .overdue')), 'scaduto il 1 novembre 2026');
    await expectAccessible(element);
    withText('button', 'Chi ha lo sconto').click();
    await settled();
    equal(textOf(focused()!), 'Torna al contesto');
    await press('Enter');
    equal(focused()!.id, 'query');
  });

  it('AC-53 shows one part at a time where there is no room for three', async () => {
    await setViewport({ width: 360, height: 740 });
    const shown = await openConsole({ state: desk([anna], { chat: [waiting('conv-two', { citizenName: 'Bruno' })] }) });
    equal(all('.view').length, 1);
    equal(document.documentElement.scrollWidth, 360);
    await expectAccessible(shown.element);
    for (const part of ['Conversazione', 'Contesto', 'Code']) {
      withText('.switch button', part).click();
      await settled();
      equal(document.documentElement.scrollWidth, 360);
      await expectAccessible(shown.element);
    }
    shown.say('conv-anna', 'Buongiorno');
    await settled();
    equal(textOf(withText('.switch button', 'Code')), 'Code (2)');
    await press('Alt+1');
    equal(all('.view.conversation').length, 1);
    equal(textOf(withText('.switch button', 'Code')), 'Code (1)');
  });

  it('AC-53 can be used at 200 % zoom', async () => {
    await setViewport({ width: 720, height: 450 });
    const shown = await openConsole({ state: desk([anna]) });
    await press('Alt+1');
    await type('Si legge tutto');
    const box = focused()!.getBoundingClientRect();
    equal(box.top >= 0 && box.bottom <= 450, true);
    equal(document.documentElement.scrollWidth, 720);
    await expectAccessible(shown.element);
  });
});
