import type { ArticleTexts, Knowledge } from '../../protocol/article.ts';
import type { Language, Service } from '../../protocol/conversation.ts';
import type { DeskStatus } from '../../protocol/status.ts';
import type { prepareSearch, Search } from '../search/index.ts';
import { createCitizenDesk, type CitizenDesk, type CitizenDeskOptions } from './citizen-session.ts';
import type { I18n } from './i18n.ts';
import { createKnowledgeShelf, type KnowledgeShelf } from './knowledge-shelf.ts';
import { createObservable, type Observable, type WritableObservable } from './observable.ts';
import { goBack, goTo, START, type Route, type Trail } from './route.ts';
import { createStatusWatch, type StatusWatch } from './status-watch.ts';
import { EMPTY_VISIT, handedOver, type Visit } from './visit.ts';
import type { Answer } from './wire.ts';

export interface HelpDeskPorts extends CitizenDeskOptions {
  i18n: I18n;
  /** Rejects when the server cannot be reached. */
  fetchStatus: () => Promise<DeskStatus>;
  /** Null for a language that is not there; rejects when the server cannot be reached. */
  fetchKnowledge: (lang: string) => Promise<Knowledge | null>;
  /** What is read of articles that are opened. Null for a version that is no longer there. */
  fetchTexts: (lang: string, version: string) => Promise<ArticleTexts | null>;
  /** The search engine's code, fetched when first needed. */
  loadSearch: () => Promise<typeof prepareSearch>;
}

/** All that the citizen's screens stand on. */
export interface HelpDesk {
  readonly i18n: I18n;
  readonly trail: Observable<Trail>;
  readonly visit: WritableObservable<Visit>;
  readonly shelf: KnowledgeShelf;
  readonly status: StatusWatch;
  readonly citizen: CitizenDesk;
  /** The sign-language call comes first on every screen. */
  readonly lisFirst: WritableObservable<boolean>;
  go(route: Route): void;
  back(): void;
  /** Somebody looks: fetches the articles if need be, and keeps the desk's state up to date. Idempotent. */
  open(): void;
  /** Nobody looks any more; a conversation goes on. Idempotent. */
  rest(): void;
  /** Starts a conversation, handing over what the citizen agreed to, and shows it. */
  startConversation(service: Service): Promise<Answer>;
  /** The engine over the present knowledge. Rejects when its code or the knowledge cannot be had. */
  search(): Promise<Search>;
  /** An engine over other knowledge than the shelf's. Rejects when its code cannot be had. */
  prepareSearch(...knowledge: [Knowledge, ...Knowledge[]]): Promise<Search>;
  /** For what needs articles beyond the shelf's. */
  readonly fetchKnowledge: HelpDeskPorts['fetchKnowledge'];
  readonly fetchTexts: HelpDeskPorts['fetchTexts'];
  changeLanguage(lang: string): Promise<void>;
  /** Lets go of everything. Idempotent. */
  close(): void;
}

export function createHelpDesk(ports: HelpDeskPorts): HelpDesk {
  const { i18n, clock } = ports;
  const trail = createObservable<Trail>(START);
  const shelf = createKnowledgeShelf(ports.fetchKnowledge);
  const citizen = createCitizenDesk(ports);
  const status = createStatusWatch(ports.fetchStatus, clock);
  const visit = createObservable<Visit>(EMPTY_VISIT);
  const phase = (): string | undefined => citizen.model.value?.state.phase.name;
  const isTalking = (): boolean => phase() === 'waiting' || phase() === 'live';
  /** Who is in a conversation is not asked to begin one; from a live one a call may be asked for. */
  const go = (route: Route): void => {
    // What is over makes room for the next; before the look at oneself, whose camera would go with it.
    if (route.name === 'call-check' && phase() === 'closed') citizen.finish();
    const mayCall = phase() === 'live' && !citizen.model.value?.state.call;
    const begins = route.name === 'handover' || (route.name === 'call-check' && !mayCall);
    trail.set(goTo(trail.value, begins && isTalking() ? { name: 'conversation' } : route));
  };
  let fetching: Promise<void> | undefined;
  let engine: { knowledge: Knowledge; search: Promise<Search> } | undefined;
  const pause = (): Promise<void> => new Promise((resolve) => clock.after(0, resolve));

  function fill(): Promise<void> {
    if (shelf.value.name !== 'ready') fetching ??= shelf.load(i18n.lang).finally(() => (fetching = undefined));
    return fetching ?? Promise.resolve();
  }

  const prepare: HelpDesk['prepareSearch'] = async (...knowledge) => (await ports.loadSearch())(pause, ...knowledge);

  async function search(): Promise<Search> {
    await Promise.all([ports.loadSearch(), fill()]);
    const now = shelf.value;
    if (now.name !== 'ready') throw new Error('the knowledge has not arrived');
    if (engine?.knowledge !== now.knowledge) engine = { knowledge: now.knowledge, search: prepare(...now.sources) };
    // Who looks for an answer will read one.
    void import('./article-texts.ts').then(
      ({ textsFor }) => textsFor({ shelf, i18n, fetchTexts: ports.fetchTexts }),
      Boolean,
    );
    return engine.search;
  }

  return {
    i18n,
    trail,
    visit,
    shelf,
    status,
    citizen,
    lisFirst: createObservable(false),
    go,
    back: () => trail.set(goBack(trail.value)),
    open() {
      status.start();
      void fill();
    },
    rest: () => status.stop(),
    search,
    prepareSearch: prepare,
    fetchKnowledge: ports.fetchKnowledge,
    fetchTexts: ports.fetchTexts,
    async startConversation(service) {
      const { name } = visit.value;
      if (phase() === 'closed') citizen.finish();
      const language: Language = i18n.lang === 'en' ? 'en' : 'it';
      const answer = await citizen.start({ service, language, name: name.trim(), context: handedOver(visit.value) });
      if (answer.ok) go({ name: 'conversation' });
      return answer;
    },
    async changeLanguage(lang) {
      await i18n.change(lang);
      await shelf.load(i18n.lang);
    },
    close() {
      status.stop();
      citizen.close();
    },
  };
}

/** In which order the channels stand. */
export function channelOrder(lisFirst: boolean): readonly Service[] {
  return lisFirst ? ['lis', 'chat'] : ['chat', 'lis'];
}
