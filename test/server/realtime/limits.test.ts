import { expect, test } from 'vitest';
import { createBudget, createBudgets } from '../../../server/realtime/budget.ts';
import { ask, begin, startDesk, type CitizenSocket } from './harness.ts';

test('SE-4 a budget allows a burst, then one more after each interval', () => {
  let now = 0;
  const budget = createBudget({ burst: 3, everyMs: 100 }, () => now);
  expect([budget.take(), budget.take(), budget.take()]).toEqual([0, 0, 0]);
  expect(budget.take()).toBe(100);
  now = 60;
  expect(budget.take()).toBe(40);
  now = 100;
  expect([budget.take(), budget.take()]).toEqual([0, 100]);
  now = 100_000;
  expect([budget.take(), budget.take(), budget.take(), budget.take()]).toEqual([0, 0, 0, 100]);
});

test('SE-4 budgets of different keys do not touch each other', () => {
  const budgets = createBudgets({ burst: 1, everyMs: 100 }, () => 0);
  expect([budgets.take('a'), budgets.take('b'), budgets.take('a')]).toEqual([0, 0, 100]);
});

/** What a flood is answered with: how many were let through, and the first refusal. */
async function flood(client: CitizenSocket, times: number) {
  const answers = await Promise.all(Array.from({ length: times }, () => ask(client, 'typing:set', {})));
  const refused = answers.filter((answer) => !answer.ok && answer.code === 'too-many');
  return { passed: answers.length - refused.length, refusal: refused[0] };
}

test('SE-4 too many events on one connection are refused with the time to wait; others are not touched', async () => {
  const desk = await startDesk({ limits: { events: { burst: 10, everyMs: 60_000 } } });
  try {
    const [loud, quiet] = [await desk.citizen(), await desk.citizen()];
    const { passed, refusal } = await flood(loud, 25);
    expect(passed).toBe(10);
    expect(refusal).toMatchObject({ ok: false, code: 'too-many' });
    expect(refusal?.ok === false && (refusal.retryAfterMs ?? 0)).toBeGreaterThan(50_000);
    expect((await flood(quiet, 5)).passed).toBe(5);
  } finally {
    await desk.close();
  }
});

test('SE-4 too many conversations from one address are refused, over all its connections', async () => {
  const desk = await startDesk({ config: { trustedProxies: 1 }, limits: { starts: { burst: 2, everyMs: 60_000 } } });
  const from = (address: string) => desk.citizen({ headers: { 'x-forwarded-for': `10.0.0.1, ${address}` } });
  const start = async (client: CitizenSocket) =>
    ask(client, 'conversation:start', {
      startId: crypto.randomUUID(),
      service: 'chat',
      language: 'it',
      context: { searches: [], articles: [] },
    });
  try {
    await begin(await from('192.0.2.1'));
    await begin(await from('192.0.2.1'));
    expect(await start(await from('192.0.2.1'))).toMatchObject({ ok: false, code: 'too-many' });
    await begin(await from('192.0.2.2'));
    // One IPv6 network is one household.
    await begin(await from('2001:db8:0:1::1'));
    await begin(await from('2001:db8:0:1::2'));
    expect(await start(await from('2001:db8:0:1::3'))).toMatchObject({ ok: false, code: 'too-many' });
  } finally {
    await desk.close();
  }
});
