import type { Article, ArticleHead, ArticleText, WholeKnowledge } from '../../protocol/article.ts';
import type { LeaveMessage, Receipt } from '../../protocol/callback.ts';
import type { ConversationState, Phase, StartedConversation } from '../../protocol/conversation.ts';
import type { Feedback, SearchRecord } from '../../protocol/feedback.ts';
import type { Message, TextMessage } from '../../protocol/message.ts';
import type { DeskStatus } from '../../protocol/status.ts';
import { createAttaching, type Attaching } from '../../widget/core/attaching.ts';
import { createTray } from '../../widget/core/attachment-tray.ts';
import { createCitizenCall } from '../../widget/core/citizen-call.ts';
import { createHelpDesk, type HelpDeskPorts } from '../../widget/core/help-desk.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { createLater } from '../../widget/core/later.ts';
import { createMessageDesk } from '../../widget/core/message-desk.ts';
import { createObservable } from '../../widget/core/observable.ts';
import { createReopeningWatch } from '../../widget/core/reopening.ts';
import { createSearchLog } from '../../widget/core/search-log.ts';
import { createMemoryDrawer, type Drawer } from '../../widget/core/storage.ts';
import type { Answer, CitizenWire, Connection } from '../../widget/core/wire.ts';
import { browserClock, newId } from '../../widget/io/browser.ts';
import { words } from '../../widget/locales/words.ts';
import { prepareSearch } from '../../widget/search/index.ts';
import type { Counter } from '../../widget/views/counter.ts';
import '../../widget/views/panel.ts';
import { createShownCall, mount, until } from './call-helpers.ts';
import { createShownFiles } from './shown-files.ts';

export { createShownFiles } from './shown-files.ts';

export { clearPage, equal, expectAccessible, focused, mount, until } from './call-helpers.ts';

const text = (words: string): Article['summary'] => [{ type: 'paragraph', children: [{ type: 'text', text: words }] }];

export function article(id: string, change: Partial<Article> = {}): Article {
  return {
    id,
    lang: 'it',
    topic: 'bollo',
    title: `Domanda ${id}?`,
    variants: [],
    office: 'Ufficio tributi',
    summary: text('Questa è la risposta breve.'),
    sections: [],
    words: '',
    actions: [],
    sources: [{ label: 'Fonte ufficiale', href: 'https://example.org/fonte' }],
    updated: '2026-11-01',
    verifyBy: '2099-01-01',
    related: [],
    ...change,
  };
}

/** As it travels. */
function inTwo({ office, sections, actions, sources, ...head }: Article): { head: ArticleHead; text: ArticleText } {
  return { head, text: { office, sections, actions, sources } };
}

export const KNOWLEDGE: WholeKnowledge = {
  lang: 'it',
  version: '1',
  topics: [
    { id: 'bollo', title: 'Bollo auto', description: 'Scadenze e pagamento' },
    { id: 'visite', title: 'Visite ed esami', description: 'Prenotazioni' },
  ],
  articles: [
    article('bollo-scadenza', {
      title: 'Quando scade il bollo auto?',
      variants: ['scadenza bollo macchina'],
      sections: [
        {
          name: 'deadlines',
          blocks: [{ type: 'list', ordered: false, items: [text('entro gennaio'), text('entro maggio')] }],
        },
        {
          name: 'steps',
          blocks: [{ type: 'list', ordered: true, items: [text('Guarda il libretto.'), text('Paga.')] }],
        },
      ],
      actions: [
        { label: 'Paga online', href: 'https://example.org/paga' },
        { label: 'Telefona', href: 'tel:061234' },
      ],
      related: ['bollo-pagare'],
    }),
    article('bollo-pagare', {
      title: 'Dove si paga il bollo auto?',
      summary: text('Si paga online o in tabaccheria.'),
    }),
    article('visita-disdire', { topic: 'visite', title: 'Come disdico una visita prenotata?' }),
  ],
  lexicon: [],
  featured: ['bollo-scadenza', 'visita-disdire'],
};

export const OPEN: DeskStatus = {
  now: Date.UTC(2026, 10, 23, 9),
  services: {
    chat: { state: 'open', waiting: 1, estimateMs: 150_000, closesAt: Date.UTC(2026, 10, 23, 16) },
    lis: { state: 'closed', opensAt: Date.UTC(2026, 10, 24, 8) },
  },
  message: { dueAt: Date.UTC(2026, 10, 24, 9) },
  privacyUrl: 'https://example.org/privacy',
  mail: true,
  notices: [],
};

