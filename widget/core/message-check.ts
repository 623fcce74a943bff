import type { ReachBy } from '../../protocol/callback.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { MessageDraft } from './message-desk.ts';

export type MessageField = 'text' | 'email' | 'phone';

export interface MessageFault {
  field: MessageField;
  why: 'missing' | 'wrong' | 'too-long';
}

/** Something before one @, and a name with a dot behind it. Whether somebody reads there, only a mail can tell. */
const EMAIL = /^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)+$/u;
const PHONE = /^[+\d\s()./-]+$/u;
const PHONE_DIGITS = { least: 6, most: 15 };

/** What has to be put right before it can be sent, in the order of the screen. */
export function checkMessage(draft: MessageDraft): MessageFault[] {
  return [...checkText(draft.text.trim()), ...checkReach(draft)];
}

function checkText(text: string): MessageFault[] {
  if (!text) return [{ field: 'text', why: 'missing' }];
  return text.length > LIMITS.messageText ? [{ field: 'text', why: 'too-long' }] : [];
}

function checkReach({ by, ...values }: MessageDraft): MessageFault[] {
  const value = values[by].trim();
  if (!value) return [{ field: by, why: 'missing' }];
  return (by === 'email' ? isEmail(value) : isPhone(value)) ? [] : [{ field: by, why: 'wrong' }];
}

export function isEmail(value: string): boolean {
  return value.length <= 254 && EMAIL.test(value);
}

function isPhone(value: string): boolean {
  const digits = value.replace(/\D/gu, '').length;
  return PHONE.test(value) && digits >= PHONE_DIGITS.least && digits <= PHONE_DIGITS.most;
}

export function reachOf({ by, email, phone }: MessageDraft): ReachBy {
  return by === 'email' ? { by, email: email.trim() } : { by, phone: phone.trim() };
}
