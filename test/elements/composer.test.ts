import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { LIMITS } from '../../protocol/limits.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';
import type { Composer } from '../../widget/parts/composer.ts';
import '../../widget/parts/composer.ts';
import { button, clearPage, deep, equal, expectAccessible, find, mount, until } from './widget-kit.ts';

async function open() {
  const composer = document.createElement('sportello-composer');
  composer.i18n = await createI18n({ lang: 'it', resources: words.panel });
  mount(composer, 360);
  await composer.updateComplete;
  const sent: string[] = [];
  composer.addEventListener('sportello-send', ({ detail }) => sent.push(detail.text));
  return { composer, sent, box: find<HTMLTextAreaElement>(composer, 'textarea') };
}

async function fill(composer: Composer, text: string): Promise<void> {
  composer.value = text;
  await composer.updateComplete;
}

afterEach(clearPage);

describe('the box one writes in', () => {
  it('CH-34 Enter sends and empties it, Shift+Enter begins a new line', async () => {
    const { composer, sent, box } = await open();
    composer.focus();
    await sendKeys({ type: 'prima' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'seconda' });
    await sendKeys({ press: 'Enter' });
    equal(sent.join('|'), 'prima\nseconda');
    equal(box.value, '');
    await sendKeys({ press: 'Enter' });
    equal(sent.length, 1);
  });

  it('CH-34 the button sends too, and gives the box the focus back', async () => {
    const { composer, sent, box } = await open();
    await fill(composer, '  con spazi  ');
    button(composer, 'Invia').click();
    equal(sent.join(), 'con spazi');
    equal(composer.shadowRoot?.activeElement, box);
  });

  it('CH-34 Enter that ends an input method’s word sends nothing', async () => {
    const { composer, sent, box } = await open();
    await fill(composer, 'にほん');
    const press = (init: KeyboardEventInit): boolean =>
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init }));
    equal(press({ isComposing: true }), true);
    equal(press({ keyCode: 229 }), true);
    equal(sent.length, 0);
    equal(press({}), false);
    equal(sent.length, 1);
  });

  it('CH-34 grows with the text up to five lines, and shrinks again', async () => {
    const { composer, box } = await open();
    equal(box.rows, 1);
    await fill(composer, 'a\nb\nc');
    equal(box.rows, 3);
    await fill(composer, 'riga\n'.repeat(12));
    equal(box.rows, 5);
    await fill(composer, '');
    equal(box.rows, 1);
  });

  it('CH-34 fits a text it was given before it was on screen', async () => {
    const composer = document.createElement('sportello-composer');
    composer.i18n = await createI18n({ lang: 'it', resources: words.panel });
    composer.value = 'a\nb\nc';
    composer.style.display = 'none';
    mount(composer, 360);
    await composer.updateComplete;
    composer.style.display = '';
    await until('three lines', () => find<HTMLTextAreaElement>(composer, 'textarea').rows === 3);
  });

  it('CH-34 counts near the limit, says it at marks only, and refuses what is over', async () => {
    const { composer, sent } = await open();
    await fill(composer, 'x'.repeat(LIMITS.messageText - 300));
    equal(find(composer, '#count').textContent, '');
    await fill(composer, 'x'.repeat(LIMITS.messageText - 150));
    equal(find(composer, '#count').textContent, 'Ancora 150 caratteri');
    equal(find(composer, '[role=status]').textContent, 'Ancora 200 caratteri');
    await fill(composer, 'x'.repeat(LIMITS.messageText - 149));
    equal(find(composer, '[role=status]').textContent, 'Ancora 200 caratteri');
    await fill(composer, 'x'.repeat(LIMITS.messageText + 1));
    equal(find(composer, '#count').textContent.startsWith('1 carattere di troppo'), true);
    equal(find(composer, 'textarea').getAttribute('aria-invalid'), 'true');
    button(composer, 'Invia').click();
    equal(sent.length, 0);
  });

  it('CH-34 takes inserted text where the caret is', async () => {
    const { composer, box } = await open();
    await fill(composer, 'Vedi qui.');
    composer.focus();
    box.setSelectionRange(5, 5);
    composer.insert('bene ');
    equal(box.value, 'Vedi bene qui.');
    equal(box.selectionStart, 10);
  });

  it('AC-8 has a name and a word on its keys for readers, and text no phone zooms in on', async () => {
    const { composer, box } = await open();
    composer.focus();
    const snapshot = JSON.stringify(await a11ySnapshot({}));
    equal(snapshot.includes('Scrivi un messaggio'), true);
    equal(find(composer, '#hint').textContent.includes('vanno a capo'), true);
    equal(Number.parseFloat(getComputedStyle(box).fontSize) >= 16, true);
    equal(deep(composer, 'button').length, 1);
    await expectAccessible(composer);
  });
});
