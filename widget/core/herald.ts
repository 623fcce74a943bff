import type { ConversationState, WaitingPhase } from '../../protocol/conversation.ts';
import type { ConversationEvent } from '../../protocol/message.ts';
import type { CitizenDesk } from './citizen-session.ts';
import type { Clock } from './clock.ts';
import { visibleMessages, type ConversationModel } from './conversation-state.ts';
import { waitMinutes } from './format.ts';
import type { I18n } from './i18n.ts';

/** A change of place is worth a word, but not every few seconds. */
const PLACE_EVERY_MS = 20_000;

export interface HeraldOptions {
  citizen: Pick<CitizenDesk, 'model'>;
  i18n: I18n;
  clock: Clock;
  /** Whether the log is on screen: then it speaks for itself. */
  isReadingLog: () => boolean;
  say: (words: string) => void;
  /** Somebody has answered, and nobody looks: to be felt. */
  nudge: () => void;
}

/** Says what happens in a conversation to those who do not see it. Returns the way to silence it. */
export function startHerald({ citizen: { model }, i18n, clock, isReadingLog, say, nudge }: HeraldOptions): () => void {
  let before: ConversationModel | undefined;
  let placeSaid = '';
  let placeSaidAt = -Infinity;
  let cancelPlace = (): void => {};
  let proposed: WaitingPhase['propose'] = null;

  function tell(): void {
    const now = model.value;
    tellPlace();
    tellProposal(now);
    if (before && now && !isReadingLog()) tellNews(before, now);
    before = now;
  }

  function tellPlace(): void {
    cancelPlace();
    const state = model.value?.state;
    // That one is on the way to somebody is an event, and told as such.
    const words = state && !isOnTheWay(state) ? describePlace(state, i18n) : '';
    if (!words || words === placeSaid) return;
    const due = placeSaidAt + PLACE_EVERY_MS - clock.now();
    if (due > 0) {
      cancelPlace = clock.after(due, tellPlace);
      return;
    }
    placeSaid = words;
    placeSaidAt = clock.now();
    say(words);
  }

  /** Once for each reason, whatever screen is looked at; it never takes the focus. */
  function tellProposal(now: ConversationModel | undefined): void {
    const phase = now?.state.phase;
    const why = phase?.name === 'waiting' ? phase.propose : null;
    // That nobody will come any more stands in place of the place.
    if (why && why !== 'closed' && why !== proposed) say(i18n.t(`waiting.propose.${why}`));
    proposed = why;
  }

  function tellNews(earlier: ConversationModel, now: ConversationModel): void {
    const { phase } = now.state;
    const name = phase.name === 'live' ? phase.operator.name : i18n.t('chat.someone');
    if (phase.name !== earlier.state.phase.name) {
      if (phase.name === 'live') {
        say(i18n.t('chat.joined', { name }));
        nudge();
      } else if (phase.name === 'closed') say(i18n.t('log.event.closed'));
      else if (phase.transferTo === null) say(i18n.t('chat.back'));
    }
    for (const message of visibleMessages(now).slice(visibleMessages(earlier).length)) {
      if (message.kind === 'text' && message.from !== now.me) {
        say(i18n.t('chat.newMessage', { name, text: message.text }));
      }
      if (message.kind === 'event' && TOLD.has(message.event)) {
        say(i18n.t(`log.event.${message.event}`, { name: message.name ?? name }));
        if (message.event === 'call-started') nudge();
      }
    }
  }

  const forget = model.subscribe(tell);
  return () => {
    forget();
    cancelPlace();
  };
}

function isOnTheWay({ phase }: ConversationState): boolean {
  return phase.name === 'waiting' && phase.transferTo !== null;
}

/** What the state itself does not say. */
const TOLD: ReadonlySet<string> = new Set<ConversationEvent>([
  'call-started',
  'on-hold',
  'off-hold',
  'transferring',
  'transfer-failed',
  'handed-over',
]);

/**
 * The place in the line and the honest estimate, in words; empty when not waiting.
 *
 * @param brief for the launcher and the bar: no word of what is not known
 */
export function describePlace({ phase }: ConversationState, i18n: I18n, brief = false): string {
  if (phase.name !== 'waiting') return '';
  // Nobody will come any more, or somebody is on the way already: a place and an estimate would be empty words.
  if (phase.propose === 'closed') return i18n.t('waiting.propose.closed');
  if (phase.transferTo !== null) return i18n.t('waiting.transfer', { name: phase.transferTo });
  const ahead = phase.position - 1;
  const place = ahead > 0 ? i18n.t('waiting.ahead', { count: ahead }) : i18n.t('waiting.next');
  return brief && phase.estimateMs === null ? place : `${place} ${describeEstimate(phase.estimateMs, i18n)}`;
}

function describeEstimate(estimateMs: number | null, i18n: I18n): string {
  if (estimateMs === null) return i18n.t('waiting.unknown');
  return estimateMs < 60_000 ? i18n.t('waiting.now') : i18n.t('waiting.estimate', { count: waitMinutes(estimateMs) });
}
