import type { Language, Service } from './conversation.ts';
import type { Notice } from './notice.ts';

/** Whether a service can be had now. Answered by `GET /api/status`, before any connection is opened. */
export type ServiceState =
  /** `estimateMs` is null when the recent pace does not allow an honest guess; 0 means at once. */
  | { state: 'open'; waiting: number; estimateMs: number | null; closesAt: number | null }
  /** Within hours, but nobody is at the desk now. One may still wait in line if one chooses to. */
  | { state: 'unstaffed'; waiting: number; closesAt: number | null }
  /** `reason`: of an exceptional closure that holds today. */
  | { state: 'closed'; opensAt: number | null; reason?: Record<Language, string> }
  /** Not to be had at all now: the media worker is missing. */
  | { state: 'unavailable' };

export interface DeskStatus {
  /** Epoch milliseconds, the server's clock. */
  now: number;
  services: Record<Service, ServiceState>;
  /** If a message were left now: until when it would be answered. */
  message: { dueAt: number };
  /** The public body's own privacy notice. */
  privacyUrl: string | null;
  /** Whether there is a mail server: without one no copy and no receipt goes out. */
  mail: boolean;
  /** Those that hold now, the newest first. */
  notices: Notice[];
}
