import type { Receipt } from '../../protocol/callback.ts';
import type { DeskStatus } from '../../protocol/status.ts';
import { createMemoryDrawer } from '../../widget/core/storage.ts';
import { read, searched } from '../../widget/core/visit.ts';
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
  tooSmall,
  tooWide,
  until,
  WAITING,
  type PanelOptions,
} from './widget-kit.ts';
import { sendKeys } from '@web/test-runner-commands';

/** Friday 26 March 2027, ten to five in the afternoon, in Rome. */
const FRIDAY = Date.UTC(2027, 2, 26, 15, 50);
const SHUT: DeskStatus = {
  ...OPEN,
  now: FRIDAY,
  services: { chat: { state: 'closed', opensAt: Date.UTC(2027, 2, 30, 7) }, lis: { state: 'closed', opensAt: null } },
  message: { dueAt: Date.UTC(2027, 2, 30, 14, 50) },
};
const RECEIPT: Receipt = {
  number: '2027-000123',
  receivedAt: FRIDAY,
  dueAt: Date.UTC(2027, 2, 30, 14, 50),
  reach: { by: 'email', email: 'ada@example.org' },
  mailed: true,
};

async function openMessage(options: PanelOptions = {}) {
  const opened = await openPanel({ status: SHUT, ...options });
  await until('the desk', () => opened.counter.status.value.name === 'known');
  opened.counter.go({ name: 'message', service: 'chat' });
  const view = await opened.screen('sportello-message');
  await until('the form', () => deep(view, 'form')[0]);
  const shows = (words: string): boolean =>
    deep(opened.panel, 'p, h2, span, legend').some((one) => one.checkVisibility() && one.textContent.includes(words));
  return { ...opened, view, shows };
}

async function type(root: Element, selector: string, text: string): Promise<void> {
  find(root, selector).focus();
  await sendKeys({ type: text });
}

