import { setViewport } from '@web/test-runner-commands';
import type { DeskState } from '../../../protocol/desk.ts';
import { caseFile, conversation, desk, office } from '../../core/console/fixtures.ts';
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
  typed,
  until,
  withText,
} from './kit.ts';

const NOW = new Date('2026-11-21T10:30:00').getTime();
const anna = conversation('conv-anna', {
  citizenName: 'Anna',
  language: 'en',
  context: { searches: [], articles: ['bollo-pagare'] },
});
const bruno = conversation('conv-bruno', { citizenName: 'Bruno', startedAt: 2000 });
const base: DeskState = {
  ...desk([anna, bruno]),
  cases: { 'conv-anna': caseFile({ note: 'Casa in via Roma.' }), 'conv-bruno': caseFile() },
  offices: [office('urp'), office('tributi', { topics: ['bollo'] })],
  replies: [
    { key: 'saluto', text: { it: 'Buongiorno.', en: 'Good morning.' } },
    { key: 'attesa', text: { it: 'Controllo: ti rispondo qui.' } },
  ],
};
const options = (): string[] => all('[role="option"]').map(textOf);
const saved = (): string => textOf(one('console-case').shadowRoot!.querySelector('[role="status"]')!);

describe('ready replies', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('QU-110 are listed with a slash, chosen with the arrows, put in with Enter, and then edited', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+1');
    await type('Hello. /');
    equal(options().join(' | '), '/saluto Good morning. | /attesain italiano Controllo: ti rispondo qui.');
    const { computedRole } = one('[role="listbox"]') as HTMLElement & { computedRole: string };
    equal(computedRole, 'listbox');
    await expectAccessible(shown.element);
    equal(focused()!.getAttribute('aria-activedescendant'), 'reply-0');
    await press('ArrowDown', 'Enter');
    equal(shown.lastAsked('message:send'), undefined);
    equal(options().length, 0);
    equal(typed(), 'Hello. Controllo: ti rispondo qui.');
    await type(' Ok?');
    await press('Enter');
    equal(shown.lastAsked('message:send')?.['text'], 'Hello. Controllo: ti rispondo qui. Ok?');
  });

  it('QU-110 are narrowed as one types, and put away with Escape for what is being written', async () => {
    await openConsole({ state: base });
    await press('Alt+2');
    await type('/att');
    equal(options().join(), '/attesa Controllo: ti rispondo qui.');
    await press('Escape');
    equal(options().length, 0);
    await type('e');
    equal(options().length, 0);
    equal(typed(), '/atte');
    await type('nzione e/o');
    equal(options().length, 0);
  });
});

describe('files', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('QU-113 go along with an answer, and are reached with a key', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+1');
    await type('Ecco il modulo');
    await press('Alt+y');
    equal(textOf(focused()!), 'Allega un file');
    const composer = one<HTMLElementTagNameMap['console-composer']>('console-composer');
    await composer.attach([new File(['%PDF'], 'modulo.pdf', { type: 'application/pdf' })]);
    await until('it goes up', () => shown.files.uploads.length === 1);
    shown.files.arrive();
    await settled();
    await expectAccessible(shown.element);
    await press('Alt+r', 'Enter');
    const sent = shown.lastAsked('message:send');
    equal(sent?.['text'], 'Ecco il modulo');
    equal(JSON.stringify(sent?.['attachments']).includes('"id":"file-0001"'), true);
  });
});