export const WAITING: Extract<Phase, { name: 'waiting' }> = {
  name: 'waiting',
  since: 0,
  position: 2,
  estimateMs: 120_000,
  longer: false,
  maximumAt: null,
  closing: null,
  propose: null,
  transferTo: null,
};
export const LIVE: Extract<Phase, { name: 'live' }> = {
  name: 'live',
  since: 0,
  operator: { id: 'ada', name: 'Ada' },
  operatorConnected: true,
  hold: null,
};

export function conversation(change: Partial<ConversationState> = {}): ConversationState {
  return {
    id: 'conversation-1',
    service: 'chat',
    language: 'it',
    citizenName: null,
    citizenConnected: true,
    startedAt: Date.now(),
    context: { searches: [], articles: [] },
    phase: WAITING,
    call: null,
    lastSeq: 0,
    read: { citizen: 0, operator: 0 },
    ...change,
  };
}

export function message(seq: number, change: Partial<TextMessage> = {}): TextMessage {
  return {
    kind: 'text',
    conversationId: 'conversation-1',
    seq,
    at: Date.now(),
    from: 'operator',
    clientId: `client-${seq}`,
    text: `Messaggio ${seq}`,
    ...change,
  };
}

/** The far end of a citizen's wire: answers what it is told to, and speaks when the test wants. For drawing only. */
export function createShownWire() {
  const asked: { event: string; payload: Record<string, unknown> }[] = [];
  const answers = new Map<string, Answer>();
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  const connections = new Set<(connection: Connection) => void>();
  let connection: Connection = { name: 'connected' };
  const wire = {
    get connection() {
      return connection;
    },
    async request(event: string, payload: Record<string, unknown>): Promise<Answer> {
      asked.push({ event, payload });
      return answers.get(event) ?? { ok: true };
    },
    on(event: string, listener: (value: unknown) => void) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    onConnection(listener: (connection: Connection) => void) {
      connections.add(listener);
      return () => connections.delete(listener);
    },
    close() {},
  };
  return {
    wire: wire as unknown as CitizenWire,
    asked,
    answer: (event: string, answer: Answer) => void answers.set(event, answer),
    tell: (event: string, value: unknown) => listeners.get(event)?.forEach((listener) => listener(value)),
    connect(next: Connection) {
      connection = next;
      connections.forEach((listener) => listener(next));
    },
  };
}

export interface PanelOptions {
  width?: number;
  height?: number;
  lang?: string;
  status?: DeskStatus | null;
  knowledge?: WholeKnowledge | null;
  /** In other languages. */
  others?: WholeKnowledge[];
  /** What is asked for in place of the articles' texts. */
  fetchTexts?: HelpDeskPorts['fetchTexts'];
  shared?: Drawer;
  own?: Drawer;
}

