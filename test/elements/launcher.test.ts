import { sendKeys, setViewport } from '@web/test-runner-commands';
import { compose } from '../../widget/composition.ts';
import { createObservable } from '../../widget/core/observable.ts';
import { SportelloWidget, type Inside, type Surroundings } from '../../widget/sportello-widget.ts';
import {
  button,
  clearPage,
  deep,
  equal,
  expectAccessible,
  find,
  focused,
  KNOWLEDGE,
  OPEN,
  until,
} from './widget-kit.ts';

/** The widget as `index.ts` makes it, except for where its server is and what its first click costs. */
class TestWidget extends SportelloWidget {
  static fails = false;
  static composed = 0;
  protected override readonly home = new URL('/', location.href);

  protected override isOngoing(): boolean {
    return false;
  }

  protected override compose(surroundings: Surroundings): Promise<Inside> {
    TestWidget.composed += 1;
    return TestWidget.fails ? Promise.reject(new Error('no network')) : compose(surroundings);
  }
}
customElements.define('test-widget', TestWidget);

const asked: string[] = [];
const realFetch = window.fetch;

/** The server's two public answers. */
function answerFetch(): void {
  window.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.pathname);
    if (url.pathname === '/api/status') return Response.json(OPEN);
    return url.pathname === '/api/knowledge/it' ? Response.json(KNOWLEDGE) : new Response(null, { status: 404 });
  };
}

async function place(attributes: Record<string, string> = {}): Promise<TestWidget> {
  const widget = document.createElement('test-widget') as TestWidget;
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  document.body.append(widget);
  await widget.updateComplete;
  return widget;
}

/** What is told on the closed panel's button. */
async function tell(widget: TestWidget, words: string) {
  const news = createObservable({ words, fresh: false });
  const nothing = (): void => {};
  widget.inside = {
    panel: document.createElement('div'),
    news,
    wide: createObservable(false),
    lang: createObservable('it'),
    handleOpen: nothing,
    handleClose: nothing,
    restore: nothing,
    close: nothing,
  };
  await widget.updateComplete;
  return news;
}

const launcher = (widget: TestWidget): HTMLElement => find(widget, '#launcher');
const dialog = (widget: TestWidget): HTMLDialogElement => find(widget, 'dialog');

async function open(widget: TestWidget): Promise<void> {
  launcher(widget).click();
  await until('the panel', () => deep(widget, 'sportello-home')[0]?.shadowRoot?.querySelector('h2'));
}

beforeEach(async () => {
  await setViewport({ width: 1024, height: 768 });
  document.documentElement.lang = 'it';
  answerFetch();
  asked.length = 0;
  TestWidget.fails = false;
  TestWidget.composed = 0;
});

afterEach(() => {
  clearPage();
  window.fetch = realFetch;
});

