import type { Knowledge } from '../../protocol/article.ts';
import { hasDesk, type Account } from '../../protocol/account.ts';
import type { Attaching } from '../../widget/core/attaching.ts';
import type { CallClient } from '../../widget/core/call-client.ts';
import type { CallWire } from '../../widget/core/call-ports.ts';
import { createConversation } from '../../widget/core/conversation.ts';
import type { I18n } from '../../widget/core/i18n.ts';
import { createKnowledgeShelf, type KnowledgeShelf } from '../../widget/core/knowledge-shelf.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Drawer } from '../../widget/core/storage.ts';
import type { OperatorWire } from '../../widget/core/wire.ts';
import { prepareSearch, type Search } from '../../widget/search/index.ts';
import { createCalls } from './calls.ts';
import { createCaseNotes } from './case-notes.ts';
import { createDesk, type Desk } from './desk.ts';
import { createDeskPages, type DeskPages } from './desk-pages.ts';
import { createEditors, type Editors, type EditorsOptions } from './editors.ts';
import { createLastingWire, type LastingWire } from './lasting-wire.ts';
import { createLeftovers } from './leftovers.ts';
import { makesSound } from './attention.ts';
import type { PeopleApi } from './people.ts';
import { placesOf, type Place } from './places.ts';
import type { ServerClock } from './server-clock.ts';
import { createSession, type Session, type SessionApi } from './session.ts';
import type { Settings } from './settings.ts';
import { createSideTalk, sideKeys } from './side-talk.ts';

/** What the console is made of; main.ts passes the browser's. */
export interface AppPorts<Track> extends Pick<EditorsOptions, 'fetchOverview' | 'online'> {
  i18n: I18n;
  clock: ServerClock;
  newId: () => string;
  api: SessionApi;
  settings: Settings;
  /** Lives as long as the tab: drafts, unsent texts, the call one was in, the place one was at. */
  drawer: Drawer;
  /** Whether the page can be seen. */
  visible: Observable<boolean>;
  connect(): OperatorWire;
  /** For supervisors; others are refused. */
  people: PeopleApi;
  fetchKnowledge(language: string): Promise<Knowledge | null>;
  /** Until when a promise made now would be kept, epoch ms; null when the server does not say. */
  fetchDueAt(): Promise<number | null>;
  /** Files to and from one conversation; the same conversation has the same tray. The bodies are the browser's. */
  attaching(conversation: object): Attaching<unknown>;
  createCall(wire: CallWire): CallClient<Track>;
  chime(): void;
}

export interface App<Track> extends Pick<
  AppPorts<Track>,
  'i18n' | 'clock' | 'settings' | 'visible' | 'online' | 'fetchDueAt' | 'attaching' | 'people'
> {
  readonly session: Session;
  /** Null while nobody is signed in who answers citizens. */
  readonly desk: Observable<Desk<Track> | null>;
  /** What the pages beside the desk stand on; null where there is no desk. */
  readonly pages: Observable<DeskPages | null>;
  /** Null while nobody is signed in who looks after the articles. */
  readonly editors: Observable<Editors | null>;
  /** The place on screen, one of `places`. */
  readonly place: Observable<Place>;
  readonly places: readonly Place[];
  readonly shelf: KnowledgeShelf;
  /** Null until the articles are there. */
  readonly search: Observable<Search | null>;
  /** Shows a place, and what is new there. The desk goes on meanwhile. */
  go(place: Place): void;
  start(): Promise<void>;
}

/** The articles' own language: operators search and insert these. */
const KNOWLEDGE_LANGUAGE = 'it';
/** Where the tab keeps which conversation was on screen. */
const SELECTED = 'selected';
/** Where the tab keeps which place was on screen. */
const PLACE = 'place';
const KNOWLEDGE_RETRY_MS = 10_000;

