import { setViewport } from '@web/test-runner-commands';
import type { Consultation } from '../../../protocol/consultation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import {
  caseFile,
  colleague,
  consultation,
  conversation,
  desk,
  office,
  sideMessage,
} from '../../core/console/fixtures.ts';
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

const anna = conversation('conv-anna', {
  citizenName: 'Anna',
  context: { searches: [], articles: ['bollo-pagare'] },
});
const bruno = conversation('conv-bruno', { citizenName: 'Bruno', startedAt: 2000 });
const base: DeskState = {
  ...desk([anna, bruno]),
  cases: { 'conv-anna': caseFile(), 'conv-bruno': caseFile() },
  offices: [
    office('urp', { free: 2, here: 3 }),
    office('tributi', { topics: ['bollo'], phone: '+39 050 000000', note: 'Solo la mattina.' }),
    office('trasporti', { free: 0, here: 0, email: 'trasporti@example.org' }),
  ],
  colleagues: [colleague('operator-2', 'Maria Rossi'), colleague('operator-3', 'Luca Neri', { presence: 'break' })],
};
const asking = (change: Partial<Consultation> = {}): DeskState => ({
  ...base,
  cases: { ...base.cases, 'conv-anna': caseFile({ consultation: consultation('consult-1', change) }) },
});
const asked = (change: Partial<Consultation> = {}): DeskState => ({
  ...base,
  consultations: [
    consultation('consult-1', {
      conversationId: 'conv-nadia',
      openedBy: { id: 'operator-2', name: 'Maria Rossi' },
      ...change,
    }),
  ],
});
const rows = (): string[] => all('label.row').map(textOf);
const sideSaid = (): string[] =>
  [...one('console-side').shadowRoot!.querySelectorAll('li .text')].map((line) => textOf(line));
const alerts = (): string => all('[role="alert"]').map(textOf).filter(Boolean).join(' ');

describe('passing a conversation on', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('QU-104 goes by keyboard to the office in charge, with a note for who goes on', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+1', 'Alt+g');
    await accessible('dialog', 'Passa la conversazione con Anna');
    equal(
      rows().join(' | '),
      'Tributi competente liberi 1 di 1 | Urp liberi 2 di 3 | Trasporti non c’è nessuno | ' +
        'Maria Rossi libero | Luca Neri in pausa',
    );
    await accessible('radio', 'Tributi competente liberi 1 di 1');
    equal(textOf(one('.know')), 'Telefono +39 050 000000Solo la mattina.');
    await expectAccessible(shown.element);
    await press('Enter');
    await type('Ha la ricevuta.');
    await press('Control+Enter');
    equal(
      JSON.stringify(shown.lastAsked('conversation:transfer')),
      '{"conversationId":"conv-anna","to":{"office":"tributi"},"note":"Ha la ricevuta."}',
    );
    equal(all('dialog[open]').length, 0);
  });

  it('QU-104 finds a colleague by name, and walks the list with the arrows', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+1', 'Alt+g');
    await type('maria');
    equal(rows().length, 1);
    await press('Enter', 'Control+Enter');
    equal(JSON.stringify(shown.lastAsked('conversation:transfer')?.['to']), '{"operator":"operator-2"}');
    await press('Alt+1', 'Alt+g', 'ArrowDown', 'ArrowDown', 'Control+Enter');
    equal(JSON.stringify(shown.lastAsked('conversation:transfer')?.['to']), '{"office":"urp"}');
  });

  it('QU-104 says in words why it was refused, and keeps what was written', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+2', 'Alt+g', 'Control+Enter');
    equal(alerts(), 'Scegli a chi passare la conversazione.');
    shown.answer('conversation:transfer', () => ({ ok: false, code: 'nobody-there' }));
    await type('trasp');
    equal(textOf(one('.there')).startsWith('Trasporti: ora nessuno può prenderla.'), true);
    await press('Enter');
    await type('Aspetta il bus');
    await press('Control+Enter');
    equal(
      alerts(),
      'La conversazione è ancora tua. Lì ora non c’è nessuno. Scegli un altro ufficio o prometti una risposta più tardi.',
    );
    equal(typed(), 'Aspetta il bus');
    await expectAccessible(shown.element);
    // What was said of one is not said of the next.
    one<HTMLInputElement>('console-directory').focus();
    await type('tri');
    equal(alerts(), '');
    one('#text').focus();
    await press('Escape');
    equal(all('dialog[open]').length, 0);
  });
});

