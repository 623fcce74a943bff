import type { ConversationState } from '../../protocol/conversation.ts';
import type { CitizenDesk } from './citizen-session.ts';
import type { Clock } from './clock.ts';
import { visibleMessages, type ConversationModel } from './conversation-state.ts';
import { waitMinutes } from './format.ts';
import type { I18n } from './i18n.ts';
import type { Unsubscribe } from './observable.ts';

/** A change of place is worth a word, but not every few seconds. */
const PLACE_EVERY_MS = 20_000;

export interface HeraldOptions {
  citizen: CitizenDesk;
  i18n: I18n;
  clock: Clock;
  /** Whether the log is on screen: then it speaks for itself. */
  isReadingLog: () => boolean;
  say: (words: string) => void;
}

/** Says what happens in a conversation to those who do not see it. Returns the way to silence it. */
export function startHerald({ citizen, i18n, clock, isReadingLog, say }: HeraldOptions): () => void {
  let forget: Unsubscribe | undefined;
  let before: ConversationModel | undefined;
  let lastPlace = '';
  let placeSaidAt = -Infinity;
  let cancelPlace = (): void => {};

  function follow(): void {
    forget?.();
    cancelPlace();
    const session = citizen.value;
    before = session.name === 'open' ? session.conversation.value : undefined;
    forget = session.name === 'open' ? session.conversation.subscribe(tell) : undefined;
    if (before) tellPlace(before.state);
  }

  function tell(): void {
    const session = citizen.value;
    if (session.name !== 'open' || !before) return;
    const now = session.conversation.value;
    tellPlace(now.state);
    if (!isReadingLog()) tellNews(before, now);
    before = now;
  }

  function tellPlace(state: ConversationState): void {
    cancelPlace();
    const words = describePlace(state, i18n);
    if (!words || words === lastPlace) return;
    const due = placeSaidAt + PLACE_EVERY_MS - clock.now();
    if (due > 0) {
      cancelPlace = clock.after(due, () => {
        const session = citizen.value;
        if (session.name === 'open') tellPlace(session.conversation.value.state);
      });
      return;
    }
    lastPlace = words;
    placeSaidAt = clock.now();
    say(words);
  }

  function tellNews(earlier: ConversationModel, now: ConversationModel): void {
    const { phase } = now.state;
    const operator = phase.name === 'live' ? phase.operator.name : i18n.t('chat.someone');
    if (phase.name === 'live' && earlier.state.phase.name === 'waiting') say(i18n.t('chat.joined', { name: operator }));
    if (phase.name === 'waiting' && earlier.state.phase.name === 'live') say(i18n.t('chat.back'));
    if (phase.name === 'closed' && earlier.state.phase.name !== 'closed') say(i18n.t('end.title'));
    for (const message of visibleMessages(now).slice(visibleMessages(earlier).length)) {
      if (message.kind === 'text' && message.from !== now.me) {
        say(i18n.t('chat.newMessage', { name: operator, text: message.text }));
      }
    }
  }

  const forgetSession = citizen.subscribe(follow);
  follow();
  return () => {
    forgetSession();
    forget?.();
    cancelPlace();
  };
}

/** The place in the line and the honest estimate, in words; empty when not waiting. */
export function describePlace({ phase }: ConversationState, i18n: I18n): string {
  if (phase.name !== 'waiting') return '';
  const ahead = phase.position - 1;
  const place = ahead > 0 ? i18n.t('waiting.ahead', { count: ahead }) : i18n.t('waiting.next');
  return `${place} ${describeEstimate(phase.estimateMs, i18n)}`;
}

function describeEstimate(estimateMs: number | null, i18n: I18n): string {
  if (estimateMs === null) return i18n.t('waiting.unknown');
  return estimateMs < 60_000 ? i18n.t('waiting.now') : i18n.t('waiting.estimate', { count: waitMinutes(estimateMs) });
}
