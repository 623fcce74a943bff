import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEditors, type Editors } from '../../../console/core/editors.ts';
import { PLACES, placesOf } from '../../../console/core/places.ts';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import { createObservable } from '../../../widget/core/observable.ts';
import type { Answer } from '../../../widget/core/wire.ts';
import { overview } from './fixtures.ts';

type Reply = Answer<{ overview: EditorsOverview }>;

const clock = {
  now: () => Date.now(),
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The page's knowledge, with a server that answers what it is told to. */
function open() {
  const online = createObservable(true);
  const waiting: ((reply: Reply) => void)[] = [];
  let ended = 0;
  const editors: Editors = createEditors({
    fetchOverview: () => new Promise((resolve) => waiting.push(resolve)),
    clock,
    online,
    onSessionEnded: () => (ended += 1),
  });
  return {
    editors,
    online,
    ended: () => ended,
    asked: () => waiting.length,
    async answer(reply: Reply) {
      waiting.at(-1)?.(reply);
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

const silence = { ok: false, code: 'no-answer' } as const;
const first = { ok: true, overview: overview({ now: 1 }) } as const;
const second = { ok: true, overview: overview({ now: 2 }) } as const;

describe('the editors’ overview', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is asked for once at a time, and keeps what it shows until the answer is there', async () => {
    const { editors, asked, answer } = open();
    void editors.refresh();
    void editors.refresh();
    expect(asked()).toBe(1);
    expect(editors.value).toEqual({ name: 'loading' });
    await answer(first);
    void editors.refresh();
    expect(editors.value).toEqual({ name: 'ready', overview: first.overview, trouble: null, busy: true });
    await answer(second);
    expect(editors.value).toMatchObject({ overview: { now: 2 }, busy: false });
  });

  it('KB-92 keeps an older overview, with the reason, and asks again by itself', async () => {
    const { editors, asked, answer } = open();
    void editors.refresh();
    await answer(first);
    void editors.refresh();
    await answer(silence);
    expect(editors.value).toMatchObject({ name: 'ready', overview: { now: 1 }, trouble: 'no-answer' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked()).toBe(3);
    await answer(second);
    expect(editors.value).toMatchObject({ overview: { now: 2 }, trouble: null });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(3);
  });

  it('KB-92 asks again as soon as the network is back, and only if something is missing', async () => {
    const { editors, online, asked, answer } = open();
    void editors.refresh();
    await answer(silence);
    expect(editors.value).toEqual({ name: 'failed', code: 'no-answer', busy: false });
    online.set(false);
    expect(asked()).toBe(1);
    online.set(true);
    expect(asked()).toBe(2);
    await answer(first);
    online.set(false);
    online.set(true);
    expect(asked()).toBe(2);
  });

  it('does not insist where it is not let in, and tells when the session has ended', async () => {
    const { editors, asked, answer, ended } = open();
    void editors.refresh();
    await answer({ ok: false, code: 'forbidden' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(asked()).toBe(1);
    expect(ended()).toBe(0);
    void editors.refresh();
    await answer({ ok: false, code: 'not-signed-in' });
    expect(ended()).toBe(1);
  });

  it('is still once closed, whatever was on its way', async () => {
    const { editors, online, asked, answer } = open();
    void editors.refresh();
    editors.close();
    editors.close();
    await answer(silence);
    online.set(false);
    online.set(true);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(editors.value).toEqual({ name: 'loading' });
    expect(asked()).toBe(1);
  });
});

describe('places', () => {
  const who = (change: Partial<Parameters<typeof placesOf>[0]>) => ({ skills: [], roles: [], offices: [], ...change });

  it('KB-90 an account has the desk, the editors’ page or both', () => {
    expect(placesOf(who({ skills: ['chat'] }))).toEqual(['desk', 'callbacks', 'contacts']);
    expect(placesOf(who({ roles: ['editor'] }))).toEqual(['editors']);
    expect(placesOf(who({ skills: ['lis'], roles: ['editor'] }))).toEqual(['desk', 'callbacks', 'contacts', 'editors']);
    expect(placesOf(who({}))).toEqual([]);
  });

  it('QU-100 people of an office and supervisors have a desk; the floor and the people are for supervisors', () => {
    expect(placesOf(who({ roles: ['editor'], offices: ['tributi'] }))).toEqual([
      'desk',
      'callbacks',
      'contacts',
      'editors',
    ]);
    expect(placesOf(who({ roles: ['supervisor'] }))).toEqual([...PLACES]);
  });
});
