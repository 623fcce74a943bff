import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCallbackBoard, type CallbackBoard } from '../../../server/callbacks/callback-board.ts';
import { countCallbacks, nextTurn } from '../../../server/callbacks/callback-counts.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { addCallback } from '../store/records.ts';

const ZONE = 'Europe/Rome';
const at = (time: string): number => Temporal.ZonedDateTime.from(`${time}[Europe/Rome]`).epochMilliseconds;

describe('counts', () => {
  test('CB-6 tell what is open, late, and due before midnight on the clock of the place', () => {
    const due = [at('2027-03-27T09:00'), at('2027-03-27T23:59'), at('2027-03-28T00:00'), at('2027-03-28T12:00')];
    expect(countCallbacks(due, at('2027-03-27T10:00'), ZONE)).toStrictEqual({
      open: 4,
      overdue: 1,
      today: 2,
      nextDueAt: due[0],
    });
    // On the day of the clock change too, which has 23 hours.
    expect(countCallbacks(due, at('2027-03-28T12:00'), ZONE)).toMatchObject({ overdue: 3, today: 4 });
    expect(countCallbacks([], 0, ZONE)).toStrictEqual({ open: 0, overdue: 0, today: 0, nextDueAt: null });
  });

  test('CB-6 turn by themselves when a time is past, and at midnight', () => {
    const due = [at('2027-03-27T09:00'), at('2027-03-29T09:00')];
    expect(nextTurn(due, at('2027-03-27T08:00'), ZONE)).toBe(at('2027-03-27T09:00') + 1);
    expect(nextTurn(due, at('2027-03-27T09:00') + 1, ZONE)).toBe(at('2027-03-28T00:00'));
    expect(nextTurn(due, at('2027-03-30T00:00'), ZONE)).toBeNull();
  });
});

describe('the board', () => {
  let folder: string;
  let store: Store;
  let board: CallbackBoard;
  let changes: number;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-board-'));
    store = await createSqliteStore(join(folder, 'sportello.sqlite'));
    changes = 0;
    vi.useFakeTimers({ now: at('2027-03-27T08:59:58'), toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });

  afterEach(async () => {
    board.close();
    vi.useRealTimers();
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function open(): Promise<void> {
    board = await openCallbackBoard({
      store,
      settings: () => DEFAULT_SETTINGS,
      onChange: () => (changes += 1),
      now: Date.now,
      log: pino({ level: 'silent' }),
    });
  }

  test('CB-6 says by itself that a promise is late, once', async () => {
    await addCallback(store, { dueAt: at('2027-03-27T09:00') });
    await open();
    expect(board.counts()).toMatchObject({ open: 1, overdue: 0, today: 1 });
    await vi.advanceTimersByTimeAsync(2000);
    expect([board.counts().overdue, changes]).toStrictEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([board.counts().overdue, changes]).toStrictEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(changes).toBe(1);
  });

  test('CB-6 counts anew what was stored meanwhile, and waits for the earliest', async () => {
    await addCallback(store, { dueAt: at('2027-04-01T09:00') });
    await open();
    await addCallback(store, { dueAt: at('2027-03-27T09:00') });
    await board.changed();
    expect([board.counts().open, changes]).toStrictEqual([2, 1]);
    await vi.advanceTimersByTimeAsync(2001);
    expect([board.counts().overdue, changes]).toStrictEqual([1, 2]);
    board.close();
    board.close();
    await board.changed();
    expect(changes).toBe(2);
  });
});