describe('the launcher', () => {
  it('AC-9 is one labelled button; before the click nothing is fetched and nothing stored', async () => {
    const stored = localStorage.length + sessionStorage.length;
    const widget = await place();
    equal(launcher(widget).textContent.trim(), 'Serve aiuto?');
    equal(launcher(widget).getAttribute('aria-expanded'), 'false');
    equal(dialog(widget).open, false);
    equal(TestWidget.composed, 0);
    await expectAccessible(widget);
    await open(widget);
    await until('the desk is asked', () => asked.includes('/api/status') && asked.includes('/api/knowledge/it'));
    equal(localStorage.length + sessionStorage.length, stored);
  });

  it('AC-9 opens a dialog beside the page, not over it; Escape closes it and gives the focus back', async () => {
    const widget = await place();
    await open(widget);
    equal(dialog(widget).open, true);
    equal(dialog(widget).matches(':modal'), false);
    equal(dialog(widget).getAttribute('aria-label'), 'Assistenza');
    equal(launcher(widget).checkVisibility(), false);
    await until('the heading has the focus', () => focused()?.textContent === 'Come possiamo aiutarti?');
    await sendKeys({ press: 'Escape' });
    await until('closed', () => !dialog(widget).open);
    equal(focused(), launcher(widget));
    await expectAccessible(widget);
  });

  it('AC-9 takes the whole screen of a phone, and comes back beside the page when there is room again', async () => {
    await setViewport({ width: 360, height: 740 });
    const widget = await place();
    await open(widget);
    equal(dialog(widget).matches(':modal'), true);
    const { width, height } = dialog(widget).getBoundingClientRect();
    equal(`${width} ${height}`, '360 740');
    equal(document.documentElement.scrollWidth, 360);
    await expectAccessible(widget);
    await setViewport({ width: 1024, height: 768 });
    await until('beside the page', () => dialog(widget).open && !dialog(widget).matches(':modal'));
    await setViewport({ width: 360, height: 740 });
    await until('over the page', () => dialog(widget).matches(':modal'));
    await sendKeys({ press: 'Escape' });
    await until('closed', () => !dialog(widget).open);
    await until('the focus is back', () => focused() === launcher(widget));
  });

  it('AC-9 closes by its own button, too, and opens again where one was', async () => {
    const widget = await place();
    await open(widget);
    (await until('the topics', () => deep(widget, '.topic')[0] as HTMLElement | undefined)).click();
    await until('the topic', () => deep(widget, 'sportello-topic')[0]);
    button(widget, 'Chiudi l’assistenza').click();
    await until('closed', () => !dialog(widget).open);
    launcher(widget).click();
    await until('open', () => dialog(widget).open);
    equal(deep(widget, 'sportello-topic').length, 1);
    equal(TestWidget.composed, 1);
  });

  it('AC-9 speaks the page’s language, or its own, and changes it with the panel', async () => {
    const english = await place({ lang: 'en-GB' });
    equal(launcher(english).textContent.trim(), 'Need help?');
    await open(english);
    await until('English', () => deep(english, 'h2')[0]?.textContent === 'How can we help you?');
    button(english, 'Italiano').click();
    await until('Italian', () => deep(english, 'h2')[0]?.textContent === 'Come possiamo aiutarti?');
    equal(launcher(english).textContent.trim(), 'Serve aiuto?');
    equal(dialog(english).lang, 'it');
  });

  it('CH-103 its button stays inside a phone’s screen, with two lines of words', async () => {
    await setViewport({ width: 360, height: 740 });
    const widget = await place();
    await tell(widget, 'Lo sportello ha chiuso: puoi lasciare un messaggio.');
    const { left, right, height } = launcher(widget).getBoundingClientRect();
    equal(left >= 8 && right <= 352, true);
    equal(height <= 68, true);
  });

  it('CH-44 the closed panel’s button tells of an answer in words, in shape and with three flashes', async () => {
    const widget = await place();
    const news = await tell(widget, 'Sei in attesa.');
    equal(launcher(widget).textContent.trim(), 'Sei in attesa.');
    equal(getComputedStyle(launcher(widget)).animationName, 'none');
    news.set({ words: 'Ti ha risposto Ada.', fresh: true });
    await widget.updateComplete;
    equal(launcher(widget).textContent.trim(), 'Ti ha risposto Ada.');
    equal(find(widget, '[role=status]').textContent, 'Ti ha risposto Ada.');
    equal(getComputedStyle(launcher(widget)).animationName, 'fresh');
    equal(getComputedStyle(launcher(widget)).animationIterationCount, '3');
    equal(getComputedStyle(launcher(widget)).borderTopWidth, '4px');
    await expectAccessible(widget);
  });

  it('AC-9 stands on the side it is told to', async () => {
    const widget = await place({ position: 'left' });
    equal(launcher(widget).getBoundingClientRect().left, 16);
    await open(widget);
    equal(dialog(widget).getBoundingClientRect().left, 16);
  });

  it('AC-9 says so when it cannot be loaded, and tries again', async () => {
    const error = console.error;
    console.error = () => {};
    TestWidget.fails = true;
    const widget = await place();
    launcher(widget).click();
    const words = await until('the words', () => deep(widget, '.waiting [role=status]')[0]);
    equal(words.textContent?.startsWith('L’assistenza non si è caricata.'), true);
    await expectAccessible(widget);
    TestWidget.fails = false;
    button(widget, 'Riprova').click();
    await until('the panel', () => deep(widget, 'sportello-home')[0]);
    console.error = error;
  });

  it('AC-10 steps aside while it covers what has the focus', async () => {
    const widget = await place();
    const link = document.createElement('a');
    link.href = '#x';
    link.textContent = 'Un collegamento della pagina';
    Object.assign(link.style, { position: 'fixed', right: '40px', bottom: '30px' });
    document.body.append(link);
    link.focus();
    await until('it steps aside', () => launcher(widget).getBoundingClientRect().left === 16);
    link.blur();
    launcher(widget).focus();
    const other = document.createElement('button');
    document.body.prepend(other);
    other.focus();
    await until('it comes back', () => launcher(widget).getBoundingClientRect().right === innerWidth - 16);
  });

  it('AC-10 Escape on the page closes the panel only where it covers what has the focus', async () => {
    const widget = await place();
    const free = document.createElement('button');
    const covered = document.createElement('button');
    Object.assign(covered.style, { position: 'fixed', right: '100px', bottom: '100px' });
    document.body.prepend(free, covered);
    await open(widget);
    free.focus();
    await sendKeys({ press: 'Escape' });
    equal(dialog(widget).open, true);
    covered.focus();
    await sendKeys({ press: 'Escape' });
    await until('closed', () => !dialog(widget).open);
  });

  it('survives being moved in the page', async () => {
    const widget = await place();
    await open(widget);
    const home = find(widget, 'sportello-home');
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(widget);
    await new Promise((resolve) => setTimeout(resolve, 50));
    equal(find(widget, 'sportello-home'), home);
    equal(TestWidget.composed, 1);
  });
});
