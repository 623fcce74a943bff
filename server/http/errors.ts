import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Acknowledgement, Code, Refusal } from '../../protocol/codes.ts';

const STATUS: Partial<Record<Code, number>> = {
  invalid: 400,
  'wrong-credentials': 401,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  'already-taken': 409,
  oneself: 409,
  'read-only': 409,
  'too-large': 413,
  'bad-file': 415,
  infected: 422,
  'too-many': 429,
  internal: 500,
  unavailable: 503,
};

/** Answers with a code of the protocol and the HTTP status that fits it. */
export function refuse(response: Response, code: Code, retryAfterMs?: number): void {
  const refusal: Refusal = { ok: false, code, ...(retryAfterMs !== undefined && { retryAfterMs }) };
  if (retryAfterMs !== undefined) response.set('Retry-After', String(Math.ceil(retryAfterMs / 1000)));
  response.status(STATUS[code] ?? 400).json(refusal);
}

/** What was asked for, or the code with its status. */
export function answer<Value extends object>(response: Response, acknowledgement: Acknowledgement<Value>): void {
  if (acknowledgement.ok) response.json(acknowledgement);
  else refuse(response, acknowledgement.code);
}

export const notFound: RequestHandler = (_request, response) => refuse(response, 'not-found');

/** What was thrown while a request was answered: a body that is none, or a fault of ours. */
export function failed(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) return refuse(response, 'too-large');
    if (typeof status === 'number' && status < 500) return refuse(response, 'invalid');
    log.error({ err: error }, 'a request failed');
    refuse(response, 'internal');
  };
}
