import type { Article, WholeKnowledge } from '../../protocol/article.ts';
import { FEEDBACK_WHY } from '../../protocol/feedback.ts';
import type { Notice } from '../../protocol/notice.ts';
import { WHY } from '../../widget/parts/helpful.ts';
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
  LIVE,
  OPEN,
  openPanel,
  tooSmall,
  tooWide,
  until,
  type PanelOptions,
} from './widget-kit.ts';

const text = (words: string): Article['summary'] => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

const ENGLISH: WholeKnowledge = {
  ...KNOWLEDGE,
  lang: 'en',
  topics: [{ id: 'bollo', title: 'Car tax', description: 'Deadlines' }],
  articles: [
    article('bollo-scadenza', {
      lang: 'en',
      title: 'When is the car tax due?',
      summary: text('By the end of the month.'),
    }),
  ],
};

async function openReady(options: PanelOptions = {}) {
  const opened = await openPanel(options);
  await until('articles', () => opened.counter.shelf.value.name === 'ready');
  const words = (): string => opened.panel.renderRoot.querySelector('main > *')?.shadowRoot?.textContent ?? '';
  async function ask(question: string, about?: string) {
    opened.counter.go(about ? { name: 'question', question, about } : { name: 'question', question });
    const view = await opened.screen('sportello-question');
    await until(`an outcome for «${question}»`, () => view.outcome);
    await view.updateComplete;
    return view;
  }
  return { ...opened, ask, words };
}

const h2 = (root: Element): string[] => deep(root, 'h2').map((one) => one.textContent.trim());
const h3 = (root: Element): string[] => deep(root, 'h3').map((one) => one.textContent.trim());

afterEach(clearPage);

describe('a follow-up', () => {
  it('KB-60 is asked in a box under the answer, and shows the part of it that it asks for', async () => {
    const { counter, panel, screen } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    const box = find<HTMLInputElement>(panel, 'input[role=combobox]');
    equal((box as HTMLInputElement & { computedName: string }).computedName, 'Vuoi sapere altro? Scrivi qui');
    box.value = 'e entro quando?';
    box.form?.requestSubmit();
    await screen('sportello-question');
    await until('the section', () => h3(panel).includes('Tempi e scadenze'));
    equal(h3(panel).includes('Come fare'), false);
    equal(h2(panel)[0], 'Quando scade il bollo auto?');
    await expectAccessible(panel);
    button(panel, 'Leggi tutta la risposta').click();
    await screen('sportello-answer');
    await until('the whole', () => h3(panel).includes('Come fare'));
  });

  it('KB-60 has nothing to say where nothing is found, but the way to a person', async () => {
    const { panel, ask, words } = await openReady();
    await ask('e il mio gatto può suonare il pianoforte?', 'bollo-scadenza');
    equal(words().includes('Non ho trovato una risposta sicura.'), true);
    equal(button(panel, 'Scrivi a un operatore').checkVisibility(), true);
  });
});

describe('an answer to more than one question', () => {
  it('KB-64 gives each its own, one below the other, and says how many', async () => {
    const { panel, ask, said } = await openReady();
    const view = await ask('bollo');
    view.outcome = {
      name: 'found',
      inContext: false,
      found: {
        decision: 'answer',
        lang: 'it',
        hits: [{ id: 'bollo-scadenza', score: 1 }],
        emergency: null,
        parts: [
          {
            question: 'quando scade il bollo',
            lang: 'it',
            decision: 'answer',
            hits: [{ id: 'bollo-scadenza', score: 1 }],
          },
          {
            question: 'come disdico una visita',
            lang: 'it',
            decision: 'answer',
            hits: [{ id: 'visita-disdire', score: 1 }],
          },
          { question: 'e la carbonara', lang: 'it', decision: 'none', hits: [] },
        ],
      },
    };
    await view.updateComplete;
    await until('both answers', () => deep(panel, 'article').length === 2);
    equal(
      deep(panel, '.asked')
        .map((one) => one.textContent)
        .join(),
      '«quando scade il bollo»,«come disdico una visita»,«e la carbonara»',
    );
    equal(deep(panel, '.part').at(-1)?.textContent.includes('Non ho trovato una risposta sicura'), true);
    equal(said.length > 0, true);
    await expectAccessible(panel);
    equal(tooWide(panel, 400).join('\n'), '');
    deep<HTMLButtonElement>(panel, 'article .button')[1]?.click();
    await until('the whole answer', () => counterAt(panel) === 'Come disdico una visita prenotata?');
  });
});

