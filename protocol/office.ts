import * as z from 'zod/mini';
import type { Language } from './conversation.ts';

/** The editors' and administrators' own name for an office: `tributi`. */
export const officeId = z.string().check(z.minLength(2), z.maxLength(40), z.regex(/^[a-z0-9-]+$/));

/** A competent office: contacts are transferred to it, or it is consulted. */
export interface Office {
  id: string;
  name: Record<Language, string>;
  /** Ids of the knowledge base's topics that it answers for. */
  topics: string[];
  /** Where a consultation can be sent when nobody of it is at the desk. */
  email: string | null;
  phone: string | null;
  /** What operators should know before turning to it: opening times, what it does not do. */
  note: string | null;
}

/** Beside an office: how many of its people are at the desk now. */
export interface OfficeNow extends Office {
  /** Available, with room for one more. */
  free: number;
  here: number;
}

/** To whom something is handed or put: an office, or one colleague. */
export const target = z.union([
  z.strictObject({ office: officeId }),
  z.strictObject({ operator: z.string().check(z.minLength(8), z.maxLength(64)) }),
]);
export type Target = z.infer<typeof target>;

/** A text that operators have ready; `key` is what they type after `/`. */
export interface CannedReply {
  key: string;
  text: { it: string } & Partial<Record<Language, string>>;
}
