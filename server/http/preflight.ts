import type { RequestHandler } from 'express';

const SECONDS = '600';

/** Answers a browser that asks first whether a page of another site may send this. */
export function preflight(methods: string, headers: string): RequestHandler {
  return (_request, response) => {
    response.set({
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers,
      'Access-Control-Max-Age': SECONDS,
    });
    response.sendStatus(204);
  };
}
