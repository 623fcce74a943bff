import { setViewport } from '@web/test-runner-commands';
import { desk, office } from '../../core/console/fixtures.ts';
import {
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
  type ConsoleOptions,
} from './kit.ts';

const NOW = new Date('2026-11-21T10:30:00').getTime();
const focus = () => focused() as HTMLInputElement;
const problems = (): string => all('.problem').map(textOf).filter(Boolean).join(' ');

async function openContacts(options: ConsoleOptions = {}) {
  const shown = await openConsole({
    state: { ...desk(), offices: [office('tributi', { topics: ['bollo'] })] },
    ...options,
  });
  withText('nav.places button', 'Contatti').click();
  await until('the form', () => all('input[name="channel"]').length === 6);
  await settled();
  return shown;
}

describe('the page «Contatti»', () => {
  beforeEach(() => setViewport({ width: 1280, height: 900 }));

  it('QU-124 takes a contact by keyboard, says what it recorded, and goes on to another one', async () => {
    const shown = await openContacts();
    await expectAccessible(shown.element);
    await press('Tab', 'ArrowDown');
    equal(focus().value, 'email');
    await press('Tab', 'Tab');
    await type('Bollo');
    equal(one<HTMLSelectElement>('#office').value, 'tributi');
    await press('Enter');
    equal(problems(), 'Scegli com’è andata.');
    await until('the focus on it', () => focus().name === 'outcome');
    await press('Space', 'Enter');
    const { contactId, ...sent } = shown.lastAsked('contact:add')!;
    equal(
      JSON.stringify(sent),
      `{"channel":"email","at":${NOW},"reason":"information","topic":"bollo","outcome":"resolved","office":"tributi"}`,
    );
    equal(textOf(one('.done p')), 'E-mail · Informazioni · Bollo auto · Risolto');
    await expectAccessible(shown.element);
    equal(textOf(focused()!), 'Un altro');
    await press('Enter');
    await until('the next one', () => focus().name === 'channel');
    equal(focus().value, 'email');
    await press('Tab', 'Tab');
    await type('Bollo');
    await press('Enter', 'Space', 'Enter');
    equal(shown.lastAsked('contact:add')?.['contactId'] === contactId, false);
  });

  it('QU-124 sent again after silence it is one contact, also from another page and after a reload', async () => {
    const shown = await openContacts();
    shown.answer('contact:add', () => ({ ok: false, code: 'no-answer' }) as never);
    one('#topic').focus();
    await type('Bollo');
    one('#note').focus();
    await type('Ha chiamato due volte');
    one<HTMLInputElement>('input[value="resolved"]').click();
    await press('Control+Enter');
    const first = shown.lastAsked('contact:add');
    equal(
      textOf(one('.notice')),
      'Il server non risponde. Il contatto non è registrato. Quello che hai scritto è ancora qui: riprova, non si registra due volte.',
    );
    await expectAccessible(shown.element);
    const again = await openContacts({ drawer: shown.drawer });
    await until('what was typed', () => one<HTMLTextAreaElement>('#note').value === 'Ha chiamato due volte');
    withText('button', 'Registra il contatto').click();
    await settled();
    equal(again.lastAsked('contact:add')?.['contactId'], first?.['contactId']);
  });

  it('QU-124 takes an earlier time, and none in the future', async () => {
    const shown = await openContacts();
    const when = one<HTMLInputElement>('#when');
    when.value = '2026-11-21T11:00';
    when.dispatchEvent(new Event('change'));
    one('#topic').focus();
    await type('Altro');
    one<HTMLInputElement>('input[value="unresolved"]').click();
    withText('button', 'Registra il contatto').click();
    await settled();
    equal(problems(), 'Scrivi una data e un’ora che non siano nel futuro.');
    equal(focus().id, 'when');
    when.value = '2026-11-20T09:15';
    when.dispatchEvent(new Event('change'));
    await settled();
    withText('button', 'Registra il contatto').click();
    await settled();
    equal(shown.lastAsked('contact:add')?.['at'], new Date('2026-11-20T09:15').getTime());
  });

  it('AC-55 «Contatti» fits 360 pixels and the dark', async () => {
    await setViewport({ width: 360, height: 740 });
    const shown = await openContacts();
    document.documentElement.style.colorScheme = 'dark';
    await settled();
    equal(document.documentElement.scrollWidth <= 360, true);
    await expectAccessible(shown.element);
    document.documentElement.style.colorScheme = '';
  });
});
