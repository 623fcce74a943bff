import type { infer as Infer } from 'zod/mini';
import type { addContact, Channel } from '../../protocol/desk.ts';
import { contactProblems, contactRequest, type ContactForm, type ContactProblem } from './close-form.ts';

export type ContactAddition = Infer<typeof addContact>;
export type TypedChannel = ContactAddition['channel'];
export const TYPED_CHANNELS = [
  'phone',
  'email',
  'pec',
  'web-form',
  'desk',
  'social',
] as const satisfies readonly Channel[];

/** A contact that came in another way, as it stands on screen. */
export interface ContactEntry extends ContactForm {
  channel: TypedChannel;
  /** Local date and time as the field has it, `2026-11-24T10:30`; '' means now. */
  when: string;
}

export type EntryProblem = ContactProblem | 'when';

/** Nothing is guessed but what most are: a call that asks for information, now. */
export const firstEntry = (channel: TypedChannel = 'phone'): ContactEntry => ({
  channel,
  when: '',
  reason: 'information',
  topic: '',
  outcome: null,
  office: '',
  note: '',
});

/** When it came in, epoch ms; null where that cannot be read, or has not come yet. */
function momentOf({ when }: ContactEntry, now: number): number | null {
  if (when === '') return now;
  const at = new Date(when).getTime();
  return Number.isNaN(at) || at > now ? null : at;
}

/** In the order of the fields. @param now epoch ms, the server's clock */
export function entryProblems(entry: ContactEntry, now: number): EntryProblem[] {
  return [...(momentOf(entry, now) === null ? ['when' as const] : []), ...contactProblems(entry)];
}

/** The request for it, or null while it is incomplete. Sent again with the same `contactId` it is one contact. */
export function entryRequest(entry: ContactEntry, contactId: string, now: number): ContactAddition | null {
  const at = momentOf(entry, now);
  const contact = contactRequest(entry);
  return at === null || contact === null ? null : { contactId, channel: entry.channel, at, ...contact };
}
