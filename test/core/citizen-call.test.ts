import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCallClient } from '../../widget/core/call-client.ts';
import { createCitizenCall } from '../../widget/core/citizen-call.ts';
import { openModel, type ConversationModel } from '../../widget/core/conversation-state.ts';
import { createObservable } from '../../widget/core/observable.ts';
import type { CitizenWire } from '../../widget/core/wire.ts';
import { call, clock, conversation, createDrawerOfDevices, createRecordedMedia } from './call-script.ts';
import { createScriptedWire, type Track } from './call-script.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function set() {
  const { wire } = createScriptedWire();
  const { media } = createRecordedMedia();
  const { devices, on } = createDrawerOfDevices();
  const model = createObservable<ConversationModel | undefined>(undefined);
  const citizen = createCitizenCall<Track>({
    citizen: { model, line: async () => wire as CitizenWire },
    make: async () => createCallClient<Track>({ wire, media, devices, clock, side: 'citizen' }),
  });
  return {
    citizen,
    on,
    phase: () => citizen.value?.value.phase.name,
    says(state: ReturnType<typeof call> | null) {
      model.set(openModel('citizen', { conversation: conversation(state), messages: [] }));
      return settle();
    },
  };
}

function settle(): Promise<unknown> {
  return vi.advanceTimersByTimeAsync(0);
}

it('CA-14 answered behind a closed panel, the call and its camera wait until the person comes back', async () => {
  const { citizen, on, phase, says } = set();
  const client = await citizen.prepare();
  client?.check();
  await settle();
  client?.wait();
  citizen.attend(true);
  await says(null);
  citizen.attend(false);
  await says(call());
  expect([...on]).toEqual([]);
  expect(phase()).toBe('waiting');
  citizen.attend(true);
  await settle();
  expect(phase()).toBe('live');
  expect(on.size).toBe(1);
});

it('CA-14 in a call, leaving the screen switches camera and microphone off, and the end is still heard', async () => {
  const { citizen, on, phase, says } = set();
  citizen.attend(true);
  await says(call());
  await citizen.value?.setMicrophone(true);
  expect(on.size).toBe(2);
  citizen.attend(false);
  expect(on.size).toBe(0);
  expect(phase()).toBe('live');
  await says(null);
  expect(phase()).toBe('ended');
});
