import type { Service } from '../../protocol/conversation.ts';
import type { I18n } from './i18n.ts';
import type { MessageDesk } from './message-desk.ts';
import { createObservable, type Observable, type Unsubscribe, type WritableObservable } from './observable.ts';
import type { ReopeningWatch } from './reopening.ts';
import { present, type Trail } from './route.ts';

/** Who wants to be told, in this visit, that a service has opened. In memory only. */
export interface Reopening {
  awaited: readonly Service[];
  /** Open now, after it was waited for, until the citizen goes there. */
  opened: Service | null;
  /** The citizen has opened the panel since. */
  seen: boolean;
  /** What could not be begun, because its code did not arrive. */
  failed: Service | null;
}

const NOTHING: Reopening = { awaited: [], opened: null, seen: true, failed: null };

/** What a citizen can do where nobody answers now. Its code is fetched when it is first wanted. */
export interface Later {
  readonly reopening: Observable<Reopening>;
  /** Where its code cannot be fetched, `reopening` says so. */
  awaitOpening(service: Service, on: boolean): Promise<void>;
  /** The citizen has gone where it was told of, or looks at it. */
  notice(what: 'seen' | 'gone'): void;
  /** Looks at once: after a sleep. */
  refresh(): void;
  /** The message being written; rejects when the code cannot be fetched. */
  message(): Promise<MessageDesk>;
  /** Idempotent. */
  close(): void;
}

export interface LaterParts {
  watch: (reopening: WritableObservable<Reopening>) => Promise<ReopeningWatch>;
  makeMessage: () => Promise<MessageDesk>;
}

export function createLater({ watch, makeMessage }: LaterParts): Later {
  const reopening = createObservable(NOTHING);
  let watching: ReopeningWatch | undefined;
  let message: MessageDesk | undefined;

  return {
    reopening,
    async awaitOpening(service, on) {
      watching ??= await watch(reopening).catch(() => undefined);
      if (!watching) return reopening.set({ ...reopening.value, failed: service });
      const { awaited, ...rest } = reopening.value;
      const others = awaited.filter((one) => one !== service);
      reopening.set({ ...rest, awaited: on ? [...others, service] : others, failed: null });
      watching.look();
    },
    notice(what) {
      const { value } = reopening;
      if (value.opened) reopening.set({ ...value, seen: true, opened: what === 'gone' ? null : value.opened });
    },
    refresh: () => watching?.look(),
    async message() {
      const made = message ?? (await makeMessage());
      return (message ??= made);
    },
    close() {
      watching?.close();
      message?.close();
    },
  };
}

/** Says once that a service has opened, and takes it for known where the citizen goes there. */
export function followLater(
  { reopening, notice }: Pick<Later, 'reopening' | 'notice'>,
  trail: Observable<Trail>,
  i18n: I18n,
  say: (words: string) => void,
): Unsubscribe {
  let before = reopening.value.opened;
  const stops = [
    reopening.subscribe(() => {
      const { opened } = reopening.value;
      if (opened && opened !== before) say(i18n.t(`channel.opened.${opened}`));
      before = opened;
    }),
    trail.subscribe(() => {
      const route = present(trail.value);
      if (route.name === 'handover' && route.service === reopening.value.opened) notice('gone');
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
