import type { Callback, LeaveMessage, Receipt } from '../../../protocol/callback.ts';
import type { Acknowledgement } from '../../../protocol/codes.ts';
import { must, type TestDesk } from '../realtime/harness.ts';

export const CONTEXT = { searches: ['bollo auto'], articles: ['bollo-scadenza'] };

export function message(change: Partial<LeaveMessage> = {}): LeaveMessage {
  return {
    startId: crypto.randomUUID(),
    service: 'chat',
    language: 'it',
    name: 'Anna',
    reach: { by: 'email', email: 'anna@example.org' },
    text: 'Quando scade il bollo?',
    attachments: [],
    context: CONTEXT,
    ...change,
  };
}

export async function post(desk: TestDesk, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${desk.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

export async function leave(desk: TestDesk, change: Partial<LeaveMessage> = {}): Promise<Receipt> {
  const answer = (await (await post(desk, message(change))).json()) as Acknowledgement<{ receipt: Receipt }>;
  if (!answer.ok) throw new Error(`the message was refused: ${answer.code}`);
  return answer.receipt;
}

export async function list(operator: object, which: 'open' | 'closed' = 'open'): Promise<Callback[]> {
  return (await must<{ callbacks: Callback[] }>(operator, 'callback:list', { which })).callbacks;
}

export async function only(operator: object): Promise<Callback> {
  const [callback, ...others] = await list(operator);
  if (!callback || others.length > 0) throw new Error('there is not exactly one callback');
  return callback;
}
