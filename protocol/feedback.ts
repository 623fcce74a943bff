import * as z from 'zod/mini';
import { articleId, language } from './conversation.ts';
import { LIMITS } from './limits.ts';
import { someLine } from './text.ts';

/** Why an answer was of no use. The list is closed: no free text, so nothing personal can come in. */
export const FEEDBACK_WHY = ['other-question', 'unclear', 'incomplete', 'wrong', 'too-long'] as const;
export const feedbackWhy = z.enum(FEEDBACK_WHY);
export type FeedbackWhy = z.infer<typeof feedbackWhy>;

/** `POST /api/feedback`: counted, without anything about who gave it. `why` goes with `useful: false` only. */
export const giveFeedback = z
  .strictObject({ article: articleId, lang: language, useful: z.boolean(), why: z.optional(feedbackWhy) })
  .check(z.refine(({ useful, why }) => !useful || why === undefined));
export type Feedback = z.infer<typeof giveFeedback>;

/**
 * `POST /api/searches`: a question that the answers did not settle. The server masks what may tell who asked before
 * storing it, stores no emergency at all, and deletes it after some weeks.
 */
export const recordSearch = z
  .strictObject({
    q: someLine(LIMITS.searchText),
    decision: z.enum(['answer', 'unsure', 'none']),
    lang: language,
    /** Ids of the articles read after it. */
    read: z.array(articleId).check(z.maxLength(LIMITS.contextEntries)),
    /** Whether the citizen then turned to a person. A question with an answer is of interest only then. */
    contact: z.boolean(),
  })
  .check(z.refine(({ decision, contact }) => decision !== 'answer' || contact));
export type SearchRecord = z.infer<typeof recordSearch>;
