import type { Context } from '../../protocol/conversation.ts';
import { OUTCOMES, REASONS, type Outcome, type Reason } from '../../protocol/desk.ts';
import type { Knowledge } from '../../protocol/article.ts';
import type { ReachBy } from '../../protocol/callback.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { OfficeNow } from '../../protocol/office.ts';
import type { ClosingRequest } from './desk-requests.ts';
import { officeFor } from './directory.ts';

/** What every contact is asked for at its end; null and '' are not chosen yet. */
export interface ContactForm {
  reason: Reason | null;
  topic: string;
  outcome: ClosingOutcome | null;
  /** Whose business it was; '' for nobody else's. */
  office: string;
  note: string;
}

/** The closing card as it stands on screen. */
export interface CloseForm extends ContactForm {
  /** Only with `later-answer`: how the citizen is to be reached, and what was promised. */
  reachBy: ReachBy['by'];
  reach: string;
  promise: string;
}

/** How an operator may say that it ended; `abandoned` is the desk's own word. */
export type ClosingOutcome = Exclude<Outcome, 'abandoned'>;
export const CLOSING_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'abandoned');
/** Of what is done and promises nothing any more. */
export const FINAL_OUTCOMES = ['resolved', 'unresolved'] as const satisfies readonly ClosingOutcome[];
export { REASONS };

/** The topic that no article has. */
export const OTHER_TOPIC = 'other';

export type ContactProblem = keyof Omit<ContactForm, 'office'>;
export type CloseProblem = ContactProblem | 'reach' | 'promise';

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

/** What is missing or wrong of a contact that promises nothing, in the order of the fields. */
export function contactProblems(form: ContactForm): ContactProblem[] {
  const problems: ContactProblem[] = [];
  if (form.reason === null) problems.push('reason');
  if (form.topic === '') problems.push('topic');
  if (form.outcome === null) problems.push('outcome');
  if (form.note.trim().length > LIMITS.note) problems.push('note');
  return problems;
}

/** What is missing or wrong, in the order of the fields. */
export function problemsOf(form: CloseForm): CloseProblem[] {
  const common = contactProblems(form);
  const problems: CloseProblem[] = common.filter((problem) => problem !== 'note');
  if (form.outcome === 'later-answer') {
    if (!canReach(form)) problems.push('reach');
    const promise = form.promise.trim();
    if (promise === '' || promise.length > LIMITS.messageText) problems.push('promise');
  }
  return [...problems, ...common.filter((problem) => problem === 'note')];
}

/** A contact's part of a request, or null while it is incomplete or promises something. */
export function contactRequest(form: ContactForm): ContactRequest | null {
  const { reason, topic, outcome, office } = form;
  if (reason === null || outcome === null || outcome === 'later-answer') return null;
  if (contactProblems(form).length > 0) return null;
  const note = form.note.trim();
  return { reason, topic, outcome, ...(office === '' ? {} : { office }), ...(note === '' ? {} : { note }) };
}

export interface ContactRequest {
  reason: Reason;
  topic: string;
  outcome: (typeof FINAL_OUTCOMES)[number];
  office?: string;
  note?: string;
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
