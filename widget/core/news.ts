import type { CitizenDesk } from './citizen-session.ts';
import { unreadCount } from './conversation-state.ts';
import { createObservable, type Observable } from './observable.ts';

/** What the launcher tells while the panel is closed. */
export interface News {
  /** A conversation is waiting or live. */
  ongoing: boolean;
  unread: number;
}

/** Follows the conversation from its start to its end; lives as long as the desk. */
export function watchNews({ model }: Pick<CitizenDesk, 'model'>): Observable<News> {
  const news = createObservable<News>({ ongoing: false, unread: 0 });
  model.subscribe(() => {
    const now = model.value;
    const ongoing = now !== undefined && now.state.phase.name !== 'closed';
    const unread = now ? unreadCount(now) : 0;
    if (ongoing !== news.value.ongoing || unread !== news.value.unread) news.set({ ongoing, unread });
  });
  return news;
}
