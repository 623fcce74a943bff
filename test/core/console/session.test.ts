import { describe, expect, it } from 'vitest';
import { createSession, type SessionApi } from '../../../console/core/session.ts';
import { reduceSession, type SessionModel } from '../../../console/core/session-state.ts';

const account = {
  id: 'operator-1',
  name: 'Ada',
  skills: ['chat' as const],
  roles: [],
  languages: ['it' as const],
  offices: [],
};
const signedIn: SessionModel = { name: 'signed-in', account };

describe('the session', () => {
  it('keeps who was working when it ends, and not when they sign out', () => {
    expect(reduceSession(signedIn, { type: 'ended' })).toEqual({ name: 'ended', account, busy: false, trouble: null });
    expect(reduceSession(signedIn, { type: 'signed-out' })).toMatchObject({ name: 'signed-out' });
  });

  it('ends once: being told again changes nothing, and nobody is signed out by a late word', () => {
    const ended = reduceSession(signedIn, { type: 'ended' });
    expect(reduceSession(ended, { type: 'ended' })).toBe(ended);
    const busy = reduceSession(ended, { type: 'try' });
    expect(busy).toMatchObject({ name: 'ended', busy: true });
    expect(reduceSession(busy, { type: 'refused', code: 'wrong-credentials' })).toMatchObject({
      name: 'ended',
      busy: false,
      trouble: { code: 'wrong-credentials' },
    });
  });

  it('tells nobody signed in from a server that does not answer', async () => {
    const start = async (current: Awaited<ReturnType<SessionApi['current']>>) => {
      const refuse = async () => ({ ok: false, code: 'internal' }) as const;
      const session = createSession({
        current: async () => current,
        signIn: refuse,
        signOut: refuse,
        changePassword: refuse,
      });
      await session.start();
      return session.value;
    };
    expect(await start({ ok: true, account })).toEqual(signedIn);
    expect(await start({ ok: false, code: 'not-signed-in' })).toMatchObject({ name: 'signed-out', trouble: null });
    expect(await start({ ok: false, code: 'no-answer' })).toMatchObject({ trouble: { code: 'no-answer' } });
  });
});
