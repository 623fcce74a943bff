import type { SectionName } from '../../protocol/article.ts';
import type { Service } from '../../protocol/conversation.ts';

/** What the panel shows. The conversation's own phase decides what `conversation` looks like. */
export type Route =
  | { name: 'home' }
  | { name: 'topic'; topic: string }
  /** With a section, that is what is looked at first. */
  | { name: 'answer'; article: string; section?: SectionName }
  /** A question taken as it stands: what the search makes of it, `about` the article that was just read. */
  | { name: 'question'; question: string; about?: string }
  /** Before a conversation: what goes along, what happens to it, the optional name. */
  | { name: 'handover'; service: Service }
  /** Before a signed call: picture, light and line. */
  | { name: 'call-check' }
  /** What is left when nobody answers, or the wait is too long. */
  | { name: 'message'; service: Service }
  | { name: 'conversation' };

/** The way here, the present route last. */
export type Trail = readonly Route[];

export const START: Trail = [{ name: 'home' }];

export function present(trail: Trail): Route {
  return trail.at(-1) ?? { name: 'home' };
}

/** Going where one already stands changes nothing; going home starts afresh. */
export function goTo(trail: Trail, route: Route): Trail {
  if (route.name === 'home') return START;
  const here = present(trail);
  if (JSON.stringify(here) === JSON.stringify(route)) return trail;
  // One conversation, one place: coming back to it must not lengthen the way.
  const kept = route.name === 'conversation' ? trail.filter(({ name }) => !isTowardsConversation(name)) : trail;
  return [...kept, route];
}

export function goBack(trail: Trail): Trail {
  return trail.length > 1 ? trail.slice(0, -1) : START;
}

function isTowardsConversation(name: Route['name']): boolean {
  return name === 'handover' || name === 'call-check' || name === 'message' || name === 'conversation';
}
