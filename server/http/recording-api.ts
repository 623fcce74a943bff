import express, { Router, type RequestHandler } from 'express';
import { giveFeedback, recordSearch } from '../../protocol/feedback.ts';
import { createBudgets, type Rate } from '../realtime/budget.ts';
import type { Recorder } from '../recording/recorder.ts';
import { addressOf } from './address.ts';
import { refuse } from './errors.ts';
import type { Origins } from './origins.ts';

export interface RecordingApi {
  recorder: Recorder;
  origins: Origins;
  /** How much one address may tell. */
  rate: Rate;
  trustedProxies: number;
}

const BODY_LIMIT = '4kb';

/** What citizens tell without being connected: whether an answer was of use, and what they did not find. */
export function recordingApi({ recorder, origins, rate, trustedProxies }: RecordingApi): Router {
  const budgets = createBudgets(rate);

  const guard: RequestHandler = (request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (!origins.allows(request)) return refuse(response, 'forbidden');
    const retryAfterMs = budgets.take(addressOf(request, trustedProxies));
    if (retryAfterMs > 0) return refuse(response, 'too-many', retryAfterMs);
    next();
  };

  return Router()
    .options(['/feedback', '/searches'], (_request, response) => {
      response.set({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'content-type',
        'Access-Control-Max-Age': '600',
      });
      response.sendStatus(204);
    })
    .post('/feedback', guard, express.json({ limit: BODY_LIMIT }), async (request, response) => {
      const parsed = giveFeedback.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      if (!(await recorder.feedback(parsed.data))) return refuse(response, 'not-found');
      response.json({ ok: true });
    })
    .post('/searches', guard, express.json({ limit: BODY_LIMIT }), async (request, response) => {
      const parsed = recordSearch.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      await recorder.search(parsed.data);
      // Whether it was stored says something about the question, and is nobody's business.
      response.json({ ok: true });
    });
}