const counterAt = (panel: Element): string | undefined =>
  deep(panel, 'sportello-answer').length > 0 ? h2(panel)[0] : undefined;

describe('a broad word', () => {
  it('KB-61 brings the questions of its topic, and leads to all of them', async () => {
    const { panel, ask, screen } = await openReady();
    await ask('bollo');
    equal(h3(panel)[0], 'Che cosa vuoi sapere su «Bollo auto»?');
    await expectAccessible(panel);
    button(panel, 'Tutte le domande su «Bollo auto»').click();
    await screen('sportello-topic');
  });
});

describe('what is said of an answer', () => {
  it('KB-62 the list of reasons is the one of the protocol', () => equal(WHY.join(), FEEDBACK_WHY.join()));

  it('KB-62 «yes» is told at once and once', async () => {
    const { counter, panel, screen, told } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    button(panel, 'Sì').click();
    await until('the thanks', () => deep(panel, '[role=status]').some((one) => one.textContent.includes('Grazie')));
    button(panel, 'No').click();
    button(panel, 'Sì').click();
    equal(JSON.stringify(told.feedback), '[{"article":"bollo-scadenza","lang":"it","useful":true}]');
    equal(counter.visit.value.helpful['bollo-scadenza'], true);
  });

  it('KB-62 «no» asks why, with the keyboard as well, and tells the reason', async () => {
    const { counter, panel, screen, told } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    button(panel, 'No').click();
    await until('the reasons have the focus', () => focused()?.textContent === 'Che cosa non va?');
    equal(told.feedback.length, 0);
    await expectAccessible(panel);
    equal(tooSmall(panel).join('\n'), '');
    button(panel, 'Manca qualcosa').click();
    await until('the thanks', () =>
      deep(panel, '[role=status]').some((one) => one.textContent.includes('Una persona')),
    );
    equal(
      JSON.stringify(told.feedback),
      '[{"article":"bollo-scadenza","lang":"it","useful":false,"why":"incomplete"}]',
    );
    await until('the focus is kept', () => focused()?.textContent?.trim() === 'No');
  });

  it('KB-62 a «no» without a reason counts for its own answer when another takes its place', async () => {
    const { counter, panel, screen, told } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    button(panel, 'No').click();
    await until('the reasons', () => focused()?.textContent === 'Che cosa non va?');
    counter.go({ name: 'answer', article: 'bollo-pagare' });
    await until('it is told', () => told.feedback.length === 1);
    equal(told.feedback[0]?.article, 'bollo-scadenza');
    await until('the other answer', () => h2(panel)[0] === 'Dove si paga il bollo auto?');
    equal(deep(find(panel, 'sportello-helpful'), 'fieldset, [aria-pressed=true]').length, 0);
  });

  it('KB-62 a «no» without a reason counts when one goes on', async () => {
    const { counter, panel, screen, told } = await openReady();
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    button(panel, 'No').click();
    counter.back();
    await screen('sportello-home');
    await until('it is told', () => told.feedback.length === 1);
    equal(told.feedback[0]?.useful, false);
    equal(counter.visit.value.helpful['bollo-scadenza'], false);
  });
});

describe('what is kept of a question', () => {
  it('KB-63 is said where it is kept: with no sure answer, not with a sure one, and not of danger', async () => {
    const { ask, words, told, log } = await openReady();
    await ask('ricetta della carbonara');
    equal(words().includes('La domanda resta 30 giorni'), true);
    await ask('quando scade il bollo auto');
    equal(words().includes('La domanda resta 30 giorni'), false);
    await ask('aiuto mia madre non respira');
    equal(words().includes('La domanda resta 30 giorni'), false);
    log.flush();
    equal(told.searches.map(({ q }) => q).join(), 'ricetta della carbonara');
  });
});

