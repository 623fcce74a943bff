import type { CitizenDesk } from './citizen-session.ts';
import { unreadCount } from './conversation-state.ts';
import { createObservable, type Observable, type Unsubscribe } from './observable.ts';

/** What the launcher tells while the panel is closed. */
export interface News {
  /** A conversation is waiting or live. */
  ongoing: boolean;
  unread: number;
}

/** Follows the conversation from its start to its end; lives as long as the desk. */
export function watchNews(citizen: CitizenDesk): Observable<News> {
  const news = createObservable<News>({ ongoing: false, unread: 0 });
  let forget: Unsubscribe | undefined;

  function look(): void {
    const session = citizen.value;
    const model = session.name === 'open' ? session.conversation.value : undefined;
    const ongoing = model !== undefined && model.state.phase.name !== 'closed';
    const unread = model ? unreadCount(model) : 0;
    if (ongoing !== news.value.ongoing || unread !== news.value.unread) news.set({ ongoing, unread });
  }

  citizen.subscribe(() => {
    forget?.();
    const session = citizen.value;
    forget = session.name === 'open' ? session.conversation.subscribe(look) : undefined;
    look();
  });
  return news;
}
