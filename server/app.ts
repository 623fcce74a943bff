import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer, isIP, isIPv6, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { WholeKnowledge } from '../protocol/article.ts';
import { language } from '../protocol/conversation.ts';
import type { EditorsOverview } from '../protocol/editors.ts';
import type { Notice } from '../protocol/notice.ts';
import type { DeskStatus } from '../protocol/status.ts';
import { openAttachments, type Attachments } from './attachments/attachments.ts';
import { createReadingRights } from './attachments/reading-rights.ts';
import { createScan } from './attachments/scanner.ts';
import { createCallDesk, type CallDeskOptions } from './call/call-desk.ts';
import type { Media } from './call/media.ts';
import { createMediasoupMedia } from './call/mediasoup-media.ts';
import { openCallbackDesk } from './callbacks/callback-desk.ts';
import { createChatDesk, type ChatDesk } from './chat/chat-desk.ts';
import { ConfigError, databaseFile, type Config } from './config.ts';
import type { DeskSettings } from './desk/settings.ts';
import { createHttp } from './http/http.ts';
import { createOrigins } from './http/origins.ts';
import { demoFile, demoOperators, putOperators, type Credentials } from './identity/demo-operators.ts';
import { createManagedAccounts } from './identity/managed-accounts.ts';
import { createSessions } from './identity/sessions.ts';
import { openLibrary, type Library } from './knowledge/library.ts';
import { createLog } from './log.ts';
import { createPost, type PostOptions } from './mail/post.ts';
import { createSmtp, type SmtpTimes } from './mail/smtp.ts';
import { createTranscripts } from './mail/transcripts.ts';
import { createGateway } from './realtime/gateway.ts';
import { DEFAULT_LIMITS, type Limits } from './realtime/limits.ts';
import { makeOverview } from './recording/overview.ts';
import { createRecorder, keptSince } from './recording/recorder.ts';
import { DEFAULT_SETTINGS } from './settings/defaults.ts';
import { DEMO_SETTINGS } from './settings/demo-settings.ts';
import { openSettings, type Settings } from './settings/settings-file.ts';
import { createTextRetention } from './recording/text-retention.ts';
import { createSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';

export interface App {
  /** Opens the store, takes up what was going on, and listens. Once. */
  listen(): Promise<Listening>;
  /** Lets go of everything in order; resolves when what was acknowledged is on disk. Idempotent. */
  close(): Promise<void>;
}

export interface Listening {
  host: string;
  port: number;
  /** `http://host:port` */
  url: string;
  /** The operators made for trying it out; none in production. */
  operators: Credentials[];
  /** Whether calls are possible. */
  video: boolean;
}

/** What tests and benchmarks bring instead of the real thing. Who brings a store or media also closes them. */
export interface Overrides {
  store?: Store;
  media?: Media;
  patience?: CallDeskOptions['patience'];
  /** How long the mail server may take. */
  mailTimes?: { smtp?: SmtpTimes; post?: NonNullable<PostOptions['patience']> };
  now?: () => number;
  log?: Logger;
  limits?: Partial<Limits>;
  /** Before what the file says; looked at anew each time. */
  settings?: Partial<DeskSettings>;
  /** Instead of the demo operators. */
  operators?: Credentials[];
  knowledgeDir?: string;
  /** How soon changes in that folder, and in the settings, are seen. */
  watchTimes?: { quietMs?: number; pollMs?: number };
}

/** The composition root: the only place that names an adapter. */
export function createApp(config: Config, overrides: Overrides = {}): App {
  const now = overrides.now ?? Date.now;
  const log = overrides.log ?? createLog(config.logLevel);
  const knowledgeDir = overrides.knowledgeDir ?? join(import.meta.dirname, '../knowledge-base');
  const limits = { ...DEFAULT_LIMITS, ...overrides.limits };
  // Closed in the opposite order of opening, whatever was reached.
  const closers = new AsyncDisposableStack();
  let closing: Promise<void> | undefined;
  let url = '';

  async function openStore(): Promise<Store> {
    if (overrides.store) return overrides.store;
    const store = await createSqliteStore(databaseFile(config.dataDir));
    closers.defer(() => store.close());
    return store;
  }

  async function openMedia(): Promise<Media> {
    if (overrides.media) return overrides.media;
    const { announcedAddress, firstPort, workers } = config.media;
    const media = await createMediasoupMedia({
      // With an address of its own for the outside, the media listen on every interface behind it.
      listenIp: announcedAddress !== null ? '0.0.0.0' : isIP(config.host) ? config.host : '127.0.0.1',
      ...(announcedAddress !== null && { announcedAddress }),
      firstPort,
      ...(workers !== null && { count: workers }),
      log,
    });
    closers.defer(() => media.close());
    return media;
  }

  async function openKnowledge(): Promise<Library> {
    const memory = join(config.dataDir, 'knowledge-last-good.json');
    const library = await openLibrary({ dir: knowledgeDir, memory, now, log, ...overrides.watchTimes });
    closers.defer(() => library.close());
    return library;
  }

  async function openSettingsFile(library: Library): Promise<Settings> {
    const settings = await openSettings({
      ...config.settings,
      defaults: config.mode === 'demo' ? DEMO_SETTINGS : DEFAULT_SETTINGS,
      topics: () => topicsOf(library),
      log,
      ...overrides.watchTimes,
    });
    closers.defer(() => settings.close());
    return settings;
  }

  async function openFiles(store: Store): Promise<Attachments> {
    const { scanCommand, quotaBytes } = config.attachments;
    const dir = join(config.dataDir, 'attachments');
    const attachments = await openAttachments({ dir, store, scan: createScan(scanCommand, log), quotaBytes, now, log });
    closers.defer(() => attachments.close());
    return attachments;
  }

  async function operatorsFor(store: Store): Promise<Credentials[]> {
    if (config.mode === 'production') return [];
    if (!overrides.operators) return demoOperators(store, config.dataDir);
    await putOperators(store, overrides.operators);
    return overrides.operators;
  }

  async function open(): Promise<Listening> {
    refuseDemoData(config);
    // First and alone: what another server on this port has taken as well would be told before it.
    await refuseBusyPort(config);
    const { retentionDays, editBase } = config;
    // One after the other: what fails must find everything before it open, and nothing after it still opening.
    const store = await openStore();
    const library = await openKnowledge();
    const recorder = createRecorder({ store, knowledge: () => published(library), retentionDays, now, log });
    closers.defer(() => recorder.close());
    const overview = async (): Promise<EditorsOverview> => {
      const since = keptSince(now(), retentionDays);
      const [questions, feedback] = [await store.questionsSince(since.at), await store.feedbackSince(since.day)];
      const edition = library.edition();
      return makeOverview({ edition, dir: knowledgeDir, questions, feedback, now: now(), retentionDays, editBase });
    };
    const settingsFile = await openSettingsFile(library);
    const settings = (): DeskSettings =>
      overrides.settings ? { ...settingsFile.value(), ...overrides.settings } : settingsFile.value();
    const attachments = await openFiles(store);
    const retention = createTextRetention({
      store,
      sweepFiles: attachments.sweep,
      days: config.textRetentionDays,
      now,
      log,
    });
    closers.defer(() => retention.close());
    const operators = await operatorsFor(store);
    const media = await openMedia();
    const sessions = createSessions({ store, now });
    const accounts = createManagedAccounts({
      store,
      offices: () => settings().offices.map(({ id }) => id),
      onChange(account) {
        desk.accountChanged(account);
        void gateway.recheckSessions();
      },
    });
    const origins = createOrigins(config, (origin) =>
      log.info({ origin }, 'a page of this origin was refused: if the site is yours, add it to SPORTELLO_ORIGINS'),
    );
    const http = createServer();
    // Before the gateway: Socket.IO keeps its own requests from whoever listens already, and from nobody after it.
    http.on(
      'request',
      createHttp({
        config,
        origins,
        sessions,
        accounts,
        settings,
        settingsFile,
        limits,
        attachments,
        mayHave: createReadingRights({ store, now }),
        leave: (message) => callbacks.leave(message),
        consultations: {
          byLink: (secret) => desk.consultations.byLink(secret),
          answerByLink: (secret, text) => desk.consultations.answerByLink(secret, text),
        },
        onSignOut: (secret) => gateway.dropSession(secret),
        status: () => statusOf(desk, config, now(), library.notices(), callbacks.dueAt()),
        knowledge: (lang) => library.knowledge(lang),
        lisDir: join(knowledgeDir, 'lis'),
        recorder,
        overview,
        video: () => calls.available(),
        log,
      }),
    );
    const callbacksChanged = (): void => desk.callbacksChanged();
    const { trustedProxies, desk: deskConfig } = config;
    const { sessionCheckMs } = deskConfig;
    const gateway = createGateway({ http, sessions, origins, limits, trustedProxies, sessionCheckMs, log });
    const calls = createCallDesk({
      media,
      now,
      log,
      ...(overrides.patience && { patience: overrides.patience }),
      onChange: (id) => desk.callChanged(id),
    });
    closers.defer(() => calls.close());
    const { mailTimes } = overrides;
    const deliver = createSmtp(config.mail, mailTimes?.smtp);
    const patience = mailTimes?.post && { patience: mailTimes.post };
    const post = createPost({ store, deliver, onChange: callbacksChanged, now, log, ...patience });
    closers.defer(() => post.close());
    const callbacks = await openCallbackDesk({
      store,
      post,
      settings,
      leaveWaiting: (token, write) => desk.leaveMessage(token, write),
      onChange: callbacksChanged,
      now,
      log,
    });
    closers.defer(() => callbacks.close());
    // Nothing is awaited between the callbacks and the desk that they tell.
    const desk: ChatDesk = createChatDesk({
      store,
      calls,
      voice: gateway.voice,
      notices: library.notices,
      post,
      board: callbacks,
      publicUrl: () => config.publicUrl ?? url,
      config: deskConfig,
      settings,
      now,
      log,
    });
    closers.defer(() => desk.close());
    closers.defer(() => gateway.close());
    // Before the server below waits for whoever is still sending a file.
    closers.defer(() => attachments.close());
    library.follow(desk.noticesChanged);
    // The offices, the replies and what one may take are on every desk.
    settingsFile.follow(desk.noticesChanged);
    await desk.recover();
    gateway.open({
      chat: desk,
      callbacks: callbacks.actions,
      mailTranscript: createTranscripts({ store, post, settings }),
    });
    const { port } = await listenOn(http, config);
    const host = isIPv6(config.host) ? `[${config.host}]` : config.host;
    url = `http://${host}:${port}`;
    return { host: config.host, port, url, operators, video: calls.available() };
  }

  const close = (): Promise<void> => (closing ??= closers.disposeAsync());

  return {
    async listen() {
      try {
        return await open();
      } catch (error) {
        await close();
        throw error;
      }
    },
    close,
  };
}

/** What people tried out is not to be counted, and the demo operators' passwords were on a screen. */
function refuseDemoData({ mode, dataDir }: Config): void {
  if (mode === 'production' && existsSync(demoFile(dataDir))) {
    throw new ConfigError(`${dataDir} was made in demo mode: choose another folder with SPORTELLO_DATA`);
  }
}

function topicsOf(library: Library): string[] {
  const [italian] = library.edition().languages;
  return italian?.knowledge.topics.map(({ id }) => id) ?? [];
}

function published(library: Library): WholeKnowledge[] {
  return language.options.flatMap((lang) => library.knowledge(lang) ?? []);
}

function statusOf(
  desk: ChatDesk,
  { privacyUrl, mail }: Config,
  now: number,
  notices: Notice[],
  due: number,
): DeskStatus {
  const services = { chat: desk.serviceNow('chat'), lis: desk.serviceNow('lis') };
  return { now, services, message: { dueAt: due }, privacyUrl, mail: mail.server !== null, notices };
}

/** @throws what listening on a port that is taken, or may not be had, throws */
function refuseBusyPort({ host, port }: Config): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createTcpServer().once('error', reject);
  probe.listen({ host, port }, () => probe.close(() => resolve()));
  return promise;
}

function listenOn(http: ReturnType<typeof createServer>, { host, port }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ host, port, backlog: 4096 }, () => resolve(http.address() as AddressInfo));
  });
}
