import { BUSINESS, LONG_AGO, SIGNALS, type EmergencyKind } from './emergency-rules.ts';
import type { Token } from './tokens.ts';

export type { EmergencyKind } from './emergency-rules.ts';

/** Whom to turn to: the words beside the number are the locale's business. */
export interface EmergencyContact {
  name: 'emergency' | 'emergency-deaf' | 'violence';
  /** As people read it. */
  number: string;
  /** tel: */
  href: string;
}

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
 * screen, a miss may cost more. What is said to be long past, or is a matter for an office, is no emergency.
 */
export function findEmergency(tokens: Token[]): Emergency | null {
  const text = ` ${tokens.map(({ word }) => word).join(' ')} `;
  const past = LONG_AGO.test(text);
  const business = past || BUSINESS.test(text);
  for (const { kind, now, signs, names } of SIGNALS) {
    if (now.test(text) || (!past && signs.test(text)) || (!business && names.test(text))) {
      return { kind, contacts: kind === 'violence' ? [GENERAL, VIOLENCE, DEAF] : [GENERAL, DEAF] };
    }
  }
  return null;
}
