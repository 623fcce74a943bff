import type { ReportSink } from '../core/search-log.ts';

/** Sends and forgets; `keepalive` lets it go out though the page is being left. */
export function createReportSink(server: URL): ReportSink {
  function send(path: string, body: object): void {
    fetch(new URL(path, server), {
      method: 'POST',
      credentials: 'omit',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => {});
  }
  return {
    feedback: (feedback) => send('api/feedback', feedback),
    search: (record) => send('api/searches', record),
  };
}

/** The page is left, or put aside, perhaps for good. Returns the way to stop. */
export function onLeave(listener: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === 'hidden') listener();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', listener);
  return () => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('pagehide', listener);
  };
}
