import { Kysely } from 'kysely';
import { pino } from 'pino';
import { createCallDesk } from '../../../../server/call/call-desk.ts';
import type { Media, Room } from '../../../../server/call/media.ts';
import { openCallbackDesk, type CallbackDesk } from '../../../../server/callbacks/callback-desk.ts';
import { createChatDesk, type ChatDesk } from '../../../../server/chat/chat-desk.ts';
import type { Voice } from '../../../../server/chat/voice.ts';
import { DESK_DEFAULTS } from '../../../../server/config.ts';
import type { DeskSettings } from '../../../../server/desk/settings.ts';
import { createPost, type Deliver } from '../../../../server/mail/post.ts';
import { createKyselyStore } from '../../../../server/store/kysely-store.ts';
import { migrate } from '../../../../server/store/migrations/index.ts';
import type { Tables } from '../../../../server/store/schema.ts';
import { constraintOf, NodeSqliteDialect } from '../../../../server/store/sqlite-dialect.ts';
import { openForReading, openForWriting } from '../../../../server/store/sqlite-file.ts';
import type { Store } from '../../../../server/store/store.ts';

/** The real desk with the real store on a real file; what lies outside of it, sockets, media and mail, is played. */
export interface House {
  desk: ChatDesk;
  callbacks: CallbackDesk;
  close(): Promise<void>;
}

export interface HouseOptions {
  store: Store;
  settings: DeskSettings;
  voice: Voice;
  deliver: Deliver;
  /** What the log calls an error. */
  onError: (line: string) => void;
}

export async function openHouse({ store, settings, voice, deliver, onError }: HouseOptions): Promise<House> {
  const now = Date.now;
  const log = pino({ level: 'error' }, { write: onError });
  const shared = { store, settings: () => settings, now, log };
  const callbacksChanged = (): void => desk.callbacksChanged();
  const calls = createCallDesk({ media: playedMedia(), now, log, onChange: (id) => desk.callChanged(id) });
  const post = createPost({ ...shared, deliver, onChange: callbacksChanged });
  const callbacks = await openCallbackDesk({
    ...shared,
    post,
    leaveWaiting: (token, write) => desk.leaveMessage(token, write),
    onChange: callbacksChanged,
  });
  const desk = createChatDesk({
    ...shared,
    calls,
    voice,
    post,
    board: callbacks,
    notices: () => [],
    publicUrl: () => 'https://sportello.example',
    config: DESK_DEFAULTS,
  });
  await desk.recover();
  return {
    desk,
    callbacks,
    async close() {
      await desk.close();
      callbacks.close();
      await post.close();
      await calls.close();
    },
  };
}

/** As the server's own, but for waiting for the disk: what a power cut would cost is proved elsewhere. */
export async function openStore(file: string): Promise<{ store: Store; busy: () => boolean }> {
  const writer = openForWriting(file);
  writer.exec('pragma synchronous = off');
  const writing = new Kysely<Tables>({ dialect: new NodeSqliteDialect(writer) });
  await migrate(writing);
  const reader = openForReading(file);
  const reading = new Kysely<Tables>({ dialect: new NodeSqliteDialect(reader) });
  const close = async (): Promise<void> => {
    await Promise.all([reading.destroy(), writing.destroy()]);
    reader.close();
    writer.close();
  };
  return counted(createKyselyStore({ writing, reading, constraintOf, close }));
}

/** So that virtual time can wait for what the database is doing. */
function counted(store: Store): { store: Store; busy: () => boolean } {
  let underWay = 0;
  const wrap = (method: (...values: unknown[]) => Promise<unknown>) => {
    return async (...values: unknown[]): Promise<unknown> => {
      underWay += 1;
      try {
        return await method(...values);
      } finally {
        underWay -= 1;
      }
    };
  };
  const methods = Object.entries(store).map(([name, method]) => [name, wrap(method as never)]);
  return { store: Object.fromEntries(methods) as Store, busy: () => underWay > 0 };
}

/** A room takes a moment to open, and holds nothing. */
function playedMedia(): Media {
  const nothing = async (): Promise<never> => Promise.reject(new Error('nobody films here'));
  const room: Room = {
    routerRtpCapabilities: {},
    createTransport: nothing,
    connectTransport: nothing,
    restartIce: nothing,
    closeTransport() {},
    produce: nothing,
    setPaused: nothing,
    closeProducer() {},
    consume: nothing,
    startConsumer: nothing,
    closeConsumer() {},
    onLost() {},
    close() {},
  };
  return {
    available: () => true,
    openRoom: () => new Promise((resolve) => void setTimeout(() => resolve(room), 700)),
    close: () => Promise.resolve(),
  };
}
