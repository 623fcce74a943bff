import { IDIOMS, MORE, NOW, SOMEBODY, TALK } from './emergency-more.ts';
import { BUSINESS, LONG_AGO, SIGNALS, type EmergencyKind, type Signal } from './emergency-rules.ts';
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

/** What a text says for an emergency, and what against it, in points. */
const POINTS = {
  now: 4,
  sign: 2.8,
  name: 2,
  hint: 1,
  somebody: 0.5,
  present: 1,
  past: -2,
  pastAndNow: -1,
  business: -1,
  talk: -3,
  talkInStory: -1.5,
};
const ENOUGH = 2;
/** In a text of more words, talk may be about something else. */
const STORY = 30;

/**
 * Whether somebody seems to be in danger now. It errs on the side of showing the number: that costs a line on the
 * screen, a miss may cost more. What is said to be long past, is a matter for an office, or is talk, needs more words.
 */
export function findEmergency(tokens: Token[], local: LocalContacts = {}): Emergency | null {
  const text = withoutIdioms(` ${tokens.map(({ word }) => word).join(' ')} `);
  const present = NOW.test(text);
  const past = LONG_AGO.test(text);
  const business = BUSINESS.test(text);
  const against =
    (past ? (present && !business ? POINTS.pastAndNow : POINTS.past) : 0) +
    (business ? POINTS.business : 0) +
    (TALK.test(text) ? (tokens.length > STORY ? POINTS.talkInStory : POINTS.talk) : 0);
  const context = (SOMEBODY.test(text) ? POINTS.somebody : 0) + (present ? POINTS.present : 0);
  const heard = SIGNALS.map((signal) => ({ kind: signal.kind, points: pointsOf(signal, text, context) }));
  const most = heard.reduce((best, next) => (next.points > best.points ? next : best));
  return most.points + against < ENOUGH ? null : { kind: most.kind, contacts: contactsFor(most.kind, local) };
}

function pointsOf({ kind, now, signs, names }: Signal, text: string, context: number): number {
  const more = MORE[kind];
  if (now.test(text) || more.now.test(text)) return POINTS.now + context / 2;
  if (signs.test(text) || more.signs.test(text)) return POINTS.sign + context / 2;
  if (names.test(text)) return POINTS.name + context / 2;
  return more.hints.test(text) ? POINTS.hint + context : 0;
}

function contactsFor(kind: EmergencyKind, local: LocalContacts): EmergencyContact[] {
  return [GENERAL, ...(kind === 'violence' ? [VIOLENCE] : []), DEAF, ...(local[kind] ?? [])];
}

/** «Sto morendo dal ridere»: taken out, what is left may still be a call. */
function withoutIdioms(text: string): string {
  let left = text;
  for (let times = 0; times < 4; times += 1) {
    const next = left.replace(IDIOMS, ' ');
    if (next === left) return left;
    left = next;
  }
  return left;
}
