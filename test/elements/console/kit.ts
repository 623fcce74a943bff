import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { createApp } from '../../../console/core/app.ts';
import { createServerClock } from '../../../console/core/server-clock.ts';
import type { Credentials } from '../../../console/core/session.ts';
import type { Passwords, PeopleApi } from '../../../console/core/people.ts';
import { createSettings, type SettingsModel } from '../../../console/core/settings.ts';
import { words } from '../../../console/locales/words.ts';
import '../../../console/sportello-console.ts';
import type { Account, Role } from '../../../protocol/account.ts';
import type { ConversationState, Service } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import type { ConsultationView, SideMessage } from '../../../protocol/consultation.ts';
import type { Message } from '../../../protocol/message.ts';
import { createI18n } from '../../../widget/core/i18n.ts';
import { createObservable } from '../../../widget/core/observable.ts';
import { createAttaching, type Attaching } from '../../../widget/core/attaching.ts';
import { createTray } from '../../../widget/core/attachment-tray.ts';
import { createMemoryDrawer, type Drawer } from '../../../widget/core/storage.ts';
import { browserClock, newId } from '../../../widget/io/browser.ts';
import type { Answer, Connection, OperatorWire } from '../../../widget/core/wire.ts';
import { article, conversation, desk, knowledge } from '../../core/console/fixtures.ts';
import { createShownCall, focused } from '../call-helpers.ts';
import { createShownFiles } from '../shown-files.ts';

export { until, focused, expectAccessible, equal } from '../call-helpers.ts';

export const ARTICLES = [
  article('visita-disdire', {
    title: 'Come disdico una visita prenotata?',
    actions: [{ label: 'Disdici', href: 'https://example.org/disdire' }],
  }),
  article('bollo-pagare', {
    topic: 'bollo',
    title: 'Dove pago il bollo auto?',
    summary: [{ type: 'paragraph', children: [{ type: 'text', text: 'Puoi pagare online.' }] }],
  }),
  article('abbonamento-sconto', {
    topic: 'trasporti',
    title: 'Chi ha lo sconto sull’abbonamento?',
    verifyBy: '2026-11-01',
  }),
];

type Handler = (payload: Record<string, unknown>) => Answer | Promise<Answer>;

export interface ShownConsole {
  element: HTMLElementTagNameMap['sportello-console'];
  /** Everything asked of the server, oldest first. */
  asked: { event: string; payload: Record<string, unknown> }[];
  /** The last thing asked with this event. */
  lastAsked(event: string): Record<string, unknown> | undefined;
  /** Answers an event from now on; what has no answer is answered with nothing but `ok`. */
  answer(event: string, handler: Handler): void;
  /** What the server tells: by its name, or in the ways below. */
  tell(event: string, value?: unknown): void;
  desk(state: DeskState): void;
  changed(state: ConversationState): void;
  say(conversationId: string, text: string, from?: 'citizen' | 'operator'): void;
  /** An operator comes, by name. */
  joined(conversationId: string, name: string): void;
  typing(conversationId: string, typing: boolean): void;
  connection(connection: Connection): void;
  visible(visible: boolean): void;
  online(online: boolean): void;
  settings: ReturnType<typeof createSettings>;
  titles: string[];
  chimes(): number;
  calls: ReturnType<typeof createShownCall>[];
  /** A line of a side conversation. */
  aside(message: SideMessage): void;
  /** The far end of file transfer. */
  files: ReturnType<typeof createShownFiles>;
  /** The browser's own keeping: what a reload finds again. */
  drawer: Drawer;
}

export interface ConsoleOptions {
  /** What is in side conversations, by consultation id. */
  sides?: Record<string, Partial<ConsultationView>>;
  /** What an earlier page has kept. */
  drawer?: Drawer;
  /** Until when a promise made now would be kept. */
  dueAt?: number;
  /** Signed in as the desk's own operator when there is one; null begins at the sign-in. */
  state?: DeskState | null;
  settings?: Partial<SettingsModel>;
  signIn?: (credentials: Credentials) => Answer<{ account: Account }>;
  signOut?: () => Answer;
  changePassword?: (passwords: Passwords) => Answer;
  /** What supervisors are answered with over HTTP; what is not given is refused. */
  people?: Partial<PeopleApi>;
  roles?: Role[];
  /** What the account answers; those of the desk's own operator unless told otherwise. */
  skills?: Service[];
  /** What the editors' page is answered with. */
  overview?: () => Answer<{ overview: EditorsOverview }> | Promise<Answer<{ overview: EditorsOverview }>>;
}

const EPOCH = new Date('2026-11-21T10:30:00').getTime();

