import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountChangeOf, accountProblems, emptyAccount, proposeUsername } from '../../../console/core/account-form.ts';
import { contactRequest } from '../../../console/core/close-form.ts';
import { entryProblems, entryRequest, firstEntry } from '../../../console/core/contact-entry.ts';
import type { Callbacks, CallbacksModel } from '../../../console/core/callbacks.ts';
import { nearnessOf, remindersFor, stretchOf, type Reminder } from '../../../console/core/due.ts';
import { floorFigures } from '../../../console/core/floor.ts';
import { officeOf, officeProblems, emptyOffice, proposeOfficeId } from '../../../console/core/office-form.ts';
import { dropOffice, putOffice } from '../../../console/core/people.ts';
import { startReminding } from '../../../console/core/reminding.ts';
import type { Office } from '../../../protocol/office.ts';
import { createObservable } from '../../../widget/core/observable.ts';
import { createMemoryDrawer } from '../../../widget/core/storage.ts';
import { callback, colleague, desk, onFloor, waiting } from './fixtures.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const me = { id: 'operator-1', name: 'Ada' };

describe('due times', () => {
  it('QU-115 are late, today or later by the desk’s own days', () => {
    const now = Date.parse('2026-11-24T22:30:00Z');
    const at = (time: string) => nearnessOf({ dueAt: Date.parse(time) }, now);
    expect(at('2026-11-24T22:30:00Z')).toBe('overdue');
    // In Rome the day ends an hour before that of Greenwich.
    expect(at('2026-11-24T22:59:00Z')).toBe('today');
    expect(at('2026-11-24T23:00:00Z')).toBe('later');
  });

  it('QU-115 are told in minutes, hours and days, never as nothing', () => {
    expect(stretchOf(0)).toEqual({ unit: 'minutes', count: 1 });
    expect(stretchOf(59 * MINUTE)).toEqual({ unit: 'minutes', count: 59 });
    expect(stretchOf(2 * HOUR + 50 * MINUTE)).toEqual({ unit: 'hours', count: 2 });
    expect(stretchOf(47 * HOUR)).toEqual({ unit: 'hours', count: 47 });
    expect(stretchOf(49 * HOUR)).toEqual({ unit: 'days', count: 2 });
  });
});

describe('reminders', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  const clock = {
    now: () => Date.now(),
    after(ms: number, run: () => void) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };

  it('QU-119 are about what I took, within the hour and when it is late', () => {
    const own = callback('a', { takenBy: me, dueAt: 50 * MINUTE });
    const others = [callback('b', { dueAt: MINUTE }), callback('c', { dueAt: 0, takenBy: { id: 'x', name: 'Bea' } })];
    expect(remindersFor([own, ...others], me.id, 0)).toEqual([{ stage: 'soon', callback: own }]);
    expect(remindersFor([own], me.id, 50 * MINUTE)).toEqual([{ stage: 'overdue', callback: own }]);
    expect(remindersFor([{ ...own, dueAt: 2 * HOUR }], me.id, 0)).toEqual([]);
  });

  it('QU-119 come once for each stage as time goes by, also over a reload', async () => {
    const model = createObservable<CallbacksModel>({ open: null, closed: null, trouble: null });
    const callbacks = {
      subscribe: model.subscribe,
      get value() {
        return model.value;
      },
    } as unknown as Callbacks;
    const told: string[] = [];
    const drawer = createMemoryDrawer();
    const tell = ({ stage, callback: { id } }: Reminder): number => told.push(`${stage} ${id}`);
    const begin = () => startReminding({ callbacks, me: me.id, clock, drawer, tell });
    begin();
    model.set({ open: [callback('a', { takenBy: me, dueAt: 90 * MINUTE })], closed: null, trouble: null });
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(31 * MINUTE);
    expect(told).toEqual(['soon a']);
    begin();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(told).toEqual(['soon a']);
    const stop = begin();
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(told).toEqual(['soon a', 'overdue a']);
    stop();
    expect(drawer.get('reminded')).toBeNull();
  });
});

