import type { Account } from '../../protocol/account.ts';
import type { Trouble } from '../../widget/core/wire.ts';

/** Who sits at this console. */
export type SessionModel =
  /** Asking the server whether we are signed in already. */
  | { name: 'starting' }
  | ({ name: 'signed-out' } & Attempt)
  | { name: 'signed-in'; account: Account }
  /** The session ended while working: the desk stays as it is, under the sign-in. */
  | ({ name: 'ended'; account: Account } & Attempt);

/** The sign-in form: whether an answer is awaited, and why the last attempt failed. */
export interface Attempt {
  busy: boolean;
  trouble: SignInTrouble | null;
}

export interface SignInTrouble {
  code: Trouble;
  /** With `too-many`: milliseconds to wait. */
  retryAfterMs?: number;
}

export type SessionEvent =
  | { type: 'signed-in'; account: Account }
  | { type: 'try' }
  | ({ type: 'refused' } & SignInTrouble)
  /** The server no longer knows our session. */
  | { type: 'ended' }
  | { type: 'signed-out' };

export function reduceSession(model: SessionModel, event: SessionEvent): SessionModel {
  switch (event.type) {
    case 'signed-in':
      return { name: 'signed-in', account: event.account };
    case 'try':
      return withAttempt(model, { busy: true, trouble: null });
    case 'refused': {
      const { type: _, ...trouble } = event;
      return withAttempt(model, { busy: false, trouble });
    }
    case 'ended':
      return model.name === 'signed-in' ? { name: 'ended', account: model.account, busy: false, trouble: null } : model;
    case 'signed-out':
      return { name: 'signed-out', busy: false, trouble: null };
    default:
      return unreachable(event);
  }
}

function withAttempt(model: SessionModel, attempt: Attempt): SessionModel {
  switch (model.name) {
    case 'starting':
    case 'signed-out':
      return { name: 'signed-out', ...attempt };
    case 'ended':
      return { ...model, ...attempt };
    case 'signed-in':
      return model;
    default:
      return unreachable(model);
  }
}

function unreachable(value: never): never {
  throw new TypeError(`no such event or state: ${JSON.stringify(value)}`);
}