describe('notes and what came before', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('QU-112 are saved as one types, and say so', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+1', 'Alt+b');
    equal(typed(), 'Casa in via Roma.');
    await press('End');
    await type(' Interno 3.');
    await until('it is saved', () => saved() === 'Salvato');
    equal(shown.lastAsked('note:write')?.['note'], 'Casa in via Roma. Interno 3.');
    await expectAccessible(shown.element);
    await press('Alt+2', 'Alt+b');
    equal(typed(), '');
  });

  it('QU-112 say when they are not saved, and survive a reload', async () => {
    const first = await openConsole({ state: base });
    first.answer('note:write', () => ({ ok: false, code: 'no-answer' }));
    await press('Alt+2', 'Alt+b');
    await type('richiamare');
    await until('it says so', () => saved().startsWith('Non salvato: resta qui.'));
    await openConsole({ state: base, drawer: first.drawer });
    await press('Alt+2', 'Alt+b');
    equal(typed(), 'richiamare');
    await until('it is saved', () => saved() === 'Salvato');
  });

  it('QU-114 show how it came here, what was before in the visit, and who reads along', async () => {
    const shown = await openConsole({
      state: {
        ...base,
        cases: {
          ...base.cases,
          'conv-anna': caseFile({
            transfer: {
              to: { office: 'urp', name: { it: 'URP', en: 'Public relations' } },
              from: { id: 'operator-2', name: 'Maria Rossi' },
              note: 'Ha la ricevuta.',
              at: NOW,
            },
            earlier: [
              {
                conversationId: 'conv-old',
                startedAt: NOW - 3_600_000,
                service: 'chat',
                reason: 'information',
                topic: 'recup',
                outcome: 'resolved',
                operator: { id: 'operator-2', name: 'Maria Rossi' },
              },
            ],
            listeners: [{ id: 'operator-9', name: 'Paola Conti' }],
          }),
        },
      },
    });
    await press('Alt+1');
    equal(textOf(one('.passed')), 'Passata da Maria Rossi a URP Ha la ricevuta.');
    equal(
      textOf(withText('section', 'Prima, in questa visita')),
      'Prima, in questa visita 09:30 · Visite ed esami · Risolto · Maria Rossi',
    );
    equal(textOf(one('.listening')), 'Paola Conti sta leggendo');
    await expectAccessible(shown.element);
  });
});

describe('a later answer', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('QU-109 is promised with the keyboard: how to reach them, what they need, told until when', async () => {
    const shown = await openConsole({ state: base, dueAt: Date.UTC(2026, 10, 24, 9, 30) });
    await press('Alt+1', 'Alt+x');
    equal(one<HTMLSelectElement>('#office').value, 'tributi');
    await press('Space', 'ArrowDown', 'ArrowDown');
    equal(one<HTMLInputElement>('input[value="later-answer"]').checked, true);
    await settled();
    equal(textOf(one('.due')), 'Al cittadino rispondiamo entro martedì 24 novembre alle 10:30.');
    await expectAccessible(shown.element);
    await press('Enter');
    equal(
      all('.problem').map(textOf).filter(Boolean).join(' '),
      'Scrivi un indirizzo e-mail completo. Scrivi che cosa gli serve.',
    );
    equal(focused()!.id, 'reach');
    await type('anna@example.org');
    await press('Tab');
    await type('Il rimborso del bollo');
    await press('Control+Enter');
    equal(
      JSON.stringify(shown.lastAsked('conversation:close')),
      '{"conversationId":"conv-anna","reason":"information","topic":"bollo","outcome":"later-answer","office":"tributi",' +
        '"callback":{"reach":{"by":"email","email":"anna@example.org"},"text":"Il rimborso del bollo"}}',
    );
    equal(all('dialog[open]').length, 0);
  });

  it('QU-109 says that an address cannot be right, and keeps the card', async () => {
    const shown = await openConsole({ state: base });
    shown.answer('conversation:close', () => ({ ok: false, code: 'bad-contact' }));
    await press('Alt+1', 'Alt+x', 'Space', 'ArrowDown', 'ArrowDown');
    withText('label', 'Per telefono').click();
    await settled();
    one('#reach').focus();
    await type('050 123456');
    await press('Tab');
    await type('Richiamare');
    await press('Control+Enter');
    equal(
      all('[role="alert"]').map(textOf).join('').includes('L’e-mail o il numero non può essere giusto: controllalo.'),
      true,
    );
    equal(one<HTMLInputElement>('#reach').value, '050 123456');
  });

  it('QU-108 takes the office along with the topic, unless it was chosen by hand', async () => {
    await openConsole({ state: base });
    await press('Alt+2', 'Alt+x');
    const pick = async (id: string, value: string): Promise<void> => {
      const select = one<HTMLSelectElement>(id);
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settled();
    };
    await pick('#topic', 'bollo');
    equal(one<HTMLSelectElement>('#office').value, 'tributi');
    await pick('#office', 'urp');
    await pick('#topic', 'recup');
    equal(one<HTMLSelectElement>('#office').value, 'urp');
  });

  it('AC-53 AC-51 fits on 360 pixels, and can be read in the dark', async () => {
    await setViewport({ width: 360, height: 740 });
    document.documentElement.style.colorScheme = 'dark';
    try {
      const shown = await openConsole({ state: base });
      await press('Alt+1', 'Alt+x', 'Space', 'ArrowDown', 'ArrowDown');
      equal(document.documentElement.scrollWidth, 360);
      await expectAccessible(shown.element);
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });
});
