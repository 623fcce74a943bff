import type { CallState } from '../../protocol/call.ts';
import { inCall } from './in-call.ts';
import type { Trouble } from './wire.ts';

export { inCall };

/** Why a call could not be had: the server's reason, or what this browser lacks or got wrong. */
export type CallFailure = Trouble | 'unsupported' | 'media-error';

export type CallPhase =
  /** Nothing is going on. */
  | { name: 'idle' }
  /** Looking at oneself, before asking for the call. */
  | { name: 'checking' }
  /** Ready, and no operator yet. */
  | { name: 'waiting' }
  /** The call is there; our transports are being built. */
  | { name: 'joining'; callId: string; epoch: number; attempt: number }
  | { name: 'live'; callId: string; epoch: number; attempt: number }
  /** The call goes on; our transports lost contact and look for another way (ICE restart). */
  | { name: 'recovering'; cause: 'line'; callId: string; epoch: number; attempt: number }
  /** The connection to the server is gone, or the server repairs the media: the next word comes from there. */
  | { name: 'recovering'; cause: 'network' | 'server'; callId: string }
  /** Joining failed; it is tried again after `delayMs`. */
  | { name: 'recovering'; cause: 'retry'; callId: string; epoch: number; delayMs: number }
  /** The call is over, or its conversation ended before it began. Text may go on. */
  | { name: 'ended' }
  | { name: 'failed'; callId: string; epoch: number; code: CallFailure };

/**
 * A client's view of its call. The server's `CallState` is the authority; what this adds are local facts: whether we
 * are connected, which attempt at joining is the current one, how many failed in a row.
 */
export interface CallModel {
  phase: CallPhase;
  /** The server's word, the last heard; null when there is no call. */
  server: CallState | null;
  connected: boolean;
  /** Grows with every join: what an older attempt still has to say is dropped. */
  attempts: number;
  /** Joins that failed since media last flowed. */
  failures: number;
  /** The call the person hung up: the server may speak of it a little longer, and it is not joined again. */
  leftCallId: string | null;
}

export type CallEvent =
  | { type: 'check' }
  | { type: 'wait' }
  /** Out of the check, or out of the line. */
  | { type: 'dismiss' }
  /** What the conversation's state says. `over`: the conversation is closed. */
  | { type: 'server'; call: CallState | null; over: boolean }
  | { type: 'connection'; connected: boolean }
  /** The server let us in, into the call as it is now. */
  | { type: 'admitted'; attempt: number; call: CallState }
  | { type: 'joined'; attempt: number }
  | { type: 'line'; attempt: number; broken: boolean }
  /** The attempt is over, for this reason. */
  | { type: 'lost'; attempt: number; code: CallFailure }
  /** Time to try again, by the clock or by hand. */
  | { type: 'retry' }
  /** The person hung up. */
  | { type: 'leave' };

/** A phase in which transports exist, or are being built. */
export type AttachedPhase = Extract<CallPhase, { attempt: number }>;

const MAX_FAILURES = 5;
const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 5_000;

/** Trying again would bring the same answer. */
const FINAL: ReadonlySet<CallFailure> = new Set<CallFailure>([
  'no-media',
  'forbidden',
  'version-mismatch',
  'not-signed-in',
  'unsupported',
]);

export function createCallModel(connected: boolean): CallModel {
  return { phase: { name: 'idle' }, server: null, connected, attempts: 0, failures: 0, leftCallId: null };
}

export function reduceCall(model: CallModel, event: CallEvent): CallModel {
  switch (event.type) {
    case 'check':
      return inCall(model.phase) ? model : { ...model, phase: { name: 'checking' } };
    case 'wait':
      return inCall(model.phase) ? model : { ...model, phase: { name: 'waiting' } };
    case 'dismiss':
      return beforeCall(model.phase) ? { ...model, phase: { name: 'idle' } } : model;
    case 'server':
      return heard(model, event);
    case 'connection':
      return connection(model, event.connected);
    case 'admitted':
      return admitted(model, event);
    case 'joined':
      return withAttached(model, event.attempt, (phase) => ({ phase: live(phase) }));
    case 'line':
      return withAttached(model, event.attempt, (phase) => line(model, phase, event.broken));
    case 'lost':
      return withAttached(model, event.attempt, (phase) => lost(model, phase, event.code));
    case 'retry':
      return retry(model);
    case 'leave':
      return leave(model);
    default:
      return unreachable(event);
  }
}

