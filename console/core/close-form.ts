import type { Context } from '../../protocol/conversation.ts';
import { OUTCOMES, REASONS, type Outcome, type Reason } from '../../protocol/desk.ts';
import type { Knowledge } from '../../protocol/article.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** The closing card as it stands on screen; null and '' are not chosen yet. */
export interface CloseForm {
  reason: Reason | null;
  topic: string;
  outcome: ClosingOutcome | null;
  note: string;
}

/** How an operator may say that it ended; `abandoned` is the desk's own word. */
export type ClosingOutcome = Exclude<Outcome, 'abandoned'>;
export const CLOSING_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'abandoned');
export { REASONS };

/** The topic that no article has. */
export const OTHER_TOPIC = 'other';

export type CloseProblem = 'reason' | 'topic' | 'outcome' | 'note';

/**
 * The card before anybody touched it. The topic is that of the article inserted last, or of the last one the citizen
 * read; most requests ask for information, so that is proposed. Whether it helped is never guessed.
 */
export function proposeClosing(knowledge: Knowledge | null, context: Context, inserted: string | undefined): CloseForm {
  const articleId = inserted ?? context.articles.at(-1);
  const article = knowledge?.articles.find(({ id }) => id === articleId);
  return { reason: 'information', topic: article?.topic ?? '', outcome: null, note: '' };
}

/** What is missing or wrong, in the order of the fields. */
export function problemsOf(form: CloseForm): CloseProblem[] {
  const problems: CloseProblem[] = [];
  if (form.reason === null) problems.push('reason');
  if (form.topic === '') problems.push('topic');
  if (form.outcome === null) problems.push('outcome');
  if (form.note.trim().length > LIMITS.note) problems.push('note');
  return problems;
}

/** The request that the card makes, or null while it is incomplete. */
export function closingRequest(conversationId: string, form: CloseForm) {
  const { reason, topic, outcome } = form;
  if (reason === null || outcome === null || problemsOf(form).length > 0) return null;
  const note = form.note.trim();
  return { conversationId, reason, topic, outcome, ...(note === '' ? {} : { note }) };
}
