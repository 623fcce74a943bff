import { createTray } from '../../widget/core/attachment-tray.ts';
import { createAttaching } from '../../widget/core/attaching.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { browserClock, newId } from '../../widget/io/browser.ts';
import files from '../../widget/locales/it/files.ts';
import parts from '../../widget/locales/it/parts.ts';
import type { Composer } from '../../widget/parts/composer.ts';
import '../../widget/parts/composer.ts';
import type { SendEvent } from '../../widget/parts/events.ts';
import {
  button,
  clearPage,
  createShownFiles,
  deep,
  equal,
  expectAccessible,
  find,
  focused,
  LIVE,
  message,
  mount,
  openPanel,
  tooSmall,
  tooWide,
  until,
} from './widget-kit.ts';
import { sendKeys } from '@web/test-runner-commands';

const pdf = (name: string, bytes = 2_000): File => new File(['x'.repeat(bytes)], name, { type: 'application/pdf' });

/** As a person chooses in the system's own window, which no test can open. */
function choose(root: Element, ...chosen: File[]): void {
  const data = new DataTransfer();
  for (const file of chosen) data.items.add(file);
  const input = find<HTMLInputElement>(root, '[type=file]');
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
}

const drop = (root: Element, file: File): void => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  find(root, 'form').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
};

const paste = (root: Element, file: File): void => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(file);
  find(root, 'textarea').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

async function openComposer(width = 400) {
  const far = createShownFiles();
  const composer = document.createElement('sportello-composer') as Composer;
  composer.i18n = await createI18n({ lang: 'it', resources: { it: { ...parts, ...files } } });
  composer.attaching = createAttaching(async () => ({
    files: far.files,
    makeTray: () => createTray({ files: far.files, clock: browserClock, newId }),
  }));
  const sent: { text: string; names: string }[] = [];
  composer.addEventListener('sportello-send', ({ detail }: SendEvent) => {
    sent.push({ text: detail.text, names: detail.attachments.map(({ name }) => name).join(', ') });
  });
  mount(composer, width);
  await composer.updateComplete;
  return { composer, far, sent };
}

const line = (root: Element, name: string): HTMLElement | undefined =>
  deep<HTMLElement>(root, 'li').find((one) => one.textContent.includes(name));

afterEach(clearPage);