describe('beside a person', () => {
  it('KB-65 the assistant asks nothing, offers nobody, and says nothing aloud', async () => {
    const { talk, ask, panel, said, told, log } = await openReady();
    await talk({ phase: LIVE });
    said.length = 0;
    await ask('ricetta della carbonara');
    equal(deep(panel, 'sportello-channels').length, 0);
    equal(said.join(), '');
    await ask('quando scade il bollo auto');
    equal(deep(panel, 'sportello-helpful').length + deep(panel, 'sportello-question-box').length, 0);
    log.flush();
    equal(told.searches.length, 0);
    await ask('aiuto mia madre non respira');
    equal(said.length, 1);
  });
});

describe('a notice', () => {
  const NOTICE: Notice = {
    id: 'recup-fermo',
    text: { it: text('Il portale è fermo.') },
    from: OPEN.now - 1,
    until: OPEN.now + 3_600_000,
    topics: ['bollo'],
    articles: [],
  };
  const status = { ...OPEN, notices: [NOTICE] };
  const shown = (root: Element): string[] =>
    deep(root, 'sportello-notices .notice, .notice')
      .filter((one) => one.textContent.includes('Il portale'))
      .map((one) => one.textContent);

  it('KB-66 stands at the home, with how long it holds, where readers are told of it', async () => {
    const { panel } = await openReady({ status });
    const [words] = await until('the notice', () => shown(panel).length > 0 && shown(panel));
    equal(words?.includes('Vale fino alle 11 di oggi.'), true);
    equal(find(panel, 'sportello-notices').closest('[role=status]') !== null, true);
    await expectAccessible(panel);
    equal(tooWide(panel, 400).join('\n'), '');
  });

  it('KB-66 stands beside the answers it is about, and no others', async () => {
    const { counter, panel, screen } = await openReady({ status });
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    await until('the notice', () => shown(panel).length > 0);
    counter.go({ name: 'answer', article: 'visita-disdire' });
    await until('the other answer', () => h2(panel)[0]?.startsWith('Come disdico'));
    equal(shown(panel).length, 0);
  });

  it('KB-66 in English is marked as Italian where it is', async () => {
    const { panel } = await openReady({ status, lang: 'en' });
    await until('the notice', () => shown(panel).length > 0);
    equal(
      deep(panel, '[lang=it]').some((one) => one.textContent.includes('Il portale')),
      true,
    );
  });
});

describe('another language', () => {
  it('KB-42 shows English answers where they are, Italian ones with an open word where they are not', async () => {
    const { counter, panel, screen } = await openReady({ lang: 'en', others: [ENGLISH] });
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await screen('sportello-answer');
    await until('English', () => h2(panel)[0] === 'When is the car tax due?');
    equal(deep(panel, 'article .notice').length, 0);
    counter.go({ name: 'answer', article: 'bollo-pagare' });
    await until('Italian', () => h2(panel)[0] === 'Dove si paga il bollo auto?');
    const note = find(panel, 'article .notice');
    equal(note.textContent, 'This answer is in Italian only.');
    equal(note.closest('[lang]')?.getAttribute('lang'), 'en');
    equal(find(panel, 'article h2').closest('[lang]')?.getAttribute('lang'), 'it');
    await expectAccessible(panel);
  });

  it('KB-67 tells whoever asks in another language, in that one, in which the answer is', async () => {
    const { panel, ask } = await openReady();
    await ask('¿cómo puedo anular una visita prenotata?');
    const note = await until('the note', () =>
      deep<HTMLElement>(panel, '.notice').find((one) => one.textContent.includes('italiano')),
    );
    equal(note.lang, 'es');
    equal(note.textContent.includes('La respuesta está en italiano.'), true);
    button(panel, 'Read in English').click();
    await until('the screen in English', () => deep(panel, '.back').some((one) => one.textContent.includes('Back')));
  });
});