export function createApp<Track>(ports: AppPorts<Track>): App<Track> {
  const { i18n, clock, settings, visible, drawer } = ports;
  const session = createSession(ports.api);
  const desk = createObservable<Desk<Track> | null>(null);
  const pages = createObservable<DeskPages | null>(null);
  const editors = createObservable<Editors | null>(null);
  const place = createObservable<Place>('desk');
  const search = createObservable<Search | null>(null);
  const shelf = createKnowledgeShelf((language) => ports.fetchKnowledge(language));
  const leftovers = createLeftovers(drawer);
  let seat: { account: Account; places: readonly Place[]; wire: LastingWire | null } | null = null;

  function openDesk(me: Account): LastingWire {
    const wire = createLastingWire(() => ports.connect());
    const { newId } = ports;
    const opened = createDesk<Track>({
      wire,
      clock,
      calls: createCalls({ create: () => ports.createCall(wire), drawer }),
      leftovers,
      notes: createCaseNotes({ wire, clock, drawer }),
      selected: drawer.get(SELECTED),
      openConversation: (view, catchUp) =>
        createConversation({
          wire,
          me: 'operator',
          view,
          clock,
          newId,
          drawer,
          catchUp: (lastSeq) => catchUp(view.conversation.id, lastSeq),
        }),
      openSideTalk: (consultation, fetchView) =>
        createSideTalk({ consultation, me, wire, clock, newId, drawer, fetchView }),
      forget,
      forgetSideTalk: ({ id }) => Object.values(sideKeys(id)).forEach((key) => drawer.remove(key)),
      onNotice: (notice) => settings.value.sound && makesSound(notice) && ports.chime(),
      onSessionEnded: () => session.end(),
    });
    opened.subscribe(() => drawer.set(SELECTED, opened.value.selected ?? ''));
    pages.set(
      createDeskPages({
        wire,
        clock,
        drawer,
        newId,
        me: me.id,
        remind: ({ stage, callback: { id, number, citizenName } }) =>
          opened.tell({ kind: 'callback', stage, callbackId: id, number, citizenName }),
        onSessionEnded: () => session.end(),
      }),
    );
    desk.set(opened);
    if (shelf.value.name !== 'ready') void loadArticles();
    return wire;
  }

  function openPlaces(account: Account): void {
    const places = placesOf(account);
    const kept = places.find((candidate) => candidate === drawer.get(PLACE));
    place.set(kept ?? places[0] ?? 'desk');
    if (places.includes('editors')) {
      editors.set(createEditors({ ...ports, onSessionEnded: () => session.end() }));
    }
    seat = { account, places, wire: hasDesk(account) ? openDesk(account) : null };
  }

  /** What is read there should be so now: asked for when one comes to it, and not while one reads. */
  function lookAtEditors(): void {
    if (place.value === 'editors' && visible.value) void editors.value?.refresh();
  }

  function forget(conversationId: string): void {
    drawer.remove(`draft:${conversationId}`);
    drawer.remove(`outbox:${conversationId}`);
  }

  /** Whoever sits here next must find nothing of it. */
  function closePlaces(): void {
    pages.value?.close();
    pages.set(null);
    desk.value?.close();
    desk.value?.value.order.forEach(forget);
    leftovers.clear();
    desk.set(null);
    editors.value?.close();
    editors.set(null);
    seat = null;
  }

  /** The same person back at the same desk goes on where they were; another one finds an empty desk. */
  function seatOperator(account: Account): void {
    if (seat?.account.id === account.id) seat.wire?.renew();
    else {
      closePlaces();
      openPlaces(account);
    }
    lookAtEditors();
  }

  const pause = (): Promise<void> => new Promise((resolve) => clock.after(0, resolve));

  async function loadArticles(): Promise<void> {
    await shelf.load(KNOWLEDGE_LANGUAGE);
    if (shelf.value.name === 'ready') search.set(await prepareSearch(pause, shelf.value.knowledge));
    else clock.after(KNOWLEDGE_RETRY_MS, () => void loadArticles());
  }

  settings.subscribe(() => void i18n.change(settings.value.language));
  session.subscribe(() => {
    const { value } = session;
    if (value.name === 'signed-in') seatOperator(value.account);
    else if (value.name === 'signed-out') closePlaces();
  });

  visible.subscribe(lookAtEditors);

  return {
    i18n,
    clock,
    settings,
    visible,
    online: ports.online,
    fetchDueAt: () => ports.fetchDueAt(),
    attaching: (conversation) => ports.attaching(conversation),
    people: ports.people,
    session,
    desk,
    pages,
    editors,
    place,
    get places() {
      return seat?.places ?? [];
    },
    shelf,
    search,
    go(wanted) {
      if (!seat?.places.includes(wanted)) return;
      drawer.set(PLACE, wanted);
      place.set(wanted);
      lookAtEditors();
    },
    start: () => session.start(),
  };
}
