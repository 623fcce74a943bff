import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Attachment } from '../../protocol/attachment.ts';
import { createTray, isSettled } from '../../widget/core/attachment-tray.ts';
import type { ChosenFile, Files } from '../../widget/core/files.ts';
import type { Answer } from '../../widget/core/wire.ts';
import { clock } from './node-clock.ts';

const file = (name: string, change: Partial<ChosenFile<string>> = {}): ChosenFile<string> => ({
  name,
  type: 'application/pdf',
  bytes: 1_000,
  body: name,
  ...change,
});

/** Uploads that end when the test says so. */
function open() {
  const going: { name: string; key: string; progress: (share: number) => void; cancelled: boolean }[] = [];
  const ends: ((answer: Answer<{ attachment: Attachment }>) => void)[] = [];
  const files: Files<string> = {
    upload({ name }, key, progress) {
      const upload = { name, key, progress, cancelled: false };
      going.push(upload);
      return {
        answer: new Promise((resolve) => void ends.push(resolve)),
        cancel: () => void (upload.cancelled = true),
      };
    },
    download: async () => ({ ok: false, code: 'not-found' }),
  };
  let made = 0;
  const tray = createTray({ files, clock, newId: () => `${(made += 1)}`.padStart(12, 'x') });
  const arrive = async (name: string): Promise<void> => {
    ends.at(-1)?.({ ok: true, attachment: { id: `id-${name}`, name, type: 'application/pdf', bytes: 1_000 } });
    await vi.advanceTimersByTimeAsync(0);
  };
  const fail = async (answer: Answer<{ attachment: Attachment }>): Promise<void> => {
    ends.at(-1)?.(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { tray, going, arrive, fail, states: () => tray.value.map(({ name, state }) => `${name}: ${state.name}`) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('CH-80 sends files up one after the other, and hands them over with the proof of who sent them', async () => {
  const { tray, going, arrive, states } = open();
  tray.add([file('uno'), file('due')]);
  expect(going.map(({ name }) => name)).toEqual(['uno']);
  going[0]?.progress(0.5);
  expect(tray.value[0]?.state).toEqual({ name: 'uploading', share: 0.5 });
  await arrive('uno');
  expect(states()).toEqual(['uno: ready', 'due: uploading']);
  expect(isSettled(tray.value)).toBe(false);
  await arrive('due');
  expect(isSettled(tray.value)).toBe(true);
  const taken = tray.take();
  expect(taken.map(({ id, key }) => [id, key])).toEqual(going.map(({ name, key }) => [`id-${name}`, key]));
  expect(new Set(taken.map(({ key }) => key)).size).toBe(2);
  expect(taken.every(({ key }) => key.length >= 20)).toBe(true);
  expect(tray.value).toEqual([]);
});

it('CH-81 tries again by itself when the line is down, at once when it is told that it is back', async () => {
  const { tray, going, fail, arrive, states } = open();
  tray.add([file('uno')]);
  await fail({ ok: false, code: 'no-answer' });
  expect(tray.value[0]?.state).toEqual({ name: 'waiting', lost: true });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(going).toHaveLength(2);
  await fail({ ok: false, code: 'unavailable' });
  tray.hurry();
  expect(going).toHaveLength(3);
  await arrive('uno');
  expect(states()).toEqual(['uno: ready']);
});

it('CH-82 refuses by itself what is too heavy, of another kind, or one too many, and goes on with the rest', async () => {
  const { tray, going, fail, states } = open();
  tray.add([
    file('programma', { type: 'application/x-msdownload' }),
    file('film', { bytes: 10 * 1024 * 1024 + 1 }),
    ...['1', '2', '3', '4', '5', '6'].map((name) => file(name)),
  ]);
  expect(tray.value.flatMap(({ name, state }) => (state.name === 'refused' ? [[name, state.why]] : []))).toEqual([
    ['programma', 'bad-file'],
    ['film', 'too-large'],
    ['6', 'too-many-files'],
  ]);
  await fail({ ok: false, code: 'infected' });
  expect(states()).toContain('1: refused');
  expect(going.map(({ name }) => name)).toEqual(['1', '2']);
});

it('CH-82 stops what is taken out, and what goes on when it is closed', async () => {
  const { tray, going, states } = open();
  tray.add([file('uno'), file('due')]);
  tray.remove(tray.value[0]?.id ?? '');
  expect(going[0]?.cancelled).toBe(true);
  expect(states()).toEqual(['due: uploading']);
  tray.close();
  tray.close();
  expect(going[1]?.cancelled).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(going).toHaveLength(2);
});
