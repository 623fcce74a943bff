import type { LeaveMessage, Receipt } from '../../protocol/callback.ts';
import type { Answer } from '../core/wire.ts';

const TIMEOUT_MS = 15_000;

/** Leaves a message. An answer that is none, a proxy's page or silence, is `no-answer`: it may be sent again. */
export async function postMessage(server: URL, message: LeaveMessage): Promise<Answer<{ receipt: Receipt }>> {
  try {
    const response = await fetch(new URL('api/messages', server), {
      method: 'POST',
      credentials: 'omit',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
    });
    const answer: unknown = await response.json();
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Answer<{ receipt: Receipt }>;
  } catch {
    // Told below.
  }
  return { ok: false, code: 'no-answer' };
}
