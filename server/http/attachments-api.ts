import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { LIMITS } from '../../protocol/limits.ts';
import type { Attachments } from '../attachments/attachments.ts';
import type { Asker, ReadingRights } from '../attachments/reading-rights.ts';
import { secretIn } from '../identity/session-cookie.ts';
import type { Sessions } from '../identity/sessions.ts';
import { createBudgets, type Rate } from '../realtime/budget.ts';
import type { AttachmentRecord } from '../store/desk-records.ts';
import { addressOf } from './address.ts';
import { refuse } from './errors.ts';
import type { Origins } from './origins.ts';
import { preflight } from './preflight.ts';

export interface AttachmentsApi {
  attachments: Attachments;
  mayHave: ReadingRights;
  sessions: Sessions;
  origins: Origins;
  /** How many files one address, or one operator, may send up. */
  rate: Rate;
  trustedProxies: number;
}

const KEY = /^[\x21-\x7e]{20,128}$/;
const TOKEN = /^Bearer ([\x21-\x7e]{20,128})$/;
/** How long a sender whose file is too large may go on sending, to hear the answer. */
const LINGER_MS = 10_000;

/** Files up, by anybody who may write to us; and down, for the two sides. */
export function attachmentsApi({
  attachments,
  mayHave,
  sessions,
  origins,
  rate,
  trustedProxies,
}: AttachmentsApi): Router {
  const budgets = createBudgets(rate);

  async function takeUp(request: Request, response: Response): Promise<void> {
    response.set('Cache-Control', 'no-store');
    if (!origins.allows(request)) return refuse(response, 'forbidden');
    const key = request.get('upload-key') ?? '';
    const { name } = request.query;
    if (!KEY.test(key) || typeof name !== 'string') return refuse(response, 'invalid');
    const retryAfterMs = budgets.take(await senderOf(request));
    if (retryAfterMs > 0) return refuse(response, 'too-many', retryAfterMs);
    if (Number(request.get('content-length') ?? 0) > LIMITS.attachmentBytes) return tooLarge(request, response);
    const answer = await attachments.receive(request, name, key);
    if (answer.ok) response.json(answer);
    else if (answer.code === 'too-large') tooLarge(request, response);
    else refuse(response, answer.code);
  }

  /** A whole office may sit behind one address, so that each operator has an allowance of their own. */
  async function senderOf(request: Request): Promise<string> {
    const asker = await askerOf(request);
    return asker && 'account' in asker ? asker.account.id : addressOf(request, trustedProxies);
  }

  /** @returns undefined for somebody who is neither */
  async function askerOf(request: Request): Promise<Asker | undefined> {
    const token = TOKEN.exec(request.get('authorization') ?? '')?.[1];
    if (token !== undefined) return { token };
    const secret = origins.isOwn(request) ? secretIn(request.headers.cookie) : undefined;
    const account = secret === undefined ? null : await sessions.accountOf(secret);
    return account ? { account } : undefined;
  }

  return Router()
    .options('/attachments', preflight('POST', 'content-type, upload-key'))
    .post('/attachments', async (request, response) => {
      try {
        await takeUp(request, response);
      } catch (error) {
        // The sender went away: there is nobody to answer, and nothing is left of it.
        if (!request.readableAborted) throw error;
      }
    })
    .options('/attachments/:id', preflight('GET', 'authorization'))
    .get('/attachments/:id', async (request, response) => {
      // Not even that it is not there may be remembered: it is said to whoever may not know.
      response.set('Cache-Control', 'private, no-store');
      const asker = await askerOf(request);
      const file = asker && (await mayHave(request.params.id, asker));
      if (!file) return refuse(response, 'not-found');
      await giveOut(attachments, file, response);
    });
}

/** What is not read is thrown away for a moment: a line that is cut while one still sends looks like a broken network. */
function tooLarge(request: Request, response: Response): void {
  response.set('Connection', 'close');
  refuse(response, 'too-large');
  request.resume();
  setTimeout(() => request.destroy(), LINGER_MS).unref();
}

async function giveOut(attachments: Attachments, file: AttachmentRecord, response: Response): Promise<void> {
  const handle = await attachments.open(file);
  response.attachment(file.name);
  response.set({
    'Content-Type': file.type,
    'Content-Length': String(file.bytes),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Access-Control-Expose-Headers': 'Content-Disposition',
  });
  // The reader going away in the middle is nobody's fault.
  await pipeline(handle.createReadStream(), response).catch(() => response.destroy());
}
