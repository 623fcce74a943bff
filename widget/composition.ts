import { createAttaching, type Attaching, type FileDesk } from './core/attaching.ts';
import { createCitizenCall } from './core/citizen-call.ts';
import { createHelpDesk } from './core/help-desk.ts';
import { startHerald } from './core/herald.ts';
import { createI18n } from './core/i18n.ts';
import { createLater, followLater } from './core/later.ts';
import { watchNews } from './core/news.ts';
import { createObservable } from './core/observable.ts';
import type { SearchLog } from './core/search-log.ts';
import { present } from './core/route.ts';
import { createApi } from './io/api.ts';
import { browserClock, newId, onReturn, openDrawer, vibrate } from './io/browser.ts';
import { words } from './locales/words.ts';
import type { Inside, Surroundings } from './sportello-widget.ts';
import type { Counter } from './views/counter.ts';
import './views/panel.ts';

/** What the first click makes: everything is put together here, and what needs more code fetches it when it is needed. */
export async function compose({ lang, server, onDismiss }: Surroundings): Promise<Inside> {
  const api = createApi(server);
  const i18n = await createI18n({ lang, resources: words.panel });
  const desk = createHelpDesk({
    i18n,
    clock: browserClock,
    newId,
    shared: openDrawer('localStorage'),
    own: openDrawer('sessionStorage'),
    fetchStatus: () => api.status(),
    fetchKnowledge: (wanted) => api.knowledge(wanted),
    fetchTexts: (wanted, version) => api.texts(wanted, version),
    loadSearch: async () => (await import('./search/index.ts')).prepareSearch,
    connect: async () => (await import('./io/socket.ts')).createWire({ url: server, namespace: '/citizen' }),
  });

  const call = createCitizenCall({
    citizen: desk.citizen,
    make: async (wire) => {
      const [{ composeCall }] = await Promise.all([import('./composition-of-calls.ts'), i18n.extend(words.call)]);
      return composeCall(wire);
    },
  });
  const later = createLater({
    watch: async (reopening) => {
      const { createReopeningWatch } = await import('./core/reopening.ts');
      return createReopeningWatch({
        fetchStatus: () => api.status(),
        clock: browserClock,
        reopening,
        seen: desk.status,
      });
    },
    makeMessage: async () => (await import('./composition-of-messages.ts')).composeMessages(server),
  });
  const attachings = new WeakMap<object, Attaching<Blob>>();
  let files: FileDesk<Blob> | undefined;
  const fetchFiles = async (): Promise<FileDesk<Blob>> => {
    const [{ composeFiles }] = await Promise.all([import('./composition-of-files.ts'), i18n.extend(words.files)]);
    return (files ??= composeFiles({ server, token: desk.citizen.token }));
  };
  let reports: Promise<SearchLog> | undefined;
  const panel = document.createElement('sportello-panel');
  const counter: Counter = {
    ...desk,
    call,
    later,
    wide: createObservable(false),
    learn: (what) => i18n.extend(words[what]),
    say: (what) => panel.say(what),
    attaching(to) {
      const attaching = attachings.get(to) ?? createAttaching(fetchFiles);
      attachings.set(to, attaching);
      return attaching;
    },
    reports: () =>
      (reports ??= import('./composition-of-reports.ts').then(({ composeReports }) => composeReports(server, desk))),
    dismiss: onDismiss,
  };
  panel.i18n = i18n;
  panel.counter = counter;

  let isOpen = false;
  const isConversationOnScreen = (): boolean => isOpen && present(desk.trail.value).name === 'conversation';
  const silence = startHerald({
    citizen: desk.citizen,
    i18n,
    clock: browserClock,
    isReadingLog: isConversationOnScreen,
    say: counter.say,
    nudge: vibrate,
  });
  // What came while a phone slept is there at once, not when its timers have noticed.
  const stopWatching = onReturn(() => {
    const session = desk.citizen.value;
    if (session.name === 'open') void session.conversation.refresh();
    later.refresh();
  });
  // A conversation found again is what the citizen wants to see first.
  const forget = desk.citizen.subscribe(() => {
    if (desk.citizen.value.name === 'open') desk.go({ name: 'conversation' });
  });
  // No camera is on behind a closed panel, or another screen.
  const attend = (): void => call.attend(isConversationOnScreen());
  const stopAttending = desk.trail.subscribe(attend);
  // The list below the bar says the same as the bar.
  const stopFollowing = later.reopening.subscribe(() => desk.status.refresh());
  const stopLater = followLater(later, desk.trail, i18n, (what) => isOpen && counter.say(what));
  void desk.citizen.restore();

  return {
    panel,
    news: watchNews(desk.citizen, i18n, later),
    wide: counter.wide,
    lang: {
      get value() {
        return i18n.lang;
      },
      subscribe: i18n.subscribe,
    },
    handleOpen() {
      isOpen = true;
      desk.open();
      later.notice('seen');
      attend();
    },
    restore: () => void desk.citizen.restore(),
    handleClose() {
      isOpen = false;
      // No camera stays on behind a closed panel: back to before the look at oneself.
      if (present(desk.trail.value).name === 'call-check') desk.back();
      desk.rest();
      attend();
      void reports?.then((log) => log.flush());
    },
    close() {
      silence();
      stopWatching();
      forget();
      stopAttending();
      stopLater();
      stopFollowing();
      later.close();
      void reports?.then((log) => log.close());
      call.close();
      desk.close();
    },
  };
}