describe('AC-60 an answer in sign language', () => {
  /** A clip made here and now: a second of a moving square. */
  async function record(): Promise<string> {
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 48;
    const pen = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const pieces: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 25; frame += 1) {
      if (pen) pen.fillStyle = `hsl(${frame * 14} 80% 50%)`;
      pen?.fillRect(0, 0, 64, 48);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    recorder.stop();
    await stopped;
    return URL.createObjectURL(new Blob(pieces, { type: 'video/webm' }));
  }

  const captions = (): string =>
    URL.createObjectURL(
      new Blob(['WEBVTT\n\n00:00.000 --> 00:05.000\nIl bollo scade a fine mese.\n'], { type: 'text/vtt' }),
    );

  async function openSigned(video: string) {
    const [first, ...rest] = KNOWLEDGE.articles;
    if (!first) throw new Error('no article');
    const signed = { ...first, lis: { video, type: 'video/webm' as const, captions: captions() } };
    const opened = await openReady({ knowledge: { ...KNOWLEDGE, articles: [signed, ...rest] } });
    return opened;
  }

  async function openAnswer(video: string, lisFirst: boolean) {
    const opened = await openSigned(video);
    opened.counter.lisFirst.set(lisFirst);
    opened.counter.go({ name: 'answer', article: 'bollo-scadenza' });
    await opened.screen('sportello-answer');
    return opened;
  }

  it('stands first for who chose it, with captions, and does not start by itself', async () => {
    const { panel } = await openAnswer(await record(), true);
    const player = await until('the player', () => deep<HTMLVideoElement>(panel, 'video')[0]);
    await until('it can be played', () => player.readyState >= HTMLMediaElement.HAVE_METADATA);
    equal(player.paused && player.muted && player.controls && !player.autoplay, true);
    equal(player.preload, 'metadata');
    const place = find(panel, 'sportello-lis-video').compareDocumentPosition(find(panel, '.summary'));
    equal(Boolean(place & Node.DOCUMENT_POSITION_FOLLOWING), true);
    const [track] = player.textTracks;
    await until('the captions', () => (track?.cues?.length ?? 0) > 0);
    equal(`${track?.kind} ${track?.language} ${track?.mode}`, 'captions it showing');
    await expectAccessible(panel);
    equal(tooWide(panel, 400).join('\n'), '');
    equal(tooSmall(panel).join('\n'), '');
  });

  it('plays at the speed one chooses', async () => {
    const { panel } = await openAnswer(await record(), true);
    const player = await until('the player', () => deep<HTMLVideoElement>(panel, 'video')[0]);
    await until('it can be played', () => player.readyState >= HTMLMediaElement.HAVE_METADATA);
    button(panel, '0,5×').click();
    await until('it is said', () => button(panel, '0,5×').getAttribute('aria-pressed') === 'true');
    equal(player.playbackRate, 0.5);
    await player.play();
    await until('it moves', () => player.currentTime > 0.1);
    equal(player.playbackRate, 0.5);
  });

  it('is one press away for everybody else, and marked in every list', async () => {
    const { panel, counter, screen } = await openAnswer(await record(), false);
    const details = await until('the way to it', () => deep<HTMLDetailsElement>(panel, 'details')[0]);
    equal(details.open, false);
    equal(details.querySelector('summary')?.textContent, 'Guarda la risposta in LIS');
    counter.go({ name: 'home' });
    await screen('sportello-home');
    equal(button(panel, 'Quando scade il bollo auto?').textContent.includes('In LIS'), true);
    equal(button(panel, 'Come disdico').textContent.includes('In LIS'), false);
  });

  it('that cannot be loaded says so, and the written answer stands', async () => {
    const { panel } = await openAnswer('data:video/webm;base64,AAAA', true);
    await until('the word', () => deep(panel, '.notice').some((one) => one.textContent.includes('non si è caricato')));
    equal(find(panel, '.summary').checkVisibility(), true);
  });
});
