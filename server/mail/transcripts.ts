import type { infer as Infer } from 'zod/mini';
import type { mailTranscript } from '../../protocol/conversation.ts';
import type { Citizen } from '../chat/actors.ts';
import { done, refused, type Reply } from '../chat/reply.ts';
import type { DeskSettings } from '../desk/settings.ts';
import { createBudgets, type Rate } from '../realtime/budget.ts';
import type { Store } from '../store/store.ts';
import { checkEmail } from './address.ts';
import { transcriptLetter } from './letters.ts';
import type { Post } from './post.ts';

export interface TranscriptsOptions {
  store: Store;
  post: Post;
  settings: () => DeskSettings;
}

/** A copy of the talk for the citizen, by e-mail. */
export type MailTranscript = (citizen: Citizen, request: Infer<typeof mailTranscript>) => Promise<Reply>;

/** Of one conversation: the address may be misspelt once or twice. */
const RATE: Rate = { burst: 3, everyMs: 60 * 60_000 };

/**
 * Only of a conversation that somebody has answered: nobody shall have us send words of their own making to the address
 * of somebody else.
 */
export function createTranscripts({ store, post, settings }: TranscriptsOptions): MailTranscript {
  const budgets = createBudgets(RATE);

  return async (citizen, { conversationId, email }) => {
    if (citizen.conversationId === null) return refused('no-conversation');
    if (citizen.conversationId !== conversationId) return refused('forbidden');
    const conversation = await store.conversation(conversationId);
    if (!conversation) return refused('no-conversation');
    const { answeredAt, language, startedAt } = conversation;
    if (answeredAt === null) return refused('wrong-phase');
    const to = checkEmail(email);
    if (to === null) return refused('bad-contact');
    if (!post.configured) return refused('unavailable');
    const retryAfterMs = budgets.take(conversationId);
    if (retryAfterMs > 0) return { answer: { ok: false, code: 'too-many', retryAfterMs } };
    const messages = await store.messagesAfter(conversationId, 0);
    const { timeZone } = settings();
    const letter = transcriptLetter({ to, language, timeZone, startedAt, messages });
    await store.write((writer) => post.add(writer, letter));
    return done({}, post.poke);
  };
}