describe('asking aside', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  it('QU-105 begins with what the citizen said, and sends kind and question', async () => {
    const shown = await openConsole({ state: base });
    await press('Alt+1');
    shown.say('conv-anna', 'Ho pagato due volte.');
    await press('Alt+c');
    await accessible('dialog', 'Chiedi per conto di Anna');
    await press('Enter');
    equal(typed(), 'Ho pagato due volte.');
    await expectAccessible(shown.element);
    withText('label', 'Passo la conversazione').click();
    await settled();
    one('#text').focus();
    await press('Control+Enter');
    equal(
      JSON.stringify(shown.lastAsked('consultation:open')),
      '{"conversationId":"conv-anna","to":{"office":"tributi"},"kind":"transfer","summary":"Ho pagato due volte."}',
    );
    shown.desk(asking());
    await until(
      'the colleague’s box',
      () => focused()?.getAttribute('aria-label') === 'Scrivi a Tributi: il cittadino non lo vede',
    );
  });

  it('QU-105 says that an office without anybody is asked by e-mail', async () => {
    await openConsole({ state: base });
    await press('Alt+1', 'Alt+c');
    await type('trasporti');
    equal(textOf(one('.there')), 'Trasporti: non c’è nessuno. La domanda parte per e-mail e la risposta arriva qui.');
  });

  it('QU-106 has one box at a time, a colour and words of its own: nobody writes to the wrong one', async () => {
    const shown = await openConsole({
      state: asking(),
      sides: { 'consult-1': { sideMessages: [sideMessage('consult-1', 1)] } },
    });
    await press('Alt+1');
    equal(all('textarea').filter(({ id }) => id !== 'note').length, 1);
    equal(focused()!.getAttribute('aria-label'), 'Scrivi a Tributi: il cittadino non lo vede');
    withText('.hidden', 'Il cittadino non vede questo');
    equal(sideSaid().join(), 'riga 1');
    await expectAccessible(shown.element);
    await type('Grazie');
    await press('Escape');
    equal(typed(), 'Grazie');
    equal(shown.lastAsked('consultation:send'), undefined);
    await press('Enter');
    equal(shown.lastAsked('consultation:send')?.['text'], 'Grazie');
    equal(shown.lastAsked('message:send'), undefined);
    equal(sideSaid().join(), 'riga 1,Grazie');
    await press('Alt+r');
    equal(focused()!.getAttribute('aria-label'), 'La tua risposta');
    equal(all('textarea').filter(({ id }) => id !== 'note').length, 1);
    await type('Ecco la risposta');
    await press('Enter');
    equal(shown.lastAsked('message:send')?.['text'], 'Ecco la risposta');
    await press('Alt+s');
    equal(focused()!.getAttribute('aria-label'), 'Scrivi a Tributi: il cittadino non lo vede');
  });

  it('QU-106 keeps what is being written aside through a reload, and says what was refused', async () => {
    const first = await openConsole({ state: asking() });
    await press('Alt+1');
    await type('quasi finito');
    const again = await openConsole({ state: asking(), drawer: first.drawer });
    await press('Alt+1');
    equal(typed(), 'quasi finito');
    again.answer('consultation:send', () => ({ ok: false, code: 'wrong-phase' }));
    await press('Enter');
    equal(textOf(one('console-side').shadowRoot!.querySelector('li.mine')!).includes('non inviato'), true);
    await expectAccessible(again.element);
  });

  it('QU-106 tells of an answer while another conversation is on screen, and leads there', async () => {
    const shown = await openConsole({ state: asking() });
    await press('Alt+2');
    shown.aside(sideMessage('consult-1', 1));
    await settled();
    equal(textOf(one('.strip')).includes('Giulia Serra ti ha scritto. Il cittadino non lo vede.'), true);
    equal(textOf(withText('button[aria-current]', 'Anna')).includes('In attesa: chiedi a Tributi'), true);
    equal(textOf(withText('button[aria-current]', 'Anna')).includes('1 nuovo'), true);
    withText('.strip button', 'Apri').click();
    await settled();
    equal(textOf(one('h2.one-line')), 'Anna');
    equal(textOf(withText('button[aria-current]', 'Anna')).includes('1 nuovo'), false);
  });

  it('QU-106 ends with a key, and gives the citizen’s box the focus', async () => {
    const shown = await openConsole({ state: asking() });
    await press('Alt+1');
    equal(all('.acts button').map(textOf).join(), 'Concludi');
    await press('Alt+w');
    equal(shown.lastAsked('consultation:end')?.['consultationId'], 'consult-1');
    shown.desk(base);
    await until('the citizen’s box', () => focused()?.getAttribute('aria-label') === 'La tua risposta');
    equal(all('console-side').length, 0);
  });

  it('QU-107 announces who has taken over', async () => {
    const shown = await openConsole({ state: asking({ kind: 'transfer' }) });
    shown.desk({ ...base, mine: [bruno] });
    await settled();
    equal(textOf(one('.strip')).includes('Anna ora è con Tributi, che ha letto tutto.'), true);
  });
});

