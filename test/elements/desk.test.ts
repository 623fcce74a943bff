import type { DeskStatus } from '../../protocol/status.ts';
import {
  button,
  clearPage,
  conversation,
  deep,
  equal,
  expectAccessible,
  find,
  focused,
  LIVE,
  OPEN,
  openPanel,
  tooWide,
  until,
  WAITING,
} from './widget-kit.ts';
import { sendKeys } from '@web/test-runner-commands';

const shut: DeskStatus = {
  ...OPEN,
  services: { chat: { state: 'closed', opensAt: Date.UTC(2026, 10, 24, 8) }, lis: { state: 'unavailable' } },
};
const visible = (root: Element, words: string): boolean =>
  deep(root, 'p, h2, div, span').some(
    (one) => one.checkVisibility() && one.textContent.replace(/\s+/gu, ' ').includes(words),
  );

async function openShut() {
  const opened = await openPanel({ status: shut });
  await until('the desk', () => opened.counter.status.value.name === 'known');
  return { ...opened, home: await opened.screen('sportello-home') };
}

afterEach(clearPage);

describe('a closed desk', () => {
  it('CH-84 says in the citizen’s words when it opens again', async () => {
    const { panel } = await openShut();
    await until('the words', () => visible(panel, 'chiuso · riapre domani, martedì, alle 9'));
    await expectAccessible(panel);
    equal(tooWide(panel, 400).join('\n'), '');
  });

  it('CH-85 tells once that it has opened, on whatever screen, and leads there', async () => {
    const { panel, counter, show, said, screen } = await openShut();
    button(panel, 'Avvisami quando apre').click();
    await until('it is promised', () => visible(panel, 'Ti avvisiamo qui quando apre.'));
    equal(button(panel, 'Non avvisarmi più').checkVisibility(), true);
    counter.go({ name: 'topic', topic: 'bollo' });
    await screen('sportello-topic');
    show(OPEN);
    counter.later.refresh();
    const bar = await until('the bar', () =>
      deep<HTMLElement>(panel, '.ongoing').find((one) => one.textContent.includes('Ora puoi scrivere a un operatore.')),
    );
    equal(said.length, 0); // the panel's composition says it; here the screen alone is drawn
    bar.click();
    await screen('sportello-handover');
    equal(deep(panel, '.ongoing').length, 0);
  });

  it('CH-85 can be told not to tell, by keyboard, and keeps the focus', async () => {
    const { panel, counter } = await openShut();
    button(panel, 'Avvisami quando apre').focus();
    await sendKeys({ press: 'Enter' });
    await until('on', () => counter.later.reopening.value.awaited.length === 1);
    await until('the focus', () => focused()?.textContent?.includes('Non avvisarmi più'));
    await sendKeys({ press: 'Enter' });
    await until('off', () => counter.later.reopening.value.awaited.length === 0);
    equal(visible(panel, 'Ti avvisiamo qui'), false);
  });
});

