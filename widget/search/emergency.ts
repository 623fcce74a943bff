import { hear } from './emergency-hearing.ts';
import type { EmergencyKind } from './emergency-rules.ts';
import { tone } from './emergency-tone.ts';
import { NO_POINTS, weigh } from './emergency-weighing.ts';
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

/** A longer message is read in pieces of this many words, each begun in the middle of the one before: danger is near itself. */
const PIECE = 60;

/**
 * Whether somebody seems to be in danger now. It errs on the side of showing the number: that costs a line on the
 * screen, a miss may cost more.
 */
export function findEmergency(tokens: Token[], local: LocalContacts = {}): Emergency | null {
  const heard = hear(tokens);
  const words = tokens.map(({ word }) => word);
  let best: { kind: EmergencyKind; tone: number } | null = null;
  for (let start = 0; start === 0 || start + PIECE / 2 < tokens.length; start += PIECE / 2) {
    const piece = heard.slice(start, start + PIECE);
    const danger = weigh(piece);
    const sounds = tone(words.slice(start, start + PIECE), piece, danger?.points ?? NO_POINTS);
    if (sounds > 0 && (best === null || sounds > best.tone)) best = { kind: danger?.kind ?? 'health', tone: sounds };
  }
  return best === null ? null : { kind: best.kind, contacts: contactsFor(best.kind, local) };
}

function contactsFor(kind: EmergencyKind, local: LocalContacts): EmergencyContact[] {
  return [GENERAL, ...(kind === 'violence' ? [VIOLENCE] : []), DEAF, ...(local[kind] ?? [])];
}
