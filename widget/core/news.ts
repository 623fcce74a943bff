import type { CitizenDesk } from './citizen-session.ts';
import { unreadCount, visibleMessages, type ConversationModel } from './conversation-state.ts';
import { describePlace } from './herald.ts';
import type { I18n } from './i18n.ts';
import type { Later } from './later.ts';
import { createObservable, type Observable } from './observable.ts';

/** What is to be seen of a conversation while it is not on screen. */
export interface News {
  /** Empty while there is no conversation to go back to. */
  words: string;
  /** The citizen has not seen it yet: an answer, a message, the end. */
  fresh: boolean;
}

const NOTHING: News = { words: '', fresh: false };

/** Follows the conversation from its start to its end, and what was waited for; lives as long as the desk. */
export function watchNews(
  { model }: Pick<CitizenDesk, 'model'>,
  i18n: I18n,
  { reopening }: Pick<Later, 'reopening'>,
): Observable<News> {
  const news = createObservable(NOTHING);
  const tell = (): void => {
    const { opened, seen } = reopening.value;
    const isOpen = opened && !model.value;
    const next = isOpen ? { words: i18n.t(`channel.opened.${opened}`), fresh: !seen } : newsOf(model.value, i18n);
    if (next.words !== news.value.words || next.fresh !== news.value.fresh) news.set(next);
  };
  model.subscribe(tell);
  reopening.subscribe(tell);
  i18n.subscribe(tell);
  return news;
}

export function newsOf(model: ConversationModel | undefined, i18n: I18n): News {
  if (!model) return NOTHING;
  const { t } = i18n;
  const { phase, call, lastSeq, read } = model.state;
  if (phase.name === 'waiting') {
    // A proposal says by itself that one waits; who was sent home, or is on the way to somebody, stands in no line.
    if (phase.propose) return { words: t(`waiting.propose.${phase.propose}`), fresh: false };
    const place = describePlace(model.state, i18n, true);
    return { words: phase.transferTo === null ? `${t('waiting.title')}. ${place}` : place, fresh: false };
  }
  if (phase.name === 'closed') {
    return phase.by === 'citizen' ? NOTHING : { words: t('log.event.closed'), fresh: lastSeq > read[model.me] };
  }
  const unread = unreadCount(model);
  const isAnswered = visibleMessages(model).some(
    (message) =>
      message.kind === 'event' &&
      (message.event === 'operator-joined' || message.event === 'call-started') &&
      message.seq > read[model.me],
  );
  const words = [
    isAnswered && t('panel.answered', { name: phase.operator.name }),
    call && t('panel.calling'),
    unread > 0 && t('panel.unread', { count: unread }),
  ];
  return { words: words.filter(Boolean).join(' ') || t('panel.toConversation'), fresh: isAnswered || unread > 0 };
}