/** The panel on the page, as wide and high as a dialog would make it, over ports that the test speaks on. */
export async function openPanel({
  width = 400,
  height = 700,
  lang = 'it',
  status = OPEN,
  knowledge = KNOWLEDGE,
  others = [],
  fetchTexts,
  shared = createMemoryDrawer(),
  own = createMemoryDrawer(),
}: PanelOptions = {}) {
  const far = createShownWire();
  const said: string[] = [];
  const i18n = await createI18n({ lang, resources: words.panel });
  await i18n.extend(words.call);
  const desk = createHelpDesk({
    i18n,
    clock: browserClock,
    newId,
    shared,
    own,
    fetchStatus: async () => fetchStatus(),
    fetchKnowledge: async (wanted) => {
      if (!knowledge) throw new Error('no knowledge');
      const found = [knowledge, ...others].find((one) => one.lang === wanted);
      return found ? { ...found, articles: found.articles.map((one) => inTwo(one).head) } : null;
    },
    fetchTexts:
      fetchTexts ??
      (async (wanted) => {
        const found = [knowledge, ...others].find((one) => one?.lang === wanted);
        return Object.fromEntries(found?.articles.map((one) => [one.id, inTwo(one).text]) ?? []);
      }),
    loadSearch: async () => prepareSearch,
    connect: async () => far.wire,
  });
  const shownCall = createShownCall({ phase: { name: 'idle' } });
  let dismissed = 0;
  /** What the server would have been told. */
  const told: { feedback: Feedback[]; searches: SearchRecord[] } = { feedback: [], searches: [] };
  const log = createSearchLog({
    visit: desk.visit,
    citizen: desk.citizen,
    sink: {
      feedback: (feedback) => void told.feedback.push(feedback),
      search: (record) => void told.searches.push(record),
    },
  });
  const panel = document.createElement('sportello-panel');
  const shelf = createShownFiles();
  await i18n.extend(words.files);
  const fileDesk = {
    files: shelf.files,
    makeTray: () => createTray({ files: shelf.files, clock: browserClock, newId }),
  };
  const attachings = new WeakMap<object, Attaching<Blob>>();
  let shown = status;
  const fetchStatus = async (): Promise<DeskStatus> => shown ?? Promise.reject(new Error('no status'));
  /** What was left, and how the server answers the next one. */
  const post = {
    left: [] as LeaveMessage[],
    answer: { ok: false, code: 'unavailable' } as Answer<{ receipt: Receipt }>,
  };
  const later = createLater({
    watch: async (reopening) =>
      createReopeningWatch({ fetchStatus, clock: browserClock, reopening, seen: desk.status }),
    makeMessage: async () =>
      createMessageDesk({
        post: async (left) => {
          post.left.push(left);
          return post.answer;
        },
        clock: browserClock,
        newId,
        own,
      }),
  });
  const counter: Counter = {
    ...desk,
    later,
    call: createCitizenCall({ citizen: desk.citizen, make: async () => shownCall.call }),
    wide: createObservable(false),
    learn: (what) => i18n.extend(words[what]),
    attaching: (to) => {
      const attaching = attachings.get(to) ?? createAttaching(async () => fileDesk);
      attachings.set(to, attaching);
      return attaching;
    },
    reports: async () => log,
    say: (what) => void said.push(what),
    dismiss: () => void (dismissed += 1),
  };
  panel.i18n = i18n;
  panel.counter = counter;
  panel.style.height = `${height}px`;
  mount(panel, width);
  desk.open();
  await panel.updateComplete;

  /** The present screen's element, once it has drawn itself. */
  async function screen<Name extends keyof HTMLElementTagNameMap>(name: Name): Promise<HTMLElementTagNameMap[Name]> {
    return until(`${name} on screen`, () => {
      const element = panel.renderRoot.querySelector(name);
      return element?.shadowRoot?.childElementCount ? element : null;
    });
  }

  /** A conversation in this state, with these messages. */
  async function talk(state: Partial<ConversationState> = {}, messages: Message[] = []) {
    const started = { conversation: conversation({ lastSeq: messages.length, ...state }), messages };
    const answer: Answer<StartedConversation> = {
      ok: true,
      token: 'x'.repeat(43),
      expiresAt: Date.now() + 60_000,
      ...started,
    };
    far.answer('conversation:start', answer);
    far.answer('conversation:resume', answer);
    await counter.startConversation(started.conversation.service);
    return screen('sportello-conversation');
  }

  /** The desk is like this from the next look on. */
  const show = (next: DeskStatus): void => void (shown = next);

  return {
    panel,
    counter,
    far,
    said,
    told,
    log,
    screen,
    talk,
    shownCall,
    shelf,
    post,
    own,
    show,
    dismissed: () => dismissed,
  };
}

/** Every element below, through all shadow roots. */
export function deep<Found extends Element>(root: Element, selector: string): Found[] {
  const inside = root.shadowRoot ?? root;
  const here = [...inside.querySelectorAll<Found>(selector)];
  const below = [...inside.querySelectorAll('*')].flatMap((child) =>
    child.shadowRoot ? deep<Found>(child, selector) : [],
  );
  return [...here, ...below];
}

export function find<Found extends Element = HTMLElement>(root: Element, selector: string): Found {
  const [found] = deep<Found>(root, selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** The button whose visible or hidden words contain these. */
export function button(root: Element, label: string): HTMLButtonElement {
  const found = deep<HTMLButtonElement>(root, 'button').find((one) =>
    `${one.getAttribute('aria-label') ?? ''} ${one.textContent}`.replace(/\s+/gu, ' ').includes(label),
  );
  if (!found) throw new Error(`no button «${label}»`);
  return found;
}

/** What is wider than the place it is in: nothing may be, or one would have to scroll sideways. */
export function tooWide(root: Element, width: number): string[] {
  const left = root.getBoundingClientRect().left;
  return deep<HTMLElement>(root, '*')
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const hidden = element.closest('.visually-hidden') !== null || box.width === 0;
      return !hidden && box.right > left + width + 0.5;
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent?.slice(0, 40)}`);
}

/** Targets under 24 by 24 pixels (WCAG 2.5.8), except links inside a sentence. */
export function tooSmall(root: Element): string[] {
  return deep<HTMLElement>(root, 'button, input, textarea, a.button, summary')
    .filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 && (width < 24 || height < 24);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
