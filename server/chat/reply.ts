import type { Acknowledgement, Code } from '../../protocol/codes.ts';

/** What came of a request. The order is always: committed, then the answer goes out, then the others are told. */
export interface Reply<Value extends object = object> {
  answer: Acknowledgement<Value>;
  notify?: () => void;
}

export function done<Value extends object>(value: Value, notify?: () => void): Reply<Value> {
  return { answer: { ok: true, ...value }, ...(notify && { notify }) };
}

export function refused(code: Code): Reply<never> {
  return { answer: { ok: false, code } };
}
