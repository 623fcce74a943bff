import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { ConversationState } from '../../protocol/conversation.ts';
import { searched } from '../../widget/core/visit.ts';
import type { Composer } from '../../widget/parts/composer.ts';
import {
  button,
  clearPage,
  deep,
  equal,
  expectAccessible,
  focused,
  LIVE,
  message,
  OPEN,
  openPanel,
  tooSmall,
  tooWide,
  until,
  WAITING,
  type PanelOptions,
} from './widget-kit.ts';

type Opened = Awaited<ReturnType<typeof openPanel>>;

const CLOSED: ConversationState['phase'] = { name: 'closed', at: 0, by: 'operator', rated: false };
const MESSAGES = [
  message(1, { text: 'Buongiorno' }),
  message(2, {
    from: 'citizen',
    text: 'Salve, guarda https://www.example.org/una-pagina-dal-nome-molto-lungo-davvero',
  }),
  message(3, { text: 'x'.repeat(200) }),
];

/** Every screen, and how to come to it. */
const SCREENS: Record<string, (opened: Opened) => Promise<unknown>> = {
  home: ({ screen }) => screen('sportello-home'),
  topic: ({ counter, screen }) => {
    counter.go({ name: 'topic', topic: 'bollo' });
    return screen('sportello-topic');
  },
  answer: ({ counter, screen }) => {
    counter.go({ name: 'answer', article: 'bollo-scadenza' });
    return screen('sportello-answer');
  },
  'question answered': (opened) => ask(opened, 'quando scade il bollo auto', 'sportello-article'),
  'question with guesses': (opened) => ask(opened, 'bollo', 'sportello-question'),
  'question without answer': (opened) => ask(opened, 'ricetta della carbonara', 'sportello-question'),
  'question of an emergency': (opened) => ask(opened, 'aiuto mia madre non respira', '.emergency'),
  handover: async ({ counter, screen }) => {
    await counter.learn('reading');
    counter.visit.set(searched(counter.visit.value, 'quando scade il bollo auto'));
    counter.go({ name: 'handover', service: 'chat' });
    return screen('sportello-handover');
  },
  'before a call': ({ counter, screen }) => {
    counter.go({ name: 'call-check' });
    return screen('sportello-before-call');
  },
  'home of a closed desk': async ({ show, counter, screen }) => {
    const closed = { state: 'closed', opensAt: OPEN.now + 86_400_000 } as const;
    show({ ...OPEN, services: { chat: closed, lis: { ...closed, reason: { it: 'Sciopero', en: 'Strike' } } } });
    counter.status.stop();
    counter.status.start();
    await counter.later.awaitOpening('chat', true);
    await screen('sportello-home');
  },
  message: openMessage,
  'message with faults': async (opened) => {
    await openMessage(opened);
    button(opened.panel, 'Invia il messaggio').click();
  },
  'message on its way': async (opened) => {
    await sendMessage(opened);
    await until('it waits', () => deep(opened.panel, 'button').some((one) => one.textContent?.includes('Smetti')));
  },
  'receipt of a message': async (opened) => {
    const reach = { by: 'email', email: 'un-indirizzo-molto-lungo-davvero@posta.comune.example.org' } as const;
    const receipt = { number: '2026-000123', receivedAt: OPEN.now, dueAt: OPEN.now + 86_400_000, reach, mailed: true };
    opened.post.answer = { ok: true, receipt };
    await sendMessage(opened);
    await until('the receipt', () => deep(opened.panel, 'output')[0]);
  },
  waiting: ({ talk }) => talk({ phase: WAITING }),
  'waiting with a proposal': (opened) => wait(opened, { propose: 'too-long', longer: true }),
  'waiting near closing time': (opened) => wait(opened, { closing: { at: Date.now() + 600_000, policy: 'message' } }),
  'on the way to somebody else': (opened) => wait(opened, { transferTo: 'Ufficio relazioni con il pubblico' }),
  'on hold': async ({ talk, panel }) => {
    await talk({ phase: { ...LIVE, hold: { since: 0, who: 'Ufficio relazioni con il pubblico' } } }, MESSAGES);
    await until('the word', () => deep(panel, 'sportello-patience .notice, .notice')[0]);
  },
  'chat with files': async ({ talk, panel, shelf }) => {
    const file = { id: 'file-0001', name: 'un-nome-di-file-molto-lungo-davvero.pdf', type: 'application/pdf' } as const;
    await talk({ phase: LIVE }, [message(1, { attachments: [{ ...file, bytes: 2_400_000 }] })]);
    await until('the file', () => deep(panel, '[aria-label^=Scarica]')[0]);
    const composer = deep<Composer>(panel, 'sportello-composer')[0];
    await composer?.attach([new File(['x'], file.name, { type: file.type }), new File(['x'], 'programma.exe')]);
    await until('on its way', () => shelf.uploads.length === 1);
    shelf.refuse('no-answer');
    await until('it waits', () => deep(panel, 'li').some((one) => one.textContent?.includes('aspetta la rete')));
  },
  chat: ({ talk }) => talk({ phase: LIVE, read: { citizen: 0, operator: 1 } }, MESSAGES),
  'chat while the operator is away': ({ talk }) => talk({ phase: { ...LIVE, operatorConnected: false } }, MESSAGES),
  'asked whether to close': async ({ talk, panel }) => {
    await talk({ phase: LIVE }, MESSAGES);
    button(panel, 'Chiudi la conversazione').click();
  },
  end: async ({ talk, panel }) => {
    await talk({ phase: CLOSED }, MESSAGES);
    await until('the end', () => deep(panel, 'sportello-stars')[0]?.shadowRoot);
  },
  'without a network': async (opened) => {
    await opened.talk({ phase: LIVE }, MESSAGES);
    opened.far.connect({ name: 'offline' });
    await until('the word', () => deep(opened.panel, '.line')[0]?.textContent?.includes('senza rete'));
  },
};

