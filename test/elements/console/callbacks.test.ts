import { setViewport } from '@web/test-runner-commands';
import type { Callback } from '../../../protocol/callback.ts';
import { callback, desk } from '../../core/console/fixtures.ts';
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
const HOUR = 3_600_000;

const late = callback('000001', {
  dueAt: NOW - 2 * HOUR,
  citizenName: 'Carla',
  receipt: { name: 'sent' },
});
const soon = callback('000002', {
  dueAt: NOW + 40 * 60_000,
  reach: { by: 'email', email: 'dario@example.org' },
  language: 'en',
  attempts: [
    {
      at: NOW - HOUR,
      by: { id: 'operator-1', name: 'Operatore chat 1' },
      result: 'answered-by-mail',
      note: 'Trovi tutto qui.',
      mail: { name: 'retrying', nextAt: NOW + 5 * 60_000, why: '450 busy' },
    },
  ],
});
const later = callback('000003', { dueAt: Date.parse('2026-11-24T08:30:00Z') });

/** The page «Da richiamare» with these promises. */
async function openPage(callbacks: Callback[], closed: Callback[] = []) {
  const state = {
    ...desk(),
    callbacks: { open: callbacks.length, overdue: 1, today: 2, nextDueAt: callbacks[0]?.dueAt ?? null },
  };
  const shown = await openConsole({ state });
  let open = callbacks;
  shown.answer('callback:list', ({ which }) => ({ ok: true, callbacks: which === 'open' ? open : closed }));
  withText('nav.places button', 'Da richiamare').click();
  await until('the list', () => all('console-callbacks').length === 1 && all('.page .which').length === 1);
  await settled();
  return {
    ...shown,
    async now(next: Callback[]) {
      open = next;
      shown.tell('callbacks:changed');
      await new Promise((resolve) => setTimeout(resolve, 400));
      await settled();
    },
  };
}

const rows = (): string[] => all('console-callback-list').flatMap((list) => rowsOf(list.shadowRoot!));
const rowsOf = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf).filter(Boolean).join(' | '));

