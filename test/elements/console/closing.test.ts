import { setViewport } from '@web/test-runner-commands';
import { conversation, desk } from '../../core/console/fixtures.ts';
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
} from './kit.ts';

const anna = conversation('conv-anna', {
  citizenName: 'Anna',
  context: { searches: [], articles: ['visita-disdire'] },
});
const bruno = conversation('conv-bruno', { citizenName: 'Bruno', startedAt: 2000 });
const focus = () => focused() as HTMLInputElement;
const problems = (): string => all('.problem').map(textOf).filter(Boolean).join(' ');

describe('the closing card', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('CH-54 takes four keys when all else is known, and goes on to the next conversation', async () => {
    const shown = await openConsole({ state: desk([anna, bruno]) });
    await press('Alt+1', 'Alt+x');
    await accessible('dialog', 'Concludi con Anna');
    await expectAccessible(shown.element);
    equal(focus().name, 'outcome');
    await press('Space', 'Enter');
    equal(
      JSON.stringify(shown.lastAsked('conversation:close')),
      '{"conversationId":"conv-anna","reason":"information","topic":"recup","outcome":"resolved"}',
    );
    equal(all('dialog[open]').length, 0);
    equal(textOf(one('h2.one-line')), 'Bruno');
    await until('the focus in the next answer', () => focus().getAttribute('aria-label') === 'La tua risposta');
  });

  it('CH-54 says in words what is missing, and goes there', async () => {
    const shown = await openConsole({ state: desk([bruno]) });
    await press('Alt+x');
    equal(focus().id, 'topic');
    await press('Enter');
    equal(problems(), 'Scegli l’argomento. Scegli com’è andata.');
    await expectAccessible(shown.element);
    const topic = await accessible('combobox', 'Argomento');
    equal(topic['invalid'] === undefined, false);
    await type('Bollo');
    equal(problems(), 'Scegli com’è andata.');
    await press('Enter');
    equal(focus().name, 'outcome');
    await press('ArrowDown', 'Tab');
    await type('Da richiamare');
    await press('Control+Enter');
    equal(shown.lastAsked('conversation:close')?.['outcome'], 'unresolved');
    equal(shown.lastAsked('conversation:close')?.['topic'], 'bollo');
    equal(shown.lastAsked('conversation:close')?.['note'], 'Da richiamare');
  });

  it('proposes the topic of the article put into the answer', async () => {
    await openConsole({ state: desk([anna]) });
    await press('Alt+r');
    await type('Il bollo auto');
    await press('Alt+o', 'Enter', 'Alt+x');
    equal(one<HTMLSelectElement>('#topic').value, 'bollo');
  });

  it('stays, with what was filled in, when the server refuses', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    shown.answer('conversation:close', () => ({ ok: false, code: 'unavailable' }));
    await press('Alt+x', 'Space', 'Enter');
    equal(
      all('[role="alert"]').map(textOf).join(''),
      'La conversazione non è conclusa. La scheda è ancora qui. Il server si sta riavviando: riprova fra poco.',
    );
    equal(one<HTMLInputElement>('input[value="resolved"]').checked, true);
  });

  it('is put away with Escape, and the focus is back where it was', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    await press('Alt+r');
    await type('resto qui');
    await press('Alt+x', 'Escape');
    equal(typed(), 'resto qui');
    equal(
      shown.asked.some(({ event }) => event === 'conversation:close'),
      false,
    );
  });

  it('CH-54 goes on with what was typed when it is opened again, and begins anew with somebody else', async () => {
    await openConsole({ state: desk([anna, bruno]) });
    await press('Alt+1', 'Alt+x', 'Space');
    await accessible('textbox', /Nota/);
    one<HTMLTextAreaElement>('#note').focus();
    await type('Ha già la ricevuta');
    await press('Escape', 'Alt+2', 'Alt+x');
    equal(one<HTMLTextAreaElement>('#note').value, '');
    await press('Escape', 'Alt+1', 'Alt+x');
    equal(one<HTMLTextAreaElement>('#note').value, 'Ha già la ricevuta');
    equal(
      all<HTMLInputElement>('[name="outcome"]').some(({ checked }) => checked),
      true,
    );
  });

  it('CH-12 waits for who was closed by the citizen', async () => {
    const shown = await openConsole({ state: desk([anna]) });
    shown.desk(desk([{ ...anna, phase: { name: 'closed', at: 1, by: 'citizen', rated: false } }]));
    shown.changed({ ...anna, phase: { name: 'closed', at: 1, by: 'citizen', rated: false } });
    await settled();
    equal(textOf(one('.strip')).includes('Anna ha chiuso la conversazione.'), true);
    equal(textOf(one('.ended')), 'Anna ha chiuso la conversazione. Completa la scheda per concludere.');
    equal(all('textarea').length, 0);
    await press('Alt+x', 'Space', 'Enter');
    equal(shown.lastAsked('conversation:close')?.['conversationId'], 'conv-anna');
    equal(textOf(one('section.now h2')), 'Nessuna conversazione aperta');
  });
});
