import { hear } from './emergency-hearing.ts';
import { listen } from './emergency-listening.ts';
import type { EmergencyKind } from './emergency-rules.ts';
import type { Token } from './tokens.ts';

export type { EmergencyKind } from './emergency-rules.ts';

/** Whom to turn to: the words beside the number are the locale's business. */
export interface EmergencyContact {
  name: 'emergency' | 'emergency-deaf' | 'violence' | 'local';
  /** As people read it. */
  number: string;
  /** tel: */
  href: string;
}

/** Numbers that depend on place and year (poison centre, gas company, help line): the site's, by kind of emergency. */
export type LocalContacts = Partial<Record<EmergencyKind, readonly EmergencyContact[]>>;

export interface Emergency {
  kind: EmergencyKind;
  /** The number to call first, first. */
  contacts: EmergencyContact[];
}

const GENERAL: EmergencyContact = { name: 'emergency', number: '112', href: 'tel:112' };
/** 112 Sordi: answers the call with a link to a written chat with the emergency centre. */
const DEAF: EmergencyContact = { name: 'emergency-deaf', number: '800 800 112', href: 'tel:800800112' };
const VIOLENCE: EmergencyContact = { name: 'violence', number: '1522', href: 'tel:1522' };

/**
 * Whether somebody seems to be in danger now. It errs on the side of showing the number: that costs a line on the
 * screen, a miss may cost more.
 */
export function findEmergency(tokens: Token[], local: LocalContacts = {}): Emergency | null {
  const words = tokens.map(({ word }) => word);
  const { kind, tone } = listen(words, hear(tokens));
  return tone > 0 ? { kind, contacts: contactsFor(kind, local) } : null;
}

function contactsFor(kind: EmergencyKind, local: LocalContacts): EmergencyContact[] {
  return [GENERAL, ...(kind === 'violence' ? [VIOLENCE] : []), DEAF, ...(local[kind] ?? [])];
}