describe('the page «Da richiamare»', () => {
  beforeEach(() => setViewport({ width: 1440, height: 900 }));

  it('QU-115 lists promises by due time, what is late first and in words', async () => {
    const shown = await openPage([late, soon, later]);
    equal(
      rows().join('\n'),
      [
        'Scadute 1',
        'scaduta da 2 ore | 2026-000001 | Carla | +39 050 910111 | italiano | Nessuno',
        'Oggi 1',
        'entro 40 minuti | 2026-000002 | Senza nome | dario@example.org | inglese | Nessuno',
        'Più avanti 1',
        'martedì 24 novembre alle 9:30 | 2026-000003 | Senza nome | +39 050 910111 | italiano | Nessuno',
      ].join('\n'),
    );
    equal(one<HTMLAnchorElement>('console-callback-list a, td a').getAttribute('href'), 'tel:+39050910111');
    equal(textOf(withText('nav.places button', 'Da richiamare')), 'Da richiamare (3) 1 in ritardo');
    await expectAccessible(shown.element);
  });

  it('QU-115 shows one with its attempts and what became of its mails, by keyboard', async () => {
    const shown = await openPage([late, soon, later]);
    one('button.number').focus();
    await press('ArrowDown', 'Enter');
    await accessible('heading', 'Richiesta 2026-000002');
    equal(textOf(focused()!), 'Richiesta 2026-000002');
    equal(
      textOf(one('.attempts li')),
      'Risposta per e-mail · 09:30 · Tu E-mail non è partita: riproviamo alle 10:35. Il server di posta dice: 450 busy Trovi tutto qui.',
    );
    await expectAccessible(shown.element);
  });

  it('QU-116 takes, gives back and logs attempts; a refusal keeps what was written', async () => {
    const shown = await openPage([late]);
    one('button.number').click();
    await settled();
    const mine = { ...late, takenBy: { id: 'operator-1', name: 'Operatore chat 1' } };
    shown.answer('callback:take', () => ({ ok: true, callback: mine }) as never);
    withText('button', 'La prendo io').click();
    await settled();
    equal(shown.lastAsked('callback:take')?.['callbackId'], '000001');
    withText('button', 'La lascio');
    withText('button', 'Registra').click();
    await settled();
    equal(textOf(one('#problem')), 'Scegli com’è andata.');
    await press('ArrowDown', 'Tab');
    await type('richiamo dopo le 15');
    shown.answer('callback:attempt', () => ({ ok: false, code: 'unavailable' }));
    await press('Control+Enter');
    equal(
      all('.notice').map(textOf).join(),
      'Il tentativo non è registrato: quello che hai scritto è ancora qui. Il server si sta riavviando: riprova fra poco.',
    );
    equal(one<HTMLTextAreaElement>('#note').value, 'richiamo dopo le 15');
    const sent = shown.lastAsked('callback:attempt')?.['clientId'];
    const tried = { at: NOW, by: mine.takenBy, result: 'no-answer' as const, note: 'richiamo dopo le 15', mail: null };
    shown.answer('callback:attempt', () => ({ ok: true, callback: { ...mine, attempts: [tried] } }) as never);
    await press('Control+Enter');
    equal(shown.lastAsked('callback:attempt')?.['result'], 'no-answer');
    equal(typeof sent === 'string' && shown.lastAsked('callback:attempt')?.['clientId'] === sent, true);
    equal(textOf(one('.attempts li')), 'Non risponde · 10:30 · Tu richiamo dopo le 15');
    equal(one<HTMLTextAreaElement>('#note').value, '');
  });

  it('QU-117 answers by e-mail; silence is mended with the same answer', async () => {
    const shown = await openPage([soon]);
    one('button.number').click();
    await settled();
    equal(textOf(one('.language')), 'Il cittadino ha scritto in inglese.');
    shown.answer('callback:answer', () => ({ ok: false, code: 'no-answer' }) as never);
    one('textarea#answer').focus();
    await type('You find it online.');
    await press('Control+Enter');
    const first = shown.lastAsked('callback:answer');
    equal(one<HTMLTextAreaElement>('textarea#answer').value, 'You find it online.');
    shown.answer('callback:answer', () => ({ ok: true, callback: soon }) as never);
    await press('Control+Enter');
    equal(shown.lastAsked('callback:answer')?.['clientId'], first?.['clientId']);
    equal(one<HTMLTextAreaElement>('textarea#answer').value, '');
  });

  it('QU-118 is closed by a person with the closing card’s form', async () => {
    const shown = await openPage([late]);
    one('button.number').click();
    await settled();
    withText('.ways button', 'Concludi').click();
    await accessible('dialog', 'Concludi la richiesta 2026-000001');
    await expectAccessible(shown.element);
    equal(focused()?.id, 'topic');
    await type('Bollo');
    await press('Enter');
    await until('the focus on the outcome', () => (focused() as HTMLInputElement).name === 'outcome');
    await press('Space', 'Enter');
    equal(
      JSON.stringify(shown.lastAsked('callback:close')),
      '{"callbackId":"000001","reason":"information","topic":"bollo","outcome":"resolved"}',
    );
    equal(all('dialog[open]').length, 0);
    equal(textOf(one('.empty')), 'Nessuno da richiamare. Quando qualcuno lascia un messaggio lo vedi qui.');
  });

  it('QU-115 moves nothing under the focus when others change the list', async () => {
    const shown = await openPage([soon, later]);
    one('button.number').focus();
    await shown.now([late, later]);
    equal(rows().length, 4);
    equal(rows()[1]?.startsWith('Conclusa ora | 2026-000002'), true);
    equal(textOf(one('.fresh-strip')), '1 nuova Mostra');
    withText('.fresh-strip button', 'Mostra').click();
    await settled();
    equal(rows()[1]?.startsWith('scaduta da 2 ore | 2026-000001'), true);
  });

  it('QU-115 keeps the closed ones in a list of their own', async () => {
    const shown = await openPage([late], [callback('000009', { closedAt: NOW - HOUR, citizenName: 'Elio' })]);
    withText('.which button', 'Concluse').click();
    await settled();
    equal(rows().join(), '09:30 | 2026-000009 | Elio | +39 050 910111 | italiano | –');
    one('button.number').click();
    await settled();
    equal(all('console-attempt-form').length, 0);
    await expectAccessible(shown.element);
  });

  it('QU-119 reminds who took one that is late, once, with a sound where wanted, wherever they are', async () => {
    const mine = { ...late, takenBy: { id: 'operator-1', name: 'Operatore chat 1' } };
    const shown = await openPage([later]);
    shown.settings.change({ sound: true });
    withText('nav.places button', 'Scrivania').click();
    await settled();
    await shown.now([mine, later]);
    equal(textOf(one('.strip .words')), 'È scaduta la richiesta che segui: Carla, 2026-000001.');
    equal(shown.chimes(), 1);
    await shown.now([mine, { ...later, text: 'altro' }]);
    equal(shown.chimes(), 1);
    withText('.strip button', 'Apri').click();
    await settled();
    equal(all('console-callbacks').length, 1);
  });

  it('QU-120 the empty desk counts them, and leads there', async () => {
    const callbacks = { open: 3, overdue: 1, today: 2, nextDueAt: NOW - HOUR };
    const shown = await openConsole({ state: { ...desk(), callbacks } });
    equal(textOf(withText('console-empty-desk, section.now p', 'oggi')), '2 da richiamare oggi, 1 scaduta');
    await expectAccessible(shown.element);
    shown.desk({
      ...desk(),
      callbacks: { open: 1, overdue: 0, today: 0, nextDueAt: Date.parse('2026-11-24T08:30:00Z') },
    });
    await settled();
    withText('section.now p', 'Nessuno da richiamare oggi. La prossima è martedì 24 novembre alle 9:30.');
    withText('section.now button', 'Vai all’elenco').click();
    await until('the page', () => all('console-callbacks').length === 1);
  });

  it('AC-55 «Da richiamare» fits 360 pixels and the dark: the list makes way for the one that is read', async () => {
    await setViewport({ width: 360, height: 740 });
    const shown = await openPage([late, soon, later]);
    shown.settings.change({ theme: 'dark' });
    document.documentElement.style.colorScheme = 'dark';
    await settled();
    equal(document.documentElement.scrollWidth <= 360, true);
    await expectAccessible(shown.element);
    one('button.number').click();
    await settled();
    equal(all('console-callback-list').length, 0);
    equal(document.documentElement.scrollWidth <= 360, true);
    await expectAccessible(shown.element);
    withText('button', 'Torna all’elenco').click();
    await settled();
    equal(all('console-callback-list').length, 1);
    document.documentElement.style.colorScheme = '';
  });
});