function choose(root: Element, name: string, kind = 'application/pdf'): void {
  const data = new DataTransfer();
  data.items.add(new File(['x'], name, { type: kind }));
  const input = find<HTMLInputElement>(root, '[type=file]');
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

afterEach(clearPage);

describe('a message to leave', () => {
  it('CH-91 can be left at any time, and says until when there is an answer', async () => {
    const { panel, screen, counter } = await openPanel({ status: SHUT });
    await until('the desk', () => counter.status.value.name === 'known');
    const way = await until('the way', () => {
      const found = button(panel, 'Lascia un messaggio');
      return found.textContent.includes('rispondiamo entro martedì 30 marzo alle 16:50') && found;
    });
    way.click();
    const view = await screen('sportello-message');
    await until('the promise', () =>
      view.shadowRoot?.textContent?.includes('Rispondiamo entro martedì 30 marzo alle 16:50.'),
    );
    await until('the focus', () => focused()?.textContent === 'Lascia un messaggio');
  });

  it('CH-92 says by the field what is missing or wrong, and goes to the first', async () => {
    const { view, post, shows } = await openMessage();
    button(view, 'Invia il messaggio').click();
    await until('the first fault', () => focused()?.id === 'text');
    equal(shows('Scrivi che cosa vuoi chiederci.'), true);
    equal(shows('Scrivi l’indirizzo e-mail a cui rispondere.'), true);
    equal(shows('Ci sono 2 cose da sistemare.'), true);
    await expectAccessible(view);
    await sendKeys({ type: 'Una domanda' });
    await until('one less', () => shows('C’è una cosa da sistemare.'));
    await type(view, '#email', 'ada@esempio');
    await sendKeys({ press: 'Enter' });
    await until('the word', () => shows('Questo indirizzo e-mail non è completo.'));
    equal(focused()?.id, 'email');
    equal(post.left.length, 0);
  });

  it('CH-93 is sent with what was searched and read, and answered with a receipt that says what was promised', async () => {
    const { view, counter, post, panel, shows, screen } = await openMessage();
    counter.visit.set(read(searched(counter.visit.value, 'bollo'), 'bollo-scadenza'));
    await type(view, '#text', 'Quando scade?');
    await type(view, '#email', 'ada@example.org');
    await type(view, '#name', 'Ada');
    post.answer = { ok: true, receipt: RECEIPT };
    button(view, 'Invia il messaggio').click();
    await until('the receipt', () => shows('Ti rispondiamo entro martedì 30 marzo alle 16:50.'));
    const [left] = post.left;
    equal(JSON.stringify(left?.reach), '{"by":"email","email":"ada@example.org"}');
    equal(JSON.stringify(left?.context), '{"searches":["bollo"],"articles":["bollo-scadenza"]}');
    equal(`${left?.text} ${left?.name} ${left?.service} ${left?.language}`, 'Quando scade? Ada chat it');
    equal(find(panel, 'output').textContent, '2027-000123');
    equal(shows('Ti scriviamo a ada@example.org.'), true);
    await until('the focus', () => focused()?.textContent === 'Abbiamo il tuo messaggio');
    await expectAccessible(panel);
    button(panel, 'Copia il numero').click();
    await until('a word', () => shows('Copiato.') || shows('Il browser non lo copia'));
    button(panel, 'Ho finito').click();
    await screen('sportello-home');
  });

  it('CH-93 asks for a telephone number instead, and takes the server’s word that it cannot be right', async () => {
    const { view, post, shows } = await openMessage();
    await type(view, '#text', 'Richiamatemi');
    deep<HTMLInputElement>(view, '[type=radio]')[1]?.click();
    await until('the other field', () => deep(view, '#phone')[0]);
    await type(view, '#phone', '050 12345678');
    post.answer = { ok: false, code: 'bad-contact' };
    await sendKeys({ press: 'Enter' });
    await until('the word', () => shows('Questo numero di telefono non va bene.'));
    await until('the focus', () => focused()?.id === 'phone');
    equal(JSON.stringify(post.left[0]?.reach), '{"by":"phone","phone":"050 12345678"}');
  });

  it('CH-94 goes on trying with the same id while the line is down, and gives everything back when stopped', async () => {
    const { view, post, shows, counter } = await openMessage();
    await type(view, '#text', 'Una domanda');
    await type(view, '#email', 'ada@example.org');
    post.answer = { ok: false, code: 'no-answer' };
    await sendKeys({ press: 'Enter' });
    await until('the word', () => shows('Continuiamo a provare: quello che hai scritto resta qui.'));
    await expectAccessible(view);
    (await counter.later.message()).hurry();
    await until('again', () => post.left.length === 2);
    equal(post.left[0]?.startId, post.left[1]?.startId);
    button(view, 'Smetti e torna al messaggio').click();
    await until('writing again', () => focused()?.id === 'text');
    equal(find<HTMLTextAreaElement>(view, '#text').value, 'Una domanda');
    await sendKeys({ type: ' diversa' });
    post.answer = { ok: true, receipt: RECEIPT };
    button(view, 'Invia il messaggio').click();
    await until('the receipt', () => shows('Abbiamo il tuo messaggio'));
    equal(post.left[2]?.startId === post.left[0]?.startId, false);
  });

  it('CH-95 keeps what is typed through a reload, and says which files have to be chosen again', async () => {
    const own = createMemoryDrawer();
    const first = await openMessage({ own });
    await type(first.view, '#text', 'Metà di una domanda');
    await type(first.view, '#email', 'ada@ex');
    choose(first.view, 'bolletta.pdf');
    await until('it goes up', () => first.shelf.uploads.length === 1);
    choose(first.view, 'programma.exe', 'application/x-msdownload');
    await until('it is refused', () => first.shows('non preso'));
    clearPage();
    const again = await openMessage({ own });
    equal(find<HTMLTextAreaElement>(again.view, '#text').value, 'Metà di una domanda');
    equal(find<HTMLInputElement>(again.view, '#email').value, 'ada@ex');
    equal(again.shows('scegli di nuovo questi file, se vuoi inviarli: bolletta.pdf.'), true);
    choose(again.view, 'bolletta.pdf');
    await until('it is there', () => !again.shows('scegli di nuovo'));
  });

  it('CH-95 waits for its files, and keeps the message when one is not taken', async () => {
    const { view, post, shelf, shows } = await openMessage();
    await type(view, '#text', 'In allegato la bolletta');
    await type(view, '#email', 'ada@example.org');
    choose(view, 'bolletta.pdf');
    await until('it goes up', () => shelf.uploads.length === 1);
    button(view, 'Invia il messaggio').click();
    await until('it waits', () => shows('Aspettiamo che i file siano saliti…'));
    shelf.refuse('infected');
    await until('it stops', () => deep(view, '[type=submit]').length === 1);
    equal(post.left.length, 0);
    equal(find<HTMLTextAreaElement>(view, '#text').value, 'In allegato la bolletta');
    choose(view, 'altra.pdf');
    await until('the other goes up', () => shelf.uploads.length === 2);
    post.answer = { ok: true, receipt: RECEIPT };
    button(view, 'Invia il messaggio').click();
    shelf.arrive('file-0002');
    await until('the receipt', () => shows('Abbiamo il tuo messaggio'));
    equal(JSON.stringify(post.left[0]?.attachments), JSON.stringify([{ id: 'file-0002', key: shelf.uploads[1]?.key }]));
  });

  it('CH-96 ends the wait it was written in, and leads to the operator who answered meanwhile', async () => {
    const { counter, talk, panel, post, screen, far } = await openPanel({ status: SHUT });
    await talk({ phase: { ...WAITING, propose: 'too-long' } });
    button(await until('the choice', () => deep(panel, '.propose')[0]), 'Lascia un messaggio').click();
    const view = await screen('sportello-message');
    await until('the form', () => deep(view, 'form')[0]);
    equal(view.shadowRoot?.textContent?.includes('Finché non lo invii, il tuo posto in fila resta tuo.'), true);
    await type(view, '#text', 'Allora scrivo');
    await type(view, '#email', 'ada@example.org');
    post.answer = { ok: false, code: 'wrong-phase' };
    far.tell('conversation:changed', conversation({ phase: WAITING }));
    await sendKeys({ press: 'Enter' });
    await until('the word', () => view.shadowRoot?.textContent?.includes('Nel frattempo un operatore ti ha risposto'));
    equal(post.left[0]?.token?.length, 43);
    far.tell('conversation:changed', conversation({ phase: LIVE }));
    button(view, 'Vai alla conversazione').click();
    const talking = await screen('sportello-conversation');
    await until(
      'the text in the box',
      () => deep<HTMLTextAreaElement>(talking, 'textarea')[0]?.value === 'Allora scrivo',
    );
    far.tell('conversation:changed', conversation({ phase: WAITING }));
    counter.go({ name: 'message', service: 'chat' });
    post.answer = { ok: true, receipt: RECEIPT };
    button(await screen('sportello-message'), 'Invia il messaggio').click();
    await until('the wait is over', () => counter.citizen.value.name === 'none');
    await until('the receipt', () => deep(panel, 'output')[0]);
  });

  it('CH-97 fits 320 pixels, dark and large letters, with targets that can be hit', async () => {
    const { view, panel } = await openMessage({ width: 320 });
    button(view, 'Invia il messaggio').click();
    await until('faults', () => deep(view, '[aria-invalid]').length === 2);
    equal(tooWide(panel, 320).join('\n'), '');
    equal(tooSmall(view).join('\n'), '');
    panel.style.colorScheme = 'dark';
    panel.style.setProperty('--sportello-font-size', '2rem');
    await expectAccessible(view);
    equal(tooWide(panel, 320).join('\n'), '');
  });
});