describe('being asked', () => {
  beforeEach(() => setViewport({ width: 1280, height: 800 }));

  const thread = {
    conversation: conversation('conv-nadia', { citizenName: 'Nadia' }),
    messages: [
      {
        kind: 'text' as const,
        conversationId: 'conv-nadia',
        seq: 1,
        at: 1,
        from: 'citizen' as const,
        clientId: 'nadia-1',
        text: 'Ho pagato due volte.',
      },
    ],
  };

  it('QU-107 lists it, shows question and thread to be read, and has no box for the citizen', async () => {
    const shown = await openConsole({ state: asked(), sides: { 'consult-1': thread } });
    await accessible('heading', 'Ti chiedono: 1');
    await press('Alt+s');
    equal(textOf(one('console-asked').shadowRoot!.querySelector('h2')!), 'Ti chiede Maria Rossi');
    equal(textOf(one('.summary')), 'Può correggere la bolletta online?');
    withText('.bubble', 'Ho pagato due volte.');
    equal(all('textarea').length, 1);
    equal(focused()!.getAttribute('aria-label'), 'Scrivi a Maria Rossi: il cittadino non lo vede');
    equal(
      all('button').some((button) => textOf(button) === 'Sono pronto'),
      false,
    );
    await expectAccessible(shown.element);
    await type('Sì, online.');
    await press('Enter');
    equal(shown.lastAsked('consultation:send')?.['text'], 'Sì, online.');
    await press('Alt+1');
    equal(textOf(one('h2.one-line')), 'Anna');
  });

  it('QU-107 makes no room for a list under the pointer', async () => {
    const shown = await openConsole({ state: base });
    const pane = one('console-queues');
    const top = (): number => one('console-queue').getBoundingClientRect().top;
    const before = top();
    pane.dispatchEvent(new PointerEvent('pointerenter'));
    shown.desk(asked());
    await settled();
    equal(top(), before);
    equal(textOf(one('.strip')).includes('Maria Rossi ti chiede aiuto.'), true);
    pane.dispatchEvent(new PointerEvent('pointerleave'));
    await settled();
    equal(all('console-asked-list').length, 1);
  });

  it('QU-107 puts an article into the answer to the colleague, not into one’s own citizen’s', async () => {
    await openConsole({ state: asked(), sides: { 'consult-1': thread } });
    await press('Alt+s', 'Alt+i');
    await type('bollo');
    await press('Tab', 'Enter');
    equal(typed(), 'Puoi pagare online.');
    equal(focused()!.getAttribute('aria-label'), 'Scrivi a Maria Rossi: il cittadino non lo vede');
    await press('Alt+1');
    equal(typed(), '');
  });

  it('QU-107 takes over with a key, and says why not', async () => {
    const state = asked({ kind: 'transfer' });
    const shown = await openConsole({ state, sides: { 'consult-1': thread } });
    await press('Alt+s');
    shown.answer('consultation:ready', () => ({ ok: false, code: 'at-capacity' }));
    await press('Alt+f');
    equal(
      textOf(one('.strip')).includes(
        'Non hai preso la conversazione. Hai già tutte le conversazioni che puoi seguire insieme.',
      ),
      true,
    );
    shown.answer('consultation:ready', () => {
      shown.desk({ ...base, mine: [anna, bruno, thread.conversation] });
      return { ok: true, ...thread } as never;
    });
    await press('Alt+f');
    await until('the conversation', () => textOf(one('h2.one-line')) === 'Nadia');
    equal(focused()!.getAttribute('aria-label'), 'La tua risposta');
    equal(textOf(one('.strip')).includes('ha chiuso la domanda'), false);
  });

  it('AC-53 AC-51 works on 360 pixels and in the dark, on both sides', async () => {
    await setViewport({ width: 360, height: 740 });
    document.documentElement.style.colorScheme = 'dark';
    try {
      for (const state of [asking(), asked()]) {
        const shown = await openConsole({ state, sides: { 'consult-1': thread } });
        await press('Alt+1', 'Alt+s');
        equal(document.documentElement.scrollWidth, 360);
        await expectAccessible(shown.element);
      }
      const shown = await openConsole({ state: base });
      for (const key of ['Alt+g', 'Alt+c']) {
        await press('Alt+1', key);
        equal(document.documentElement.scrollWidth, 360);
        await expectAccessible(shown.element);
        await press('Escape');
      }
    } finally {
      document.documentElement.style.colorScheme = '';
    }
  });
});