describe('attaching', () => {
  it('CH-80 takes files chosen, pasted and dropped, and says where each stands', async () => {
    const { composer, far } = await openComposer();
    equal(find<HTMLInputElement>(composer, '[type=file]').accept.includes('application/pdf'), true);
    choose(composer, pdf('contratto.pdf'));
    await until('on its way', () => far.uploads.length === 1);
    far.uploads[0]?.progress(0.42);
    await until('how far', () => line(composer, 'contratto.pdf')?.textContent.includes('sta salendo: 42%'));
    paste(composer, pdf('schermata.pdf'));
    drop(composer, pdf('ricevuta.pdf'));
    await until('all three', () => deep(composer, 'li').length === 3);
    far.arrive();
    await until('it is said', () =>
      deep(composer, '[role=status]').some((one) => one.textContent === 'contratto.pdf è pronto.'),
    );
    await expectAccessible(composer);
    equal(tooSmall(composer).length, 0);
  });

  it('CH-80 sends the message with its files once they are up, and not before', async () => {
    const { composer, far, sent } = await openComposer();
    choose(composer, pdf('contratto.pdf'));
    await until('on its way', () => far.uploads.length === 1);
    find(composer, 'textarea').focus();
    await sendKeys({ type: 'Ecco il contratto' });
    await sendKeys({ press: 'Enter' });
    await until('it says that it waits', () =>
      deep(composer, '[role=status]').some((one) =>
        one.textContent.includes('parte da solo appena i file sono pronti'),
      ),
    );
    equal(sent.length, 0);
    far.arrive();
    await until('it goes', () => sent.length === 1);
    equal(JSON.stringify(sent[0]), '{"text":"Ecco il contratto","names":"contratto.pdf"}');
    await until('the list is empty', () => deep(composer, 'li').length === 0);
    equal(composer.value, '');
  });

  it('CH-80 sends a file without a word, too, and holds a message back again when asked', async () => {
    const { composer, far, sent } = await openComposer();
    choose(composer, pdf('solo.pdf'));
    await until('on its way', () => far.uploads.length === 1);
    button(composer, 'Invia').click();
    (
      await until('the way back', () =>
        deep<HTMLElement>(composer, 'button').find((one) => one.textContent.includes('Non inviare')),
      )
    ).click();
    far.arrive();
    await until('ready', () => line(composer, 'solo.pdf')?.textContent.includes('pronto'));
    equal(sent.length, 0);
    button(composer, 'Invia').click();
    await until('it goes', () => sent.length === 1);
    equal(sent[0]?.names, 'solo.pdf');
  });

  it('CH-82 says why a file is not taken, and keeps the rest of the message', async () => {
    const { composer, far, sent } = await openComposer(320);
    find(composer, 'textarea').focus();
    await sendKeys({ type: 'Due cose' });
    choose(composer, new File(['x'], 'programma.exe', { type: 'application/x-msdownload' }), pdf('con virus.pdf'));
    await until('refused here', () =>
      line(composer, 'programma.exe')?.textContent.includes('Scegli un file JPEG, PNG, WebP, GIF o PDF'),
    );
    await sendKeys({ press: 'Enter' });
    far.refuse('infected');
    await until('refused there', () => line(composer, 'con virus.pdf')?.textContent.includes('Nel file c’è un virus'));
    equal(sent.length, 0);
    // Once, and not with every file.
    equal(composer.renderRoot.textContent.includes('resto del messaggio'), false);
    equal(deep(composer, '[role=status]').filter((one) => one.textContent.includes('resto del messaggio')).length, 1);
    equal(composer.value, 'Due cose');
    equal(tooWide(composer, 320).join('\n'), '');
    await expectAccessible(composer);
    await sendKeys({ press: 'Enter' });
    await until('the text goes alone', () => sent[0]?.text === 'Due cose' && sent[0].names === '');
    await until('the list is empty', () => deep(composer, 'li').length === 0);
  });

  it('CH-81 says honestly what becomes of a file without a network', async () => {
    const { composer, far } = await openComposer();
    choose(composer, pdf('foto.pdf'));
    await until('on its way', () => far.uploads.length === 1);
    far.refuse('no-answer');
    await until('the word', () =>
      deep(composer, '[role=status]').some((one) =>
        one.textContent.includes('Se la chiudi, sceglilo di nuovo: il testo resta.'),
      ),
    );
    dispatchEvent(new Event('online'));
    await until('again', () => far.uploads.length === 2);
  });

  it('CH-82 loses no focus when a file is taken out by keyboard', async () => {
    const { composer } = await openComposer();
    choose(composer, pdf('uno.pdf'), pdf('due.pdf'));
    await until('both', () => deep(composer, 'li').length === 2);
    button(composer, 'Togli uno.pdf').focus();
    await sendKeys({ press: 'Enter' });
    await until('the next one', () => focused()?.getAttribute('aria-label') === 'Togli due.pdf');
    await sendKeys({ press: 'Enter' });
    await until('the button', () => focused()?.textContent?.includes('Allega un file'));
  });
});

describe('files in the log', () => {
  it('CH-83 names each with its kind and weight, fetches it when asked, and shows nothing by itself', async () => {
    const { talk, shelf } = await openPanel();
    const attachments = [{ id: 'file-0001', name: 'modulo.pdf', type: 'application/pdf', bytes: 84_000 } as const];
    const view = await talk({ phase: LIVE }, [message(1, { text: '', attachments })]);
    const save = await until('the button', () => deep<HTMLElement>(view, '[aria-label^=Scarica]')[0]);
    equal(save.getAttribute('aria-label'), 'Scarica modulo.pdf, PDF, 84 kB');
    equal(shelf.downloads.length, 0);
    equal(deep(view, '.bubble').length, 0);
    save.click();
    await until('the reason', () => find(view, '.trouble').textContent.includes('Quello che chiedi non c’è più.'));
    shelf.hold('file-0001', new Blob(['x']));
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    save.click();
    await until('it is saved', () => saved.length > 0);
    HTMLAnchorElement.prototype.click = click;
    equal(saved[0], 'modulo.pdf');
    await expectAccessible(view);
  });

  it('CH-80 goes from the box into the message', async () => {
    const { talk, shelf, far } = await openPanel();
    const view = await talk({ phase: LIVE });
    choose(view, pdf('foto.pdf'));
    await until('on its way', () => shelf.uploads.length === 1);
    shelf.arrive('file-0007');
    await until('ready', () => deep(view, 'li').some((one) => one.textContent?.includes('pronto')));
    button(view, 'Invia').click();
    const asked = await until('it is sent', () => far.asked.find(({ event }) => event === 'message:send'));
    equal(
      JSON.stringify(asked.payload['attachments']),
      JSON.stringify([{ id: 'file-0007', key: shelf.uploads[0]?.key }]),
    );
  });
});
