import type { Context } from '../../protocol/conversation.ts';
import { OUTCOMES, REASONS, type Outcome, type Reason } from '../../protocol/desk.ts';
import type { Knowledge } from '../../protocol/article.ts';
import type { ReachBy } from '../../protocol/callback.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { OfficeNow } from '../../protocol/office.ts';
import type { ClosingRequest } from './desk-requests.ts';
import { officeFor } from './directory.ts';

/** The closing card as it stands on screen; null and '' are not chosen yet. */
export interface CloseForm {
  reason: Reason | null;
  topic: string;
  outcome: ClosingOutcome | null;
  /** Whose business it was; '' for nobody else's. */
  office: string;
  note: string;
  /** Only with `later-answer`: how the citizen is to be reached, and what was promised. */
  reachBy: ReachBy['by'];
  reach: string;
  promise: string;
}

/** How an operator may say that it ended; `abandoned` is the desk's own word. */
export type ClosingOutcome = Exclude<Outcome, 'abandoned'>;
export const CLOSING_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'abandoned');
export { REASONS };

/** The topic that no article has. */
export const OTHER_TOPIC = 'other';

export type CloseProblem = 'reason' | 'topic' | 'outcome' | 'reach' | 'promise' | 'note';

/**
 * The card before anybody touched it. The topic is that of the article inserted last, or of the last one the citizen
 * read; most requests ask for information, so that is proposed. Whether it helped is never guessed.
 */
export function proposeClosing(
  knowledge: Knowledge | null,
  context: Context,
  inserted: string | undefined,
  offices: readonly OfficeNow[] = [],
): CloseForm {
  const topic = topicOf(knowledge, context, inserted);
  return {
    reason: 'information',
    topic,
    outcome: null,
    office: officeFor(offices, topic),
    note: '',
    reachBy: 'email',
    reach: '',
    promise: '',
  };
}

/** What a conversation seems to be about; '' where nothing says. */
export function topicOf(knowledge: Knowledge | null, context: Context, inserted: string | undefined): string {
  const articleId = inserted ?? context.articles.at(-1);
  return knowledge?.articles.find(({ id }) => id === articleId)?.topic ?? '';
}

/** An address has an @ between two parts; a number has at least five digits. The server looks closer. */
function canReach({ reachBy, reach }: CloseForm): boolean {
  const value = reach.trim();
  return reachBy === 'email' ? /^\S+@\S+\.\S+$/.test(value) : value.replaceAll(/\D/g, '').length >= 5;
}

/** What is missing or wrong, in the order of the fields. */
export function problemsOf(form: CloseForm): CloseProblem[] {
  const problems: CloseProblem[] = [];
  if (form.reason === null) problems.push('reason');
  if (form.topic === '') problems.push('topic');
  if (form.outcome === null) problems.push('outcome');
  if (form.outcome === 'later-answer') {
    if (!canReach(form)) problems.push('reach');
    const promise = form.promise.trim();
    if (promise === '' || promise.length > LIMITS.messageText) problems.push('promise');
  }
  if (form.note.trim().length > LIMITS.note) problems.push('note');
  return problems;
}

/** The request that the card makes, or null while it is incomplete. */
export function closingRequest(conversationId: string, form: CloseForm): ClosingRequest | null {
  const { reason, topic, outcome, office } = form;
  if (reason === null || outcome === null || problemsOf(form).length > 0) return null;
  const note = form.note.trim();
  return {
    conversationId,
    reason,
    topic,
    outcome,
    ...(office === '' ? {} : { office }),
    ...(note === '' ? {} : { note }),
    ...(outcome === 'later-answer' ? { callback: { reach: reachOf(form), text: form.promise.trim() } } : {}),
  };
}

function reachOf({ reachBy, reach }: CloseForm): ReachBy {
  const value = reach.trim();
  return reachBy === 'email' ? { by: 'email', email: value } : { by: 'phone', phone: value };
}
