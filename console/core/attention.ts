import type { DeskState } from '../../protocol/desk.ts';
import type { NoticeContent } from './notices.ts';

/** How many wait in the lines I serve: what the page's title counts. */
export function waitingForMe(desk: DeskState | null): number {
  if (desk === null) return 0;
  return desk.me.skills.reduce((sum, service) => sum + desk.queues[service].length, 0);
}

/**
 * «(3) Sportello», with a dot for what I have not read: both can be seen in a row of narrow tabs. What I am asked to
 * do in some seconds comes first, in words.
 */
export function pageTitle(name: string, waiting: number, unread: number, urgent = ''): string {
  return `${urgent === '' ? '' : `${urgent} · `}${unread > 0 ? '● ' : ''}${waiting > 0 ? `(${waiting}) ` : ''}${name}`;
}

const SOUNDING: ReadonlySet<NoticeContent['kind']> = new Set([
  'joined',
  'returned',
  'offered',
  'asked',
  'side-message',
  'message',
  'call-requested',
  'callback',
]);

/** Whether a notice may make a sound, where sounds are wanted: only for people who wait: citizens, colleagues, and who was promised an answer. */
export function makesSound({ kind }: NoticeContent): boolean {
  return SOUNDING.has(kind);
}