/** The phase if it stands on transports, or null. */
export function attached(phase: CallPhase): AttachedPhase | null {
  return 'attempt' in phase ? phase : null;
}

function beforeCall(phase: CallPhase): boolean {
  return phase.name === 'checking' || phase.name === 'waiting';
}

function heard(model: CallModel, { call, over }: { call: CallState | null; over: boolean }): CallModel {
  const next = { ...model, server: call };
  if (!call && over && model.phase.name === 'waiting') return { ...next, phase: { name: 'ended' } };
  return settle(next);
}

/** After a broken connection the old word may be out of date: only losing it moves the phase, the next word heals it. */
function connection(model: CallModel, connected: boolean): CallModel {
  const next = { ...model, connected };
  return connected ? next : settle(next);
}

/** Brings the phase in line with the server's word. */
function settle(model: CallModel): CallModel {
  const { phase, server, connected } = model;
  if (!server) return 'callId' in phase ? { ...model, phase: { name: 'ended' } } : model;
  if (server.id === model.leftCallId) return model;
  if (concerns(phase, server) && phase.name === 'failed') return model;
  if (!connected) return { ...model, phase: { name: 'recovering', cause: 'network', callId: server.id } };
  if (!server.ready) return { ...model, phase: { name: 'recovering', cause: 'server', callId: server.id } };
  return concerns(phase, server) ? model : join(model, server);
}

/** Whether the phase is about this very epoch of this very call. */
function concerns(phase: CallPhase, call: CallState): boolean {
  return 'epoch' in phase && phase.callId === call.id && phase.epoch === call.epoch;
}

function join(model: CallModel, call: CallState): CallModel {
  const attempt = model.attempts + 1;
  return { ...model, attempts: attempt, phase: { name: 'joining', callId: call.id, epoch: call.epoch, attempt } };
}

/** The server may have moved on to a newer epoch between its last word and our joining. */
function admitted(model: CallModel, { attempt, call }: { attempt: number; call: CallState }): CallModel {
  if (attached(model.phase)?.attempt !== attempt) return model;
  return settle({ ...model, server: call, phase: { name: 'joining', callId: call.id, epoch: call.epoch, attempt } });
}

function live({ callId, epoch, attempt }: AttachedPhase): CallPhase {
  return { name: 'live', callId, epoch, attempt };
}

/** A transport that connects while we are still joining proves the line, and does not yet make the call live. */
function line(model: CallModel, phase: AttachedPhase, broken: boolean): Partial<CallModel> {
  const failures = broken ? model.failures : 0;
  if (phase.name === 'joining') return { failures };
  return { failures, phase: broken ? { ...phase, name: 'recovering', cause: 'line' } : live(phase) };
}

function lost(model: CallModel, { callId, epoch }: AttachedPhase, code: CallFailure): Partial<CallModel> {
  const failures = model.failures + 1;
  if (FINAL.has(code) || failures > MAX_FAILURES) return { failures, phase: { name: 'failed', callId, epoch, code } };
  const delayMs = Math.min(FIRST_DELAY_MS * 2 ** model.failures, LONGEST_DELAY_MS);
  return { failures, phase: { name: 'recovering', cause: 'retry', callId, epoch, delayMs } };
}

function retry(model: CallModel): CallModel {
  const { phase } = model;
  if (phase.name === 'failed') return settle({ ...model, failures: 0, phase: { name: 'waiting' } });
  if (phase.name === 'recovering' && phase.cause === 'retry') return settle({ ...model, phase: { name: 'waiting' } });
  return model;
}

function leave(model: CallModel): CallModel {
  const { phase } = model;
  const leftCallId = 'callId' in phase ? phase.callId : model.leftCallId;
  return { ...model, failures: 0, leftCallId, phase: { name: 'ended' } };
}

function withAttached(
  model: CallModel,
  attempt: number,
  change: (phase: AttachedPhase) => Partial<CallModel>,
): CallModel {
  const phase = attached(model.phase);
  return phase?.attempt === attempt ? { ...model, ...change(phase) } : model;
}

function unreachable(event: never): never {
  throw new Error(`no such event: ${JSON.stringify(event)}`);
}
