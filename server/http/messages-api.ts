import express, { Router } from 'express';
import { leaveMessage } from '../../protocol/callback.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { MessageBox } from '../callbacks/message-box.ts';
import { createBudgets, type Rate } from '../realtime/budget.ts';
import { addressOf } from './address.ts';
import { refuse } from './errors.ts';
import type { Origins } from './origins.ts';
import { preflight } from './preflight.ts';

export interface MessagesApi {
  leave: MessageBox;
  origins: Origins;
  /** How many messages one address may leave. */
  rate: Rate;
  trustedProxies: number;
}

/** What citizens leave when nobody is there. */
export function messagesApi({ leave, origins, rate, trustedProxies }: MessagesApi): Router {
  const budgets = createBudgets(rate);
  return Router()
    .options('/messages', preflight('POST', 'content-type'))
    .post('/messages', express.json({ limit: LIMITS.eventBytes }), async (request, response) => {
      response.set('Cache-Control', 'no-store');
      if (!origins.allows(request)) return refuse(response, 'forbidden');
      const parsed = leaveMessage.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      const retryAfterMs = budgets.take(addressOf(request, trustedProxies));
      if (retryAfterMs > 0) return refuse(response, 'too-many', retryAfterMs);
      const answer = await leave(parsed.data);
      if (!answer.ok) return refuse(response, answer.code);
      response.json(answer);
    });
}
