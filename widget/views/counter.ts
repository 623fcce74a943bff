import type { Attaching } from '../core/attaching.ts';
import type { CitizenCall } from '../core/citizen-call.ts';
import type { HelpDesk } from '../core/help-desk.ts';
import type { Later } from '../core/later.ts';
import type { SearchLog } from '../core/search-log.ts';
import type { WritableObservable } from '../core/observable.ts';

/** What every view is given: the help desk, and what only a browser has. */
export interface Counter extends HelpDesk {
  readonly call: CitizenCall<MediaStreamTrack>;
  readonly later: Later;
  /** Two pictures need more room than text. */
  readonly wide: WritableObservable<boolean>;
  /** Fetches the words of screens that come later. */
  learn(words: 'reading' | 'notices' | 'end' | 'files' | 'message' | 'patience'): Promise<void>;
  /** Attaching files to one thing: a conversation, a message to leave. The same thing has the same tray. */
  attaching(to: object): Attaching<Blob>;
  /** What is told of questions and answers; fetched when there is first something to tell. */
  reports(): Promise<SearchLog>;
  /** Says something to those who do not see the screen. */
  say(words: string): void;
  /** Closes the panel; a conversation goes on. */
  dismiss(): void;
}
