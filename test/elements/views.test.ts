import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { ConversationState } from '../../protocol/conversation.ts';
import { searched } from '../../widget/core/visit.ts';
import {
  button,
  clearPage,
  deep,
  equal,
  expectAccessible,
  focused,
  LIVE,
  message,
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
  waiting: ({ talk }) => talk({ phase: WAITING }),
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

describe('AC-4 movement', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('stops for those who asked for less of it', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const { panel } = await show('home');
    const durations = allButtons(panel).map((one) => getComputedStyle(one).transitionDuration);
    equal(durations.length > 5 && durations.every((duration) => duration === '0s'), true);
  });
});