async function openMessage({ counter, screen, panel }: Opened): Promise<void> {
  counter.go({ name: 'message', service: 'chat' });
  await screen('sportello-message');
  await until('the form', () => deep(panel, 'form')[0]);
}

async function sendMessage(opened: Opened): Promise<void> {
  await openMessage(opened);
  (await opened.counter.later.message()).change({ text: 'Una domanda', email: 'ada@example.org' });
  button(opened.panel, 'Invia il messaggio').click();
}

async function wait({ talk, panel }: Opened, change: Partial<typeof WAITING>): Promise<void> {
  await talk({ phase: { ...WAITING, ...change } }, MESSAGES);
  await until('the words', () => deep(panel, 'sportello-patience')[0]?.shadowRoot?.childElementCount);
}

async function ask(opened: Opened, question: string, awaited: string): Promise<void> {
  opened.counter.go({ name: 'question', question });
  const view = await opened.screen('sportello-question');
  await until(`${awaited} for «${question}»`, () => view.outcome && deep(opened.panel, awaited)[0]);
}

async function show(name: string, options: PanelOptions = {}): Promise<Opened> {
  const opened = await openPanel(options);
  await until('articles', () => opened.counter.shelf.value.name === 'ready');
  await SCREENS[name]?.(opened);
  await opened.panel.updateComplete;
  return opened;
}

afterEach(clearPage);

describe('every screen', () => {
  for (const name of Object.keys(SCREENS)) {
    it(`AC-1 ${name}: axe finds nothing, in light and in dark`, async () => {
      for (const scheme of ['light', 'dark']) {
        const { panel } = await show(name);
        panel.style.colorScheme = scheme;
        await expectAccessible(panel);
        clearPage();
      }
    });

    it(`AC-2 ${name}: nothing is wider than 320 pixels, no target under 24`, async () => {
      const { panel } = await show(name, { width: 320 });
      equal(tooWide(panel, 320).join('\n'), '');
      equal(tooSmall(panel).join('\n'), '');
    });

    it(`AC-3 ${name}: the keyboard reaches every button and is held nowhere`, async () => {
      const { panel } = await show(name);
      const before = document.createElement('button');
      document.body.prepend(before);
      before.focus();
      const reached = new Set<Element>();
      for (let step = 0; step < 60; step += 1) {
        await sendKeys({ press: 'Tab' });
        const element = focused();
        if (!element || element === document.body || element === before || reached.has(element)) break;
        reached.add(element);
      }
      const missed = allButtons(panel).filter((one) => !reached.has(one));
      equal(missed.map((one) => one.outerHTML.slice(0, 100)).join('\n'), '');
    });
  }
});