describe('a wait that is not the ordinary one', () => {
  it('CH-86 counts who is before the citizen, and not the citizen', async () => {
    const { panel, talk, counter, screen } = await openPanel();
    await until('the desk', () => counter.status.value.name === 'known');
    await talk({ phase: { ...WAITING, position: 1, estimateMs: null } });
    button(panel, 'Continua a leggere').click();
    await screen('sportello-home');
    await until('nobody else', () => visible(panel, 'nessuno in attesa'));
  });

  it('CH-87 says that it takes longer, what happens at closing, and that nothing is known', async () => {
    const { panel, talk, far } = await openPanel();
    await talk({ phase: { ...WAITING, estimateMs: null, longer: true } });
    await until('longer', () => visible(panel, 'Ci vuole più del previsto.'));
    equal(visible(panel, 'Quanto ci vuole, ora non sappiamo dirlo'), true);
    const at = Date.now() + 600_000;
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, closing: { at, policy: 'served' } } }));
    await until('served', () => visible(panel, 'chiudiamo, ma a chi è già in fila rispondiamo.'));
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, closing: { at, policy: 'message' } } }));
    await until('a message', () => visible(panel, 'Se per allora non è il tuo turno, puoi lasciare un messaggio.'));
    await expectAccessible(panel);
  });

  it('CH-88 proposes a message after the longest wait, takes no focus, and stays away once declined', async () => {
    const { panel, talk, far, counter, screen } = await openPanel({ width: 320 });
    const view = await talk({ phase: WAITING });
    find(view, 'textarea').focus();
    const box = focused();
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, propose: 'too-long' } }));
    await until('the choice', () => visible(panel, 'Stai aspettando da molto: puoi lasciare un messaggio.'));
    equal(focused(), box);
    await expectAccessible(panel);
    equal(tooWide(panel, 320).join('\n'), '');
    button(panel, 'Continuo ad aspettare').click();
    await until('gone', () => deep(panel, '.propose').length === 0);
    await until('the focus is not lost', () => focused() !== document.body);
    // Whoever changes their mind finds it where it always is, and still reads how it stands.
    await until('the button', () => button(panel, 'Lascia un messaggio').checkVisibility());
    equal(visible(panel, 'Stai aspettando da molto'), true);
    counter.go({ name: 'home' });
    await screen('sportello-home');
    counter.go({ name: 'conversation' });
    await screen('sportello-conversation');
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, position: 1, propose: 'too-long' } }));
    await until('the new place', () => visible(panel, 'Sei la prima persona in fila.'));
    equal(deep(panel, '.propose').length, 0);
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, propose: 'closed' } }));
    await until('another reason', () => deep(panel, '.propose').length === 1);
    equal(find(panel, 'h2').textContent?.startsWith('Lo sportello ha chiuso'), true);
    equal(deep(panel, 'sportello-composer').length, 0);
    equal(
      deep(panel, 'button').some((one) => one.textContent?.includes('Continuo ad aspettare')),
      false,
    );
  });
});

describe('sent home while waiting', () => {
  it('CH-100 reads that nobody will come, when it opens, and takes along what was written', async () => {
    const { panel, talk, far, screen } = await openPanel({ status: shut });
    const view = await talk({ phase: WAITING, citizenName: 'Gino' });
    const about = { conversationId: 'conversation-1', at: Date.now(), from: 'citizen', kind: 'text' } as const;
    far.tell('message:new', { ...about, seq: 1, clientId: 'gino-0001', text: 'Buonasera.' });
    const box = find(view, 'textarea') as HTMLTextAreaElement;
    box.value = 'Il bollo non risulta pagato.';
    box.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    const at = Date.now() - 1;
    const phase = { ...WAITING, propose: 'closed', closing: { at, policy: 'message' } } as const;
    far.tell('conversation:changed', conversation({ phase, citizenName: 'Gino', lastSeq: 1 }));
    await until('the news', () => find(panel, 'h2').textContent?.startsWith('Lo sportello ha chiuso'));
    await until('when', () => visible(panel, 'Riapre'));
    equal(visible(panel, 'Puoi già scrivere'), false);
    equal(visible(panel, 'chiudiamo'), false);
    equal(deep(panel, 'sportello-composer').length, 0);
    await expectAccessible(panel);
    button(panel, 'Lascia un messaggio').click();
    const form = await screen('sportello-message');
    await until('the text', () => deep<HTMLTextAreaElement>(form, '#text')[0]?.value !== '');
    equal(deep<HTMLTextAreaElement>(form, '#text')[0]?.value, 'Buonasera.\nIl bollo non risulta pagato.');
    equal(deep<HTMLInputElement>(form, '#name')[0]?.value, 'Gino');
    equal(visible(form, 'posto in fila'), false);
  });
});

describe('sent home while the panel is open', () => {
  it('CH-100 asks at once when it opens again, and closes what is no line any more', async () => {
    const { panel, talk, far, show, counter } = await openPanel();
    await until('the desk', () => counter.status.value.name === 'known');
    await talk({ phase: WAITING });
    show(shut);
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, propose: 'closed' } }));
    await until('when', () => visible(panel, 'Riapre domani, martedì, alle 9.'));
    const labels = deep(panel, 'button').map((one) => one.textContent.trim());
    equal(labels.includes('Lascia la fila'), false);
    button(panel, 'Chiudi la conversazione').click();
    await until('the question', () => visible(panel, 'Vuoi chiudere la conversazione?'));
    equal(visible(panel, 'Perdi il tuo posto'), false);
  });
});

