import { createSearchLog, type SearchLog, type SearchLogParts } from './core/search-log.ts';
import { createReportSink, onLeave } from './io/reports.ts';

/** What is told of this visit's questions, to the server it came from. */
export function composeReports(server: URL, parts: Omit<SearchLogParts, 'sink'>): SearchLog {
  const log = createSearchLog({ ...parts, sink: createReportSink(server) });
  const stopWatching = onLeave(log.flush);
  return {
    ...log,
    close() {
      stopWatching();
      log.close();
    },
  };
}