/** What can be pressed and is on screen; of a group of radio buttons one stands for all. */
function allButtons(root: Element): Element[] {
  const inside = root.shadowRoot ?? root;
  return [...inside.querySelectorAll('*')].flatMap((element) => {
    if (element.shadowRoot) return allButtons(element);
    const pressed = element.matches('button:not([disabled]), a[href], textarea, input:not([type=radio]), summary');
    return pressed && element.checkVisibility() ? [element] : [];
  });
}

/** Boxes and buttons of which nothing is inside the panel, and which nothing scrolls there. */
function outOfReach(panel: Element): string[] {
  const frame = panel.getBoundingClientRect();
  return allButtons(panel)
    .filter((one) => {
      one.scrollIntoView({ block: 'nearest' });
      const box = one.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return x < frame.left || x > frame.right || y < frame.top || y > frame.bottom;
    })
    .map((one) => `${one.tagName.toLowerCase()} ${one.textContent.trim()}`);
}

describe('little room', () => {
  afterEach(() => (document.documentElement.style.fontSize = ''));

  const ROOMS: Record<string, { font: number; width: number; height: number }> = {
    'letters of 24 pixels on a phone': { font: 24, width: 360, height: 640 },
    'letters of 32 pixels on a phone': { font: 32, width: 360, height: 640 },
    'a phone at 200 %': { font: 16, width: 180, height: 320 },
    'a laptop at 200 %': { font: 16, width: 640, height: 400 },
    'a laptop at 400 %': { font: 16, width: 320, height: 256 },
    'a phone on its side': { font: 16, width: 740, height: 360 },
  };

  const ROOMY = ['home', 'home of a closed desk', 'topic', 'handover', 'message with faults', 'receipt of a message'];
  ROOMY.push('waiting', 'waiting with a proposal', 'on hold', 'chat', 'asked whether to close', 'end');

  for (const [room, { font, width, height }] of Object.entries(ROOMS)) {
    for (const name of ROOMY) {
      it(`AC-12 ${name}, ${room}: everything can be reached, and nothing is scrolled sideways`, async () => {
        document.documentElement.style.fontSize = `${font}px`;
        const { panel } = await show(name, { width, height });
        equal(tooWide(panel, width).join('\n'), '');
        equal(outOfReach(panel).join('\n'), '');
      });
    }

    for (const name of ['waiting', 'on hold', 'chat']) {
      it(`AC-13 ${name}, ${room}: the box one writes in is in sight at once`, async () => {
        document.documentElement.style.fontSize = `${font}px`;
        const { panel } = await show(name, { width, height });
        const [box] = deep(panel, 'textarea');
        const { left, right, top, bottom } = box?.getBoundingClientRect() ?? new DOMRect();
        const frame = panel.getBoundingClientRect();
        equal(left >= frame.left && right <= frame.right && right - left > 40, true);
        equal(top >= frame.top && bottom <= frame.bottom, true);
      });
    }
  }

  it('CH-38 a phone that is turned and turned back shows the end of the log and the box', async () => {
    const many = Array.from({ length: 12 }, (_, index) => message(index + 1, { from: 'citizen' }));
    const { panel, talk } = await openPanel({ width: 740, height: 360 });
    const view = await talk({ phase: LIVE }, many);
    const [log] = deep(panel, '[role=log]');
    for (const one of [view, ...deep<HTMLElement>(panel, '*')]) one.scrollTop = 10_000;
    const turn = async (width: number, height: number): Promise<void> => {
      const frame = panel.getRootNode();
      if (frame instanceof ShadowRoot) frame.host.setAttribute('style', `width: ${width}px`);
      panel.style.height = `${height}px`;
      await until('the end of the log', () => log && log.scrollHeight - log.scrollTop - log.clientHeight < 4);
      const box = deep(panel, 'textarea')[0]?.getBoundingClientRect() ?? new DOMRect();
      const all = panel.getBoundingClientRect();
      equal(box.top >= all.top && box.bottom <= all.bottom, true);
      equal(panel.scrollTop + view.scrollTop, 0);
    };
    await turn(360, 640);
    await turn(740, 360);
  });
});

describe('AC-4 movement', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('stops for those who asked for less of it', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { panel } = await show('home');
    const durations = allButtons(panel).map((one) => getComputedStyle(one).transitionDuration);
    equal(durations.length > 5 && durations.every((duration) => duration === '0s'), true);
  });
});