/** The whole console on the page, with a line that the test speaks on: for drawing only. */
export async function openConsole({
  state = desk(),
  settings = {},
  signIn,
  signOut,
  changePassword,
  people = {},
  roles = [],
  skills,
  overview = () => ({ ok: false, code: 'forbidden' }),
  sides = {},
  drawer = createMemoryDrawer(),
  dueAt = EPOCH + 3 * 86_400_000,
}: ConsoleOptions = {}): Promise<ShownConsole> {
  const asked: ShownConsole['asked'] = [];
  const handlers = new Map<string, Handler>();
  const listeners = new Map<string, Set<(value: never) => void>>();
  const connections = new Set<(connection: Connection) => void>();
  let connection: Connection = { name: 'connected' };
  let current = state;
  let chimes = 0;
  const seqs = new Map(Object.entries(sides).map(([id, side]) => [id, side.sideMessages?.length ?? 0]));
  const calls: ShownConsole['calls'] = [];
  const titles: string[] = [];

  const account = (): Account => ({
    id: 'operator-1',
    name: 'Operatore chat 1',
    skills: skills ?? current?.me.skills ?? ['chat'],
    roles,
    languages: ['it', 'en'],
    offices: [],
  });
  const wire: OperatorWire = {
    get connection() {
      return connection;
    },
    async request(event: string, payload: Record<string, unknown>) {
      asked.push({ event, payload });
      // No line answers before the question is out.
      await Promise.resolve();
      const handler = handlers.get(event);
      if (handler) return (await handler(payload)) as never;
      if (event === 'callback:list') return { ok: true, callbacks: [] } as never;
      if (event === 'desk:enter') return { ok: true, desk: current } as never;
      if (event === 'conversation:sync') return sync(String(payload['conversationId'])) as never;
      if (event === 'consultation:view') return sideView(String(payload['consultationId'])) as never;
      if (event === 'message:send' || event === 'consultation:send') return send(payload) as never;
      if (event === 'message:read') read(payload);
      return { ok: true } as never;
    },
    on(event: string, listener: (value: never) => void) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    onConnection(listener) {
      connections.add(listener);
      return () => connections.delete(listener);
    },
    close() {},
  };

  function tell(event: string, value?: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(value as never);
  }

  function nextSeq(conversationId: string): number {
    const seq = (seqs.get(conversationId) ?? 0) + 1;
    seqs.set(conversationId, seq);
    return seq;
  }

  function sync(conversationId: string): Answer {
    const state = current?.mine.find(({ id }) => id === conversationId);
    return state ? ({ ok: true, conversation: state, messages: [] } as Answer) : { ok: false, code: 'not-found' };
  }

  function send(payload: Record<string, unknown>): Answer {
    const thread = payload['conversationId'] ?? payload['consultationId'];
    return { ok: true, seq: nextSeq(String(thread)), at: EPOCH } as Answer;
  }

  /** Of a question there is what the desk says, and what the test has put there. */
  function sideView(id: string): Answer {
    const own = Object.values(current?.cases ?? {}).flatMap((file) => file.consultation ?? []);
    const consultation = [...own, ...(current?.consultations ?? [])].find((candidate) => candidate.id === id);
    if (consultation === undefined) return { ok: false, code: 'not-found' };
    const state = conversation(consultation.conversationId, { citizenName: 'Nadia' });
    const view = { conversation: state, messages: [], sideMessages: [], ...sides[id] };
    return { ok: true, consultation, ...view } as Answer;
  }

  function read({ conversationId, seq }: Record<string, unknown>): void {
    const state = current?.mine.find(({ id }) => id === conversationId);
    if (state) tell('conversation:changed', { ...state, read: { ...state.read, operator: Number(seq) } });
  }

  const files = createShownFiles();
  const fileDesk = {
    files: files.files,
    makeTray: () => createTray({ files: files.files, clock: browserClock, newId }),
  };
  const attachings = new WeakMap<object, Attaching<Blob>>();
  const kept = createSettings(createMemoryDrawer(), { language: 'it', columns: { left: 288, right: 336 } });
  kept.change(settings);
  const visible = createObservable(true);
  const online = createObservable(true);
  const app = createApp<MediaStreamTrack>({
    i18n: await createI18n({ lang: 'it', resources: words }),
    clock: createServerClock({
      now: () => EPOCH,
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
    newId: () => crypto.randomUUID(),
    api: {
      current: async () => (state === null ? { ok: false, code: 'not-signed-in' } : { ok: true, account: account() }),
      signIn: async (credentials) => signIn?.(credentials) ?? { ok: true, account: account() },
      signOut: async () => (signOut?.() ?? { ok: true }) as Answer,
      changePassword: async (passwords) => (changePassword?.(passwords) ?? { ok: true }) as Answer,
    },
    settings: kept,
    drawer,
    visible,
    online,
    fetchOverview: async () => overview(),
    connect: () => {
      connection = { name: 'connected' };
      return wire;
    },
    people: { ...nobodysPeople, ...people },
    fetchKnowledge: async () => knowledge(ARTICLES),
    createCall: () => {
      const shown = createShownCall({ side: 'operator' });
      calls.push(shown);
      return shown.call;
    },
    fetchDueAt: async () => dueAt,
    attaching(conversation) {
      const attaching = attachings.get(conversation) ?? createAttaching(async () => fileDesk);
      attachings.set(conversation, attaching);
      return attaching;
    },
    chime: () => (chimes += 1),
  });

  document.body.style.margin = '0';
  const element = document.createElement('sportello-console');
  Object.assign(element, { i18n: app.i18n, app, onAttention: (title: string) => titles.push(title) });
  document.body.replaceChildren(element);
  if (state === null) current = desk();
  await app.start();
  await settled();

  return {
    element,
    asked,
    lastAsked: (event) => asked.findLast((request) => request.event === event)?.payload,
    answer: (event, handler) => void handlers.set(event, handler),
    tell,
    desk(next) {
      current = next;
      tell('desk:changed', next);
    },
    changed: (state) => tell('conversation:changed', state),
    joined(conversationId, name) {
      const seq = nextSeq(conversationId);
      const event = 'operator-joined';
      const message: Message = { kind: 'event', conversationId, seq, at: EPOCH, from: 'operator', event, name };
      tell('message:new', message);
    },
    say(conversationId, text, from = 'citizen') {
      const message: Message = {
        kind: 'text',
        conversationId,
        seq: nextSeq(conversationId),
        at: EPOCH,
        from,
        clientId: crypto.randomUUID(),
        text,
      };
      tell('message:new', message);
    },
    aside: (message) => tell('side-message:new', message),
    drawer,
    typing: (conversationId, typing) => tell('typing:changed', { conversationId, from: 'citizen', typing }),
    connection(next) {
      connection = next;
      for (const listener of connections) listener(next);
    },
    visible: (now) => visible.set(now),
    online: (now) => online.set(now),
    files,
    settings: kept,
    titles,
    chimes: () => chimes,
    calls,
  };
}

const forbidden = async () => ({ ok: false, code: 'forbidden' }) as const;

const nobodysPeople: PeopleApi = {
  accounts: forbidden,
  addAccount: forbidden,
  changeAccount: forbidden,
  resetPassword: forbidden,
  offices: forbidden,
  putOffices: forbidden,
};

/** Lets what was drawn be drawn. */
export async function settled(): Promise<void> {
  // Not by animation frames: a page that is not in front has none.
  for (let round = 0; round < 3; round += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** All elements that fit, through all shadow roots, as far as they are to be seen. */
export function all<Found extends HTMLElement = HTMLElement>(selector: string): Found[] {
  const found: Found[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.matches(selector) && element.checkVisibility()) found.push(element as Found);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
}

export function one<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  const [first] = all<Found>(selector);
  if (!first) throw new Error(`nothing fits ${selector}`);
  return first;
}

/** The first that fits and contains these words. */
export function withText(selector: string, text: string): HTMLElement {
  const found = all(selector).find((element) => textOf(element).includes(text));
  if (!found) throw new Error(`no ${selector} says «${text}»: ${all(selector).map(textOf).join(' | ')}`);
  return found;
}

/** What an element says, without the page's indentation. */
export const textOf = (element: Element): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [modifier, plain] = key.split('+');
    if (plain === undefined) await sendKeys({ press: key });
    else {
      await sendKeys({ down: modifier ?? '' });
      await sendKeys({ press: plain });
      await sendKeys({ up: modifier ?? '' });
    }
  }
  await settled();
}

export async function type(text: string): Promise<void> {
  await sendKeys({ type: text });
  await settled();
}

/** The text of the box that has the focus. */
export const typed = (): string => (focused() as HTMLTextAreaElement | null)?.value ?? '';

interface AccessibleNode {
  role: string;
  name?: string;
  children?: AccessibleNode[];
  [fact: string]: unknown;
}

/** The first node of the page's accessibility tree with this role and name, as the browser computes them, once it is there. */
export async function accessible(role: string, name: string | RegExp): Promise<AccessibleNode> {
  const deadline = performance.now() + 4_000;
  for (;;) {
    await settled();
    const tree = (await a11ySnapshot({})) as unknown as AccessibleNode;
    const seen: string[] = [];
    const found = nodeIn(tree, role, name, seen);
    if (found) return found;
    if (performance.now() > deadline)
      throw new Error(`no ${role} named ${String(name)}; there are: ${seen.join(' | ')}`);
  }
}

function nodeIn(node: AccessibleNode, role: string, name: string | RegExp, seen: string[]): AccessibleNode | undefined {
  if (node.role === role) seen.push(node.name ?? '');
  const fits = typeof name === 'string' ? node.name === name : name.test(node.name ?? '');
  if (node.role === role && fits) return node;
  for (const child of node.children ?? []) {
    const found = nodeIn(child, role, name, seen);
    if (found) return found;
  }
  return undefined;
}
