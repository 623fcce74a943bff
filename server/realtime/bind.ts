import type { Logger } from 'pino';
import type { infer as Infer, ZodMiniType } from 'zod/mini';
import type { Acknowledgement, Code } from '../../protocol/codes.ts';
import type { ReplyTo } from '../../protocol/events.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Reply } from '../chat/reply.ts';
import { createBudget, type Rate } from './budget.ts';
import { fitsIn } from './payload-size.ts';

type Schemas = Record<string, ZodMiniType>;

/** One handler for each event. It may reject: that is our fault, logged, and `internal` for the client. */
export type Handlers<Requests extends Schemas> = {
  [Event in keyof Requests & string]: (request: Infer<Requests[Event]>) => Promise<Reply<ReplyTo<Event>>>;
};

export interface BindOptions<Requests extends Schemas> {
  requests: Requests;
  handlers: Handlers<Requests>;
  /** Of this connection, all events together. */
  rate: Rate;
  /** A code for everything while the server stops. */
  refuseAll: () => Code | null;
  log: Logger;
}

/** What of a Socket.IO socket the door needs. */
interface Source {
  onAny(listener: (event: string, ...parameters: unknown[]) => void): void;
}

type Acknowledge = (answer: Acknowledgement) => void;

/**
 * The one door every event passes: limit, parse, run, acknowledge, log. Whatever comes in, nothing is thrown, and
 * who asked for an acknowledgement gets a value or a code.
 */
export function bind<Requests extends Schemas>(source: Source, options: BindOptions<Requests>): void {
  const { requests, handlers, refuseAll, log } = options;
  const budget = createBudget(options.rate);

  function admit(event: string, payload: unknown[]): Acknowledgement<{ request: unknown }> {
    const code = refuseAll();
    if (code) return { ok: false, code };
    const retryAfterMs = budget.take();
    if (retryAfterMs > 0) return { ok: false, code: 'too-many', retryAfterMs };
    const schema = Object.hasOwn(requests, event) ? requests[event] : undefined;
    if (!schema) return { ok: false, code: 'unknown-event' };
    if (!fitsIn(payload, LIMITS.eventBytes)) return { ok: false, code: 'too-large' };
    if (payload.length !== 1) return { ok: false, code: 'invalid' };
    const parsed = schema.safeParse(payload[0]);
    return parsed.success ? { ok: true, request: parsed.data } : { ok: false, code: 'invalid' };
  }

  async function run(event: keyof Requests & string, request: unknown): Promise<Reply> {
    try {
      // The schema of this very event has just made the request.
      return await handlers[event](request as Infer<Requests[typeof event]>);
    } catch (error) {
      log.error({ err: error, event }, 'a request failed');
      return { answer: { ok: false, code: 'internal' } };
    }
  }

  async function pass(event: string, parameters: unknown[]): Promise<void> {
    const last = parameters.at(-1);
    const acknowledge = typeof last === 'function' ? (last as Acknowledge) : nobodyAsked;
    const admitted = admit(event, acknowledge === nobodyAsked ? parameters : parameters.slice(0, -1));
    if (!admitted.ok) {
      log.debug({ code: admitted.code }, 'an event was refused');
      return acknowledge(admitted);
    }
    const { answer, notify } = await run(event, admitted.request);
    acknowledge(answer);
    notify?.();
  }

  source.onAny((event, ...parameters) => {
    pass(event, parameters).catch((error: unknown) => log.error({ err: error, event }, 'a notification failed'));
  });
}

function nobodyAsked(): void {
  // An event without an acknowledgement runs all the same; there is nobody to tell.
}
