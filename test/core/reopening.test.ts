import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeskStatus, ServiceState } from '../../protocol/status.ts';
import { createLater, followLater, type Later } from '../../widget/core/later.ts';
import { createI18n } from '../../widget/core/i18n.ts';
import { createObservable, type WritableObservable } from '../../widget/core/observable.ts';
import { createReopeningWatch } from '../../widget/core/reopening.ts';
import { START, type Trail } from '../../widget/core/route.ts';
import type { DeskNow } from '../../widget/core/status-watch.ts';
import { clock } from './node-clock.ts';
import { words } from '../../widget/locales/words.ts';

const HOUR = 3_600_000;
const OPEN: ServiceState = { state: 'open', waiting: 0, estimateMs: 0, closesAt: null };

let later: Later;
let asked: number;
/** What an open screen has seen. */
let seen: WritableObservable<DeskNow>;
/** When each opens, by the clock; unreachable while null. */
let opening: { chat: number; lis: number } | null;

function status(): DeskStatus {
  const now = Date.now();
  const at = (opensAt: number): ServiceState => (now >= opensAt ? OPEN : { state: 'closed', opensAt });
  return {
    now,
    services: { chat: at(opening?.chat ?? 0), lis: at(opening?.lis ?? 0) },
    message: { dueAt: 0 },
    privacyUrl: null,
    mail: true,
    notices: [],
  };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  asked = 0;
  seen = createObservable<DeskNow>({ name: 'loading' });
  opening = { chat: 12 * HOUR, lis: Infinity };
  later = createLater({
    watch: async (reopening) =>
      createReopeningWatch({
        reopening,
        seen,
        clock,
        fetchStatus: async () => {
          asked += 1;
          if (!opening) throw new Error('no server');
          return status();
        },
      }),
    makeMessage: () => Promise.reject(new Error('not here')),
  });
});

afterEach(() => {
  later.close();
  later.close();
  vi.useRealTimers();
});

it('CH-85 tells that it has opened within twenty seconds, and asks seldom until then', async () => {
  await later.awaitOpening('chat', true);
  await vi.advanceTimersByTimeAsync(11 * HOUR);
  expect(asked).toBeLessThanOrEqual(11 * 12 + 1);
  expect(later.reopening.value).toEqual({ awaited: ['chat'], opened: null, seen: true, failed: null });
  await vi.advanceTimersByTimeAsync(HOUR + 20_000);
  expect(later.reopening.value).toEqual({ awaited: [], opened: 'chat', seen: false, failed: null });
  later.notice('seen');
  expect(later.reopening.value.seen).toBe(true);
  later.notice('gone');
  expect(later.reopening.value.opened).toBeNull();
});

it('CH-85 notices within five minutes what opens out of turn', async () => {
  await later.awaitOpening('lis', true);
  await vi.advanceTimersByTimeAsync(HOUR);
  opening = { chat: 0, lis: 0 };
  await vi.advanceTimersByTimeAsync(300_000);
  expect(later.reopening.value.opened).toBe('lis');
});

it('CH-85 notices at once what an open screen has seen, and asks no more often for it', async () => {
  await later.awaitOpening('lis', true);
  await vi.advanceTimersByTimeAsync(0);
  const before = asked;
  seen.set({ name: 'known', status: status() });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toBe(before);
  opening = { chat: 0, lis: 0 };
  seen.set({ name: 'known', status: status() });
  await vi.advanceTimersByTimeAsync(0);
  expect(later.reopening.value.opened).toBe('lis');
  later.close();
  seen.set({ name: 'failed' });
});

it('CH-85 says no more of what has closed again, and goes on where the server was away', async () => {
  await later.awaitOpening('chat', true);
  opening = null;
  await vi.advanceTimersByTimeAsync(12 * HOUR);
  opening = { chat: 0, lis: Infinity };
  await vi.advanceTimersByTimeAsync(20_000);
  expect(later.reopening.value.opened).toBe('chat');
  opening = { chat: Infinity, lis: Infinity };
  await vi.advanceTimersByTimeAsync(20_000);
  expect(later.reopening.value.opened).toBeNull();
});

it('CH-85 asks nothing any more once nobody wants to know, or all is closed', async () => {
  await later.awaitOpening('chat', true);
  await later.awaitOpening('chat', false);
  await vi.advanceTimersByTimeAsync(300_000);
  const before = asked;
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(asked).toBe(before);
  await later.awaitOpening('chat', true);
  later.close();
  const atClose = asked;
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  expect(asked).toBe(atClose);
});

it('CH-85 looks at once when the page is looked at again', async () => {
  await later.awaitOpening('lis', true);
  await vi.advanceTimersByTimeAsync(0);
  const before = asked;
  later.refresh();
  expect(asked).toBe(before + 1);
});

it('CH-85 is said once, and known where the citizen goes there', async () => {
  const said: string[] = [];
  const trail = createObservable<Trail>(START);
  const i18n = await createI18n({ lang: 'it', resources: words.panel });
  const stop = followLater(later, trail, i18n, (what) => said.push(what));
  opening = { chat: 0, lis: Infinity };
  await later.awaitOpening('chat', true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(['Ora puoi scrivere a un operatore.']);
  trail.set([{ name: 'home' }, { name: 'handover', service: 'lis' }]);
  expect(later.reopening.value.opened).toBe('chat');
  trail.set([{ name: 'home' }, { name: 'handover', service: 'chat' }]);
  expect(later.reopening.value.opened).toBeNull();
  stop();
});

it('CH-85 says when it cannot be begun, and can be asked again', async () => {
  let reachable = false;
  const weak = createLater({
    watch: async () => {
      if (!reachable) throw new Error('no code');
      return { look() {}, close() {} };
    },
    makeMessage: () => Promise.reject(new Error('not here')),
  });
  await weak.awaitOpening('lis', true);
  expect(weak.reopening.value).toMatchObject({ awaited: [], failed: 'lis' });
  reachable = true;
  await weak.awaitOpening('lis', true);
  expect(weak.reopening.value).toMatchObject({ awaited: ['lis'], failed: null });
});
