import type { ArticleTexts } from '../../protocol/article.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { words } from '../../widget/locales/words.ts';
import type { ArticleView } from '../../widget/parts/article.ts';
import '../../widget/parts/article.ts';
import {
  article,
  button,
  clearPage,
  deep,
  equal,
  expectAccessible,
  find,
  focused,
  KNOWLEDGE,
  mount,
  openPanel,
  until,
} from './widget-kit.ts';

async function openArticle(change: Parameters<typeof article>[1]): Promise<ArticleView> {
  const view = document.createElement('sportello-article');
  view.i18n = await createI18n({ lang: 'it', resources: words.panel });
  await view.i18n.extend(words.reading);
  view.article = article('una', change);
  mount(view, 360);
  await view.updateComplete;
  return view;
}

async function openReady() {
  const opened = await openPanel();
  await until('articles', () => opened.counter.shelf.value.name === 'ready');
  return opened;
}

const headings = (root: Element): string[] => deep(root, 'h3').map((one) => one.textContent.trim());

afterEach(clearPage);

describe('an article', () => {
  it('KB-44 has its parts in one order, with source, office and date of last check', async () => {
    const view = await openArticle(KNOWLEDGE.articles[0]);
    equal(find(view, 'h2').textContent, 'Quando scade il bollo auto?');
    equal(headings(view).join(), 'Come fare,Tempi e scadenze');
    const foot = find(view, 'footer').textContent;
    equal(foot.includes('Se ne occupa: Ufficio tributi'), true);
    equal(foot.includes('Controllato il 1 novembre 2026'), true);
    equal(foot.includes('Fonte ufficiale'), true);
    equal(find(view, 'article').lang, 'it');
    await expectAccessible(view);
  });

  it('KB-44 says so when it was due to be checked again', async () => {
    const view = await openArticle({ verifyBy: '2026-01-31' });
    equal(find(view, '.notice').textContent.includes('ricontrollare entro il 31 gennaio 2026'), true);
  });

  it('KB-44 opens pages apart and says so; telephone numbers open where they are', async () => {
    const view = await openArticle(KNOWLEDGE.articles[0]);
    const [page, call] = deep<HTMLAnchorElement>(view, '.actions a');
    equal(`${page?.target} ${page?.rel}`, '_blank noopener noreferrer');
    equal(page?.textContent.includes('si apre in un’altra scheda'), true);
    equal(call?.getAttribute('href'), 'tel:061234');
    equal(call?.target, '');
  });
});

describe('an answer', () => {
  it('CH-40 one step leads from it to a person, and what was read goes along', async () => {
    const { counter, panel, screen } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    equal(headings(panel).includes('Non hai risolto? Parla con noi'), true);
    button(panel, 'Scrivi a un operatore').click();
    const handover = await screen('sportello-handover');
    equal(find(handover, '.lines').textContent.includes('Hai letto: Quando scade il bollo auto?'), true);
    await until('the heading has the focus', () => focused()?.textContent === 'Scrivi a un operatore');
  });

  it('AC-14 takes the focus to its heading, from wherever one comes and back again', async () => {
    const { counter, panel, screen } = await openReady();
    await screen('sportello-home');
    const [first, other] = ['Quando scade il bollo auto?', 'Dove si paga il bollo auto?'];
    const focusIsOn = (title: string): Promise<unknown> =>
      until(`the focus on «${title}»`, () => focused()?.tagName === 'H2' && focused()?.textContent === title);
    button(panel, first).click();
    await focusIsOn(first);
    button(panel, other).click();
    await focusIsOn(other);
    button(panel, 'Indietro').click();
    await focusIsOn(first);
    counter.go({ name: 'topic', topic: 'bollo' });
    await screen('sportello-topic');
    button(panel, other).click();
    await focusIsOn(other);
  });

  it('KB-45 shows what else may be meant, and leads there and back', async () => {
    const { counter, panel, screen } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    button(panel, 'Dove si paga il bollo auto?').click();
    await until('the other article', () => deep(panel, 'article h2')[0]?.textContent === 'Dove si paga il bollo auto?');
    button(panel, 'Indietro').click();
    await until('the first article', () => deep(panel, 'article h2')[0]?.textContent === 'Quando scade il bollo auto?');
  });
});

describe('an answer whose text is not there yet', () => {
  const arrived: ArticleTexts = {
    'bollo-scadenza': {
      office: 'Ufficio tributi',
      actions: [],
      sections: [
        {
          name: 'deadlines',
          blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Entro la fine del mese.' }] }],
        },
      ],
      sources: [{ label: 'La fonte', href: 'https://example.org/fonte' }],
    },
  };

  async function openWith(fetchTexts: () => Promise<ArticleTexts>) {
    const opened = await openPanel({ fetchTexts });
    await until('articles', () => opened.counter.shelf.value.name === 'ready');
    opened.counter.go({ name: 'answer', article: 'bollo-scadenza', section: 'deadlines' });
    await opened.screen('sportello-answer');
    await until('the short answer', () => deep(opened.panel, '.summary').length === 1);
    return opened;
  }

  it('KB-71 shows its short answer at once, and goes on where one wanted to read when the rest has come', async () => {
    let come = (_texts: ArticleTexts): void => {};
    const { panel } = await openWith(() => new Promise((resolve) => (come = resolve)));
    equal(deep(panel, '.coming')[0]?.textContent, 'Carico il resto della risposta…');
    await until('the focus', () => focused()?.tagName === 'H2');
    await expectAccessible(panel);
    come(arrived);
    await until('the section', () => focused()?.tagName === 'H3');
    equal(focused()?.textContent, 'Tempi e scadenze');
    equal(deep(panel, '.coming').length, 0);
    equal(deep(panel, '.sources a')[0]?.textContent?.includes('La fonte'), true);
  });

  it('KB-71 says that the rest did not come, and asks for it again when one presses', async () => {
    let reachable = false;
    const { panel } = await openWith(async () => {
      if (!reachable) throw new Error('no server');
      return arrived;
    });
    await until('the word', () => deep(panel, 'article .notice p')[0]?.textContent?.includes('non si è caricato'));
    await expectAccessible(panel);
    reachable = true;
    button(panel, 'Riprova').click();
    await until('the section', () => deep(panel, 'article section').length === 1);
  });
});