describe('the floor', () => {
  it('QU-121 counts who answers, who waits and since when', () => {
    const state = {
      ...desk([], {
        chat: [waiting('w-1', { since: 500 })],
        lis: [waiting('w-2', { since: 200, service: 'lis' as const })],
      }),
      colleagues: [
        colleague('b', 'Bea', { busy: true }),
        colleague('c', 'Ciro', { presence: 'off' as const }),
        colleague('d', 'Dora', { skills: [] }),
      ],
      floor: [onFloor('conv-a', 'b')],
      callbacks: { open: 3, overdue: 1, today: 2, nextDueAt: 1 },
    };
    const figures = { waiting: 2, longestSince: 200, live: 1, free: 1, here: 2, overdue: 1, today: 2 };
    expect(floorFigures(state)).toEqual(figures);
    expect(floorFigures(desk())).toMatchObject({ waiting: 0, longestSince: null, free: 1, here: 1 });
  });
});

describe('contacts of other channels', () => {
  const whole = { ...firstEntry('pec'), topic: 'bollo', outcome: 'resolved' as const, note: ' ' };

  it('QU-124 are complete with channel, reason, topic and outcome; without a time they are now', () => {
    expect(entryProblems(firstEntry(), 1000)).toEqual(['topic', 'outcome']);
    expect(entryRequest(firstEntry(), 'contact-1', 1000)).toBeNull();
    expect(entryRequest(whole, 'contact-1', 1000)).toEqual({
      contactId: 'contact-1',
      channel: 'pec',
      at: 1000,
      reason: 'information',
      topic: 'bollo',
      outcome: 'resolved',
    });
  });

  it('QU-124 come in at a time that can be read and has come', () => {
    const now = new Date('2026-11-21T10:30').getTime();
    expect(entryProblems({ ...whole, when: '2026-11-21T10:31' }, now)).toEqual(['when']);
    expect(entryProblems({ ...whole, when: 'ieri' }, now)).toEqual(['when']);
    expect(entryRequest({ ...whole, when: '2026-11-21T09:00' }, 'contact-1', now)?.at).toBe(
      new Date('2026-11-21T09:00').getTime(),
    );
  });

  it('QU-118 a form that promises something is not what ends a promise', () => {
    expect(contactRequest({ ...whole, outcome: 'later-answer' })).toBeNull();
  });
});

describe('accounts and offices', () => {
  it('OP-51 proposes a user name that the server takes', () => {
    expect(proposeUsername('Anna Dell’Orto')).toBe('anna.dellorto');
    expect(proposeUsername('  Niccolò  D. Bàlla ')).toBe('niccolo.d.balla');
    expect(accountProblems({ ...emptyAccount, name: 'Anna', username: proposeUsername('Anna') }, true)).toEqual([]);
    expect(accountProblems({ ...emptyAccount, username: 'Anna!', languages: [] }, true)).toEqual([
      'name',
      'username',
      'languages',
    ]);
    expect(accountChangeOf({ ...emptyAccount, name: ' Anna ' })).not.toHaveProperty('username');
  });

  it('OP-54 proposes a short name, refuses one that is taken, and leaves out what is empty', () => {
    expect(proposeOfficeId('Mobilità e Sosta (P)')).toBe('mobilita-e-sosta-p');
    const form = { ...emptyOffice, it: 'Tributi', en: 'Taxes', id: 'tributi', email: 'x' };
    expect(officeProblems(form, ['tributi'])).toEqual(['id-taken', 'email']);
    expect(officeProblems({ ...form, email: '' }, null)).toEqual([]);
    expect(officeOf(form)).toMatchObject({ id: 'tributi', email: 'x', phone: null, note: null });
  });

  it('OP-54 writes one office into the list that is there now, and takes one out of it', async () => {
    const office = (id: string): Office => officeOf({ ...emptyOffice, id, it: id, en: id });
    let there = [office('a'), office('b')];
    const api = {
      offices: async () => ({ ok: true as const, offices: there, writable: true }),
      async putOffices(offices: Office[]) {
        there = offices;
        return { ok: true as const, offices };
      },
    };
    await putOffice(api, { ...office('a'), phone: '050' });
    await putOffice(api, office('c'));
    await dropOffice(api, 'b');
    expect(there.map(({ id, phone }) => [id, phone])).toEqual([
      ['a', '050'],
      ['c', null],
    ]);
  });
});