describe('a wait on a low screen', () => {
  it('CH-104 shows the last lines to whoever has begun to write', async () => {
    const { panel, talk, far } = await openPanel({ width: 360, height: 340 });
    const view = await talk({ phase: { ...WAITING, estimateMs: null } });
    const about = { conversationId: 'conversation-1', at: Date.now(), from: 'citizen', kind: 'text' } as const;
    far.tell('message:new', { ...about, seq: 1, clientId: 'gino-0001', text: 'Buonasera.' });
    far.tell('conversation:changed', conversation({ phase: { ...WAITING, estimateMs: null }, lastSeq: 1 }));
    const line = await until('the line', () =>
      deep(panel, '.bubble, p').find((one) => one.textContent.trim() === 'Buonasera.'),
    );
    const box = find(view, 'sportello-composer');
    await until('between the head and the box', () => {
      const { top, bottom } = line.getBoundingClientRect();
      return top >= view.getBoundingClientRect().top && bottom <= box.getBoundingClientRect().top;
    });
  });
});

describe('on hold, and on the way to somebody else', () => {
  it('CH-89 says who is asked and for how long, quietly', async () => {
    const { panel, talk, far } = await openPanel();
    await talk({ phase: LIVE });
    const hold = { since: Date.now() - 150_000, who: 'Ufficio tributi' };
    far.tell('conversation:changed', conversation({ phase: { ...LIVE, hold } }));
    await until('the word', () =>
      visible(panel, 'Ada sta chiedendo a Ufficio tributi. Resta qui: torna con la risposta. Da 2 minuti.'),
    );
    const time = deep(panel, '[aria-live=off]').find((one) => one.textContent.includes('Da 2 minuti'));
    equal(time !== undefined, true);
    await expectAccessible(panel);
    far.tell('conversation:changed', conversation({ phase: { ...LIVE, hold: { ...hold, onward: true } } }));
    await until('no answer is promised', () => visible(panel, 'Ada chiede a Ufficio tributi di continuare con te.'));
    equal(visible(panel, 'torna con la risposta'), false);
    far.tell('conversation:changed', conversation({ phase: LIVE }));
    await until('off hold', () => !visible(panel, 'sta chiedendo'));
  });

  it('CH-90 says to whom the conversation goes, and then who answers, everywhere', async () => {
    const { panel, talk, far } = await openPanel();
    await talk({ phase: LIVE });
    const about = { conversationId: 'conversation-1', at: Date.now(), from: 'operator', kind: 'event' } as const;
    far.tell('message:new', { ...about, seq: 1, event: 'operator-joined', name: 'Ada' });
    far.tell('message:new', { ...about, seq: 2, event: 'transferring', name: 'Ufficio tributi' });
    const onTheWay = { ...WAITING, position: 1, transferTo: 'Ufficio tributi' };
    far.tell('conversation:changed', conversation({ phase: onTheWay, lastSeq: 2 }));
    await until('to whom', () => visible(panel, 'Ti stiamo passando a Ufficio tributi.'));
    equal(find(panel, 'h2').textContent, 'Ti stiamo passando a Ufficio tributi.');
    await until('why', () => visible(panel, 'Ti risponde chi può aiutarti meglio'));
    await until('the log', () => visible(panel, 'La conversazione passa a Ufficio tributi.'));
    await expectAccessible(panel);
    far.tell('message:new', { ...about, seq: 3, event: 'handed-over', name: 'Bice' });
    const phase = { ...LIVE, operator: { id: 'bice', name: 'Bice' } };
    far.tell('conversation:changed', conversation({ phase, lastSeq: 4 }));
    far.tell('message:new', { ...about, kind: 'text', clientId: 'b-1', seq: 4, text: 'Buongiorno' });
    await until('the new name', () => deep(panel, 'h2').some((one) => one.textContent?.includes('Bice')));
    await until('in the log', () => deep(panel, '.name').at(-1)?.textContent?.includes('Bice'));
  });
});
