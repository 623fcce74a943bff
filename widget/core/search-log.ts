import type { Feedback, SearchRecord } from '../../protocol/feedback.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { SearchAnswer } from '../search/index.ts';
import type { CitizenDesk } from './citizen-session.ts';
import type { Observable, Unsubscribe } from './observable.ts';
import type { Visit } from './visit.ts';

/** Where what citizens tell us goes. Nothing comes back: that it did not arrive must disturb nobody. */
export interface ReportSink {
  feedback(feedback: Feedback): void;
  search(record: SearchRecord): void;
}

/** Remembers the questions of this visit until it is known what became of them, and then tells the editors. */
export interface SearchLog extends Pick<ReportSink, 'feedback'> {
  /** A question was taken as it stands, and this was found. Emergencies are nobody's statistics. */
  asked(question: string, found: SearchAnswer): void;
  /** The citizen is leaving: what is still open goes out. Idempotent. */
  flush(): void;
  close(): void;
}

export interface SearchLogParts {
  sink: ReportSink;
  visit: Observable<Visit>;
  citizen: Pick<CitizenDesk, 'model'>;
}

type Open = Omit<SearchRecord, 'contact'>;
type Certainty = SearchRecord['decision'];

/**
 * What was settled by an answer is told only where the citizen turns to a person all the same; what was taken out of
 * the hand-over is not told at all, and nothing that is asked while a person is there.
 */
export function createSearchLog({ sink, visit, citizen }: SearchLogParts): SearchLog {
  let settled: Open[] = [];
  let open: Open | null = null;
  /** Gone back to is not asked again. */
  const known = new Set<string>();
  let read: ReadonlySet<string> = new Set(visit.value.articles);
  let talking = isTalking();

  function isTalking(): boolean {
    return citizen.model.value !== undefined && citizen.model.value.state.phase.name !== 'closed';
  }

  function settle(): void {
    if (!open) return;
    if (open.decision === 'answer') settled.push(open);
    else tell(open, false);
    open = null;
  }

  function tell(record: Open, contact: boolean): void {
    if (!visit.value.takenOut.includes(record.q)) sink.search({ ...record, contact });
  }

  function turnToPerson(): void {
    for (const record of [...settled, ...(open ? [open] : [])]) tell(record, true);
    settled = [];
    open = null;
  }

  const forget: Unsubscribe[] = [
    visit.subscribe(() => {
      const now = visit.value.articles.filter((id) => !read.has(id));
      read = new Set(visit.value.articles);
      if (open) open = { ...open, read: [...open.read, ...now].slice(-LIMITS.contextEntries) };
    }),
    citizen.model.subscribe(() => {
      const before = talking;
      talking = isTalking();
      if (talking && !before) turnToPerson();
    }),
  ];

  return {
    asked(question, found) {
      const q = question.trim().slice(0, LIMITS.searchText).trim();
      if (known.has(q)) return;
      settle();
      if (talking || found.emergency || found.decision === 'emergency') return;
      if (!q) return;
      known.add(q);
      open = { q, decision: settledBy(found, found.decision), lang: found.lang === 'en' ? 'en' : 'it', read: [] };
    },
    feedback(feedback) {
      if (!talking) sink.feedback(feedback);
    },
    flush: settle,
    close() {
      settle();
      for (const stop of forget.splice(0)) stop();
    },
  };
}

/** Several questions are settled when each of them is. */
function settledBy({ parts }: SearchAnswer, whole: Certainty): Certainty {
  if (parts.length < 2) return whole;
  const [first] = parts;
  return first && parts.every(({ decision }) => decision === first.decision) ? first.decision : 'unsure';
}
