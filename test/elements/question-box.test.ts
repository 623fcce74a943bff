import { sendKeys } from '@web/test-runner-commands';
import { createI18n } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';
import type { QuestionBox } from '../../widget/parts/question-box.ts';
import '../../widget/parts/question-box.ts';
import { createSearch } from '../../widget/search/index.ts';
import { clearPage, deep, equal, expectAccessible, find, KNOWLEDGE, mount, until } from './widget-kit.ts';

async function open(search = async () => createSearch(KNOWLEDGE)): Promise<QuestionBox> {
  const box = document.createElement('sportello-question-box');
  box.i18n = await createI18n({ lang: 'it', resources: words.panel });
  box.topics = new Map(KNOWLEDGE.topics.map(({ id, title }) => [id, title]));
  box.search = search;
  mount(box, 360);
  await box.updateComplete;
  return box;
}

async function type(box: QuestionBox, text: string): Promise<void> {
  find(box, 'input').focus();
  await sendKeys({ type: text });
}

async function typeAndWait(box: QuestionBox, text: string): Promise<void> {
  await type(box, text);
  await until('suggestions', () => deep(box, '[role=option]').length > 0);
}

/** What the browser tells a reader about an element, whatever its attributes say. */
function told(element: Element): string {
  const { computedRole, computedName } = element as Element & { computedRole: string; computedName: string };
  return `${computedRole}: ${computedName}`;
}

function heard<Detail>(box: QuestionBox, type: string): Detail[] {
  const details: Detail[] = [];
  box.addEventListener(type, (event) => details.push((event as CustomEvent<Detail>).detail));
  return details;
}

afterEach(clearPage);

describe('the question box', () => {
  it('AC-5 is a named combobox that a reader hears as such, closed and open', async () => {
    const box = await open();
    const input = find(box, 'input');
    equal(told(input), 'combobox: Scrivi la tua domanda');
    equal(input.getAttribute('aria-expanded'), 'false');
    await typeAndWait(box, 'bollo');
    equal(input.getAttribute('aria-expanded'), 'true');
    const list = find(box, 'ul');
    equal(told(list), 'listbox: Domande simili');
    equal(input.getAttribute('aria-controls'), list.id);
    equal(told(find(list, 'li')), 'option: Quando scade il bollo auto? Bollo auto');
    await expectAccessible(box);
  });

  it('AC-5 keeps the focus in the box while the arrows go round, and points at the option they stand on', async () => {
    const box = await open();
    await typeAndWait(box, 'bollo');
    const count = deep(box, '[role=option]').length;
    await sendKeys({ press: 'ArrowDown' });
    equal(deep(box, '[aria-selected=true]').length, 1);
    equal(find(box, 'input').getAttribute('aria-activedescendant'), find(box, '[aria-selected=true]').id);
    for (let step = 0; step < count; step += 1) await sendKeys({ press: 'ArrowDown' });
    equal(deep(box, '[aria-selected=true]').length, 0);
    await sendKeys({ press: 'ArrowUp' });
    equal(find(box, '[aria-selected=true]').id, `option-${count - 1}`);
    equal(box.shadowRoot?.activeElement, find(box, 'input'));
  });

  it('KB-43 marks the words that match and says the topic beside', async () => {
    const box = await open();
    await typeAndWait(box, 'scad');
    const option = find(box, '[role=option]');
    equal(option.querySelector('mark')?.textContent?.toLowerCase().startsWith('scad'), true);
    equal(option.querySelector('span')?.textContent, 'Quando scade il bollo auto?');
    equal(option.querySelector('small')?.textContent, 'Bollo auto');
  });

  it('KB-43 Enter takes the question as it stands, or the suggestion the arrows stand on', async () => {
    const box = await open();
    const asked = heard<{ question: string }>(box, 'sportello-ask');
    const chosen = heard<{ article: string }>(box, 'sportello-choose');
    await typeAndWait(box, 'scade bollo');
    await sendKeys({ press: 'Enter' });
    equal(asked.at(-1)?.question, 'scade bollo');
    equal(chosen.length, 0);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    equal(chosen.at(-1)?.article, 'bollo-scadenza');
    equal(asked.length, 1);
  });

  it('KB-43 a press on a suggestion chooses it and leaves the focus in the box', async () => {
    const box = await open();
    const chosen = heard<{ article: string }>(box, 'sportello-choose');
    await typeAndWait(box, 'disdico');
    find(box, '[role=option]').click();
    equal(chosen.at(-1)?.article, 'visita-disdire');
  });

  it('AC-5 Escape closes the list first, and is left to the panel only then', async () => {
    const box = await open();
    const passed: boolean[] = [];
    document.body.addEventListener('keydown', (event) => passed.push(event.defaultPrevented), { once: false });
    await typeAndWait(box, 'bollo');
    passed.length = 0;
    await sendKeys({ press: 'Escape' });
    equal(find(box, 'input').getAttribute('aria-expanded'), 'false');
    await sendKeys({ press: 'Escape' });
    equal(passed.join(), 'true,false');
  });

  it('AC-5 says how many there are, once the person pauses', async () => {
    const box = await open();
    await type(box, 'bollo');
    const status = await until('a status', () => deep(box, '[role=status]')[0]);
    equal(status.textContent, '');
    await until('the count', () => status.textContent?.includes('domande simili'));
    await sendKeys({ type: ' qzx' });
    equal(status.textContent, '');
  });

  it('KB-43 does without suggestions when they cannot be fetched, and asks for nothing before it is used', async () => {
    let fetched = 0;
    const box = await open(() => {
      fetched += 1;
      return Promise.reject(new Error('no network'));
    });
    equal(fetched, 0);
    const asked = heard<{ question: string }>(box, 'sportello-ask');
    await type(box, 'bollo');
    await sendKeys({ press: 'Enter' });
    equal(asked.at(-1)?.question, 'bollo');
    equal(fetched > 0, true);
  });
});