describe('a question', () => {
  it('KB-46 that has one answer shows it', async () => {
    const { counter, panel, screen } = await openReady();
    counter.go({ name: 'question', question: 'quando scade il bollo auto' });
    await screen('sportello-question');
    await until('the article', () => deep(panel, 'article h2')[0]?.textContent === 'Quando scade il bollo auto?');
    equal(counter.visit.value.searches.join(), 'quando scade il bollo auto');
    equal(counter.visit.value.articles.join(), 'bollo-scadenza');
  });

  it('KB-46 that has none says so, and offers persons', async () => {
    const { counter, panel, screen, said } = await openReady();
    counter.go({ name: 'question', question: 'ricetta della carbonara' });
    await screen('sportello-question');
    await until('the word', () => said.includes('Non ho trovato una risposta sicura.'));
    equal(deep(panel, 'article').length, 0);
    equal(button(panel, 'Scrivi a un operatore').checkVisibility(), true);
  });

  it('KB-8 of somebody in danger shows the numbers on top, to be called with one press, and what it found below', async () => {
    const { counter, panel, screen } = await openReady();
    counter.go({ name: 'question', question: 'aiuto mia madre non respira' });
    await screen('sportello-question');
    const frame = await until('the frame', () => deep(panel, '.emergency')[0]);
    equal(frame.querySelector('h3')?.textContent?.includes('Se qualcuno è in pericolo chiama il 112'), true);
    const numbers = [...frame.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    equal(numbers[0], 'tel:112');
    equal(numbers.includes('tel:800800112'), true);
    equal(button(panel, 'Scrivi a un operatore').checkVisibility(), true);
  });

  it('KB-46 whose search cannot be loaded still leads to a person', async () => {
    const opened = await openPanel({ knowledge: null });
    await until('no articles', () => opened.counter.shelf.value.name === 'failed');
    opened.counter.go({ name: 'question', question: 'bollo' });
    await opened.screen('sportello-question');
    await until('the word', () =>
      deep(opened.panel, '.notice')[0]?.textContent?.includes('La ricerca non si è caricata'),
    );
    equal(button(opened.panel, 'Scrivi a un operatore').checkVisibility(), true);
  });
});

describe('home', () => {
  it('QU-9 shows every channel with its state; a closed one stays in sight and cannot be pressed', async () => {
    const { panel, screen } = await openReady();
    await screen('sportello-home');
    await until('the state', () => deep(panel, '.state')[0]?.textContent?.includes('aperto'));
    const [chat, lis] = deep(panel, '.channel').map((one) => one.textContent.replace(/\s+/gu, ' ').trim());
    equal(chat, 'Scrivi a un operatore aperto fino alle 17 · attesa di circa 3 minuti');
    equal(
      lis,
      'Videochiamata in LIS chiuso · riapre domani, martedì, alle 9 Avvisami quando apre: Videochiamata in LIS',
    );
    equal(
      deep(panel, 'button.channel')
        .map((one) => one.textContent.includes('Lascia un messaggio'))
        .join(),
      'false,true',
    );
  });

  it('AC-11 LIS at the top puts the signed call first, and tells that it is on', async () => {
    const { panel, screen } = await openReady();
    await screen('sportello-home');
    const lis = button(panel, 'LIS');
    equal(lis.getAttribute('aria-pressed'), 'false');
    lis.click();
    await until('the call first', () => deep(panel, '.channel')[0]?.textContent?.includes('Videochiamata in LIS'));
    equal(button(panel, 'LIS').getAttribute('aria-pressed'), 'true');
    equal(headings(panel)[0], 'Parla con noi');
  });

  it('KB-42 changes the language at once, and marks what is still Italian', async () => {
    const { panel, screen } = await openReady();
    await screen('sportello-home');
    button(panel, 'English').click();
    await until('English', () => deep(panel, 'h2')[0]?.textContent === 'How can we help you?');
    await until('the mark', () => deep(panel, '.choice small').length > 0);
    equal(find(panel, '.choice [lang]').lang, 'it');
    equal(find(panel, '.choice').textContent.includes('in Italian'), true);
  });

  it('says what to do when the answers or the state cannot be had, and tries again', async () => {
    const { panel, screen } = await openPanel({ knowledge: null, status: null });
    await screen('sportello-home');
    await until('the word', () =>
      deep(panel, '.notice')[0]?.textContent?.includes('Non riusciamo a caricare le risposte'),
    );
    equal(
      deep(panel, '.state')[0]?.textContent,
      'Non riusciamo a sapere se il servizio è aperto. Riproviamo tra poco.',
    );
    equal(button(panel, 'Riprova').checkVisibility(), true);
  });
});
