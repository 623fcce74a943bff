import type { Account } from '../../protocol/account.ts';
import { createObservable, type Observable } from '../../widget/core/observable.ts';
import type { Answer } from '../../widget/core/wire.ts';
import type { Passwords } from './people.ts';
import { reduceSession, type SessionEvent, type SessionModel } from './session-state.ts';

export interface Credentials {
  username: string;
  password: string;
}

/** The port to `/api/session`. Never throws: what did not come back is `no-answer`. */
export interface SessionApi {
  current(): Promise<Answer<{ account: Account }>>;
  signIn(credentials: Credentials): Promise<Answer<{ account: Account }>>;
  signOut(): Promise<Answer>;
  /** One's own; the other sessions of this account end. */
  changePassword(passwords: Passwords): Promise<Answer>;
}

export interface Session extends Observable<SessionModel> {
  /** Finds out whether this browser is signed in already. */
  start(): Promise<void>;
  signIn(credentials: Credentials): Promise<void>;
  /** Signed out once the server says so: until then the cookie of a shared computer still opens the desk. */
  signOut(): Promise<Answer>;
  changePassword(passwords: Passwords): Promise<Answer>;
  /** Somebody was told `not-signed-in`. */
  end(): void;
}

export function createSession(api: SessionApi): Session {
  const model = createObservable<SessionModel>({ name: 'starting' });
  const dispatch = (event: SessionEvent): void => model.set(reduceSession(model.value, event));

  return {
    get value() {
      return model.value;
    },
    subscribe: (listener) => model.subscribe(listener),
    async start() {
      const answer = await api.current();
      if (answer.ok) return dispatch({ type: 'signed-in', account: answer.account });
      if (answer.code === 'not-signed-in') return dispatch({ type: 'signed-out' });
      dispatch({ type: 'refused', ...answer });
    },
    async signIn(credentials) {
      dispatch({ type: 'try' });
      const answer = await api.signIn(credentials);
      dispatch(answer.ok ? { type: 'signed-in', account: answer.account } : { type: 'refused', ...answer });
    },
    async signOut() {
      const answer = await api.signOut();
      dispatch(answer.ok || answer.code === 'not-signed-in' ? { type: 'signed-out' } : { type: 'refused', ...answer });
      return answer;
    },
    async changePassword(passwords) {
      const answer = await api.changePassword(passwords);
      if (!answer.ok && answer.code === 'not-signed-in') dispatch({ type: 'ended' });
      return answer;
    },
    end: () => dispatch({ type: 'ended' }),
  };
}
