import { join } from 'node:path';
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Logger } from 'pino';
import { LIMITS } from '../../protocol/limits.ts';
import type { ConsultationLinks } from '../chat/consultation-link.ts';
import type { DeskSettings } from '../desk/settings.ts';
import { createBudgets, type Rate } from '../realtime/budget.ts';
import { addressOf } from './address.ts';
import { noticePage, questionPage, type Notice, type Refused } from './consultation-page.ts';

export interface ConsultationLinkApi {
  consultations: ConsultationLinks;
  settings: () => DeskSettings;
  /** How often one address may ask. */
  rate: Rate;
  trustedProxies: number;
  log: Logger;
}

const STYLE = join(import.meta.dirname, 'consultation.css');
const SECRET = /^[\w-]{20,128}$/;

/**
 * The page behind the link in a question's e-mail. Whoever has the link may answer once, and no other page can send
 * the form, because no other page knows the address. Looking does not use it up: mail programs look first.
 */
export function consultationLinkApi(options: ConsultationLinkApi): Router {
  const { consultations, settings, rate, trustedProxies, log } = options;
  const budgets = createBudgets(rate);

  async function show(request: Request, response: Response, refused: Refused | null): Promise<void> {
    const found = await consultations.byLink(secretOf(request));
    if (!found.ok) return send(response, 410, noticePage('over'));
    const { timeZone } = settings();
    send(response, refused ? 422 : 200, questionPage(found.question, timeZone, refused));
  }

  const failed: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    log.error({ err: error }, 'an office’s answer failed');
    send(response, 500, noticePage('trouble'));
  };

  return Router()
    .get('/style.css', (_request, response) => {
      response.set('Cache-Control', 'public, max-age=300').sendFile(STYLE);
    })
    .use('/:secret', (request, response, next) => {
      // The address is the secret: nobody is to remember it, index it or pass it on.
      response.set({
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex, nofollow',
        'Referrer-Policy': 'no-referrer',
      });
      const wait = budgets.take(addressOf(request, trustedProxies));
      if (wait > 0) return notice(response, 429, 'tooMany');
      if (!SECRET.test(request.params.secret)) return notice(response, 410, 'over');
      next();
    })
    .get('/:secret', (request, response) => show(request, response, null))
    .post('/:secret', express.urlencoded({ extended: false, limit: LIMITS.eventBytes }), async (request, response) => {
      const text = answerIn(request.body);
      if (text === '') return show(request, response, { why: 'missing', text });
      if (text.length > LIMITS.messageText) return show(request, response, { why: 'tooLong', text });
      const answered = await consultations.answerByLink(secretOf(request), text);
      notice(response, answered.ok ? 200 : 410, answered.ok ? 'thanks' : 'over');
    })
    .use(failed);
}

function secretOf({ params }: Request): string {
  return String(params['secret']);
}

/** Browsers send line breaks as two characters. */
function answerIn(body: unknown): string {
  const answer = typeof body === 'object' && body !== null && 'answer' in body ? body.answer : '';
  return typeof answer === 'string' ? answer.replaceAll('\r\n', '\n').trim() : '';
}

function notice(response: Response, status: number, what: Notice): void {
  send(response, status, noticePage(what));
}

function send(response: Response, status: number, page: string): void {
  response.status(status).type('html').send(page);
}
