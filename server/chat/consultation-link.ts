import { randomUUID } from 'node:crypto';
import type { Acknowledgement } from '../../protocol/codes.ts';
import type { Language } from '../../protocol/conversation.ts';
import type { Message } from '../../protocol/message.ts';
import type { Target } from '../../protocol/office.ts';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import { checkEmail } from '../mail/address.ts';
import { consultationLetter } from '../mail/letters.ts';
import type { ConsultationRecord } from '../store/desk-records.ts';
import type { Writer } from '../store/store.ts';
import type { Floor } from './floor.ts';
import { addSideMessage } from './side-messages.ts';

/** An office that has nobody at the desk is asked by e-mail, and answers once by the link in it. */
export interface ConsultationLinks {
  byLink(secret: string): Promise<Acknowledgement<{ question: LinkedQuestion }>>;
  /** Afterwards the link is worth nothing. What comes after the citizen was helped is kept all the same. */
  answerByLink(secret: string, text: string): Promise<Acknowledgement>;
}

export interface LinkedQuestion {
  office: string;
  operator: string;
  summary: string;
  /** The citizen's thread, without the desk's own lines. */
  thread: { from: Message['from']; at: number; text: string }[];
  /** Of the citizen. */
  language: Language;
  expiresAt: number;
}

/** What goes out with the question; null where the office has no address or nothing can be mailed. */
export interface LinkDraft {
  hash: string;
  expiresAt: number;
  post: (writer: Writer) => Promise<void>;
}

const LINK_MS = 3 * 24 * 60 * 60_000;
/** Offices of an Italian public body read Italian, whatever the citizen's language. */
const OFFICE_LANGUAGE = 'it';

export function linkFor(floor: Floor, to: Target, operator: string, summary: string): LinkDraft | null {
  const { post, targets, publicUrl, settings, now } = floor;
  const office = 'office' in to ? targets.office(to.office) : undefined;
  const email = checkEmail(office?.email ?? '');
  if (!office || email === null || !post.configured) return null;
  const secret = newSecret();
  const expiresAt = now() + LINK_MS;
  const letter = consultationLetter({
    to: email,
    language: OFFICE_LANGUAGE,
    timeZone: settings().timeZone,
    office: office.name[OFFICE_LANGUAGE],
    operator,
    summary,
    link: `${publicUrl()}/consultation/${secret}`,
    expiresAt,
  });
  return { hash: hashSecret(secret), expiresAt, post: async (writer) => void (await post.add(writer, letter)) };
}

export function createConsultationLinks(floor: Floor): ConsultationLinks {
  const { store, book, people, targets, now } = floor;

  async function find(secret: string): Promise<Acknowledgement<{ record: ConsultationRecord; expiresAt: number }>> {
    const record = await store.consultationByLink(hashSecret(secret));
    if (!record) return { ok: false, code: 'bad-token' };
    const expiresAt = record.linkExpiresAt ?? 0;
    return expiresAt <= now() ? { ok: false, code: 'token-expired' } : { ok: true, record, expiresAt };
  }

  return {
    async byLink(secret) {
      const found = await find(secret);
      if (!found.ok) return found;
      const { conversationId, openedById, to, summary } = found.record;
      const conversation = await store.conversation(conversationId);
      if (!conversation) return { ok: false, code: 'token-expired' };
      const messages = await store.messagesAfter(conversationId, 0);
      const texts = messages.filter((message) => message.kind === 'text');
      return {
        ok: true,
        question: {
          office: targets.nameOf(to, OFFICE_LANGUAGE),
          operator: people.nameOf(openedById).name,
          summary,
          thread: texts.map(({ from, at, text }) => ({ from, at, text })),
          language: conversation.language,
          expiresAt: found.expiresAt,
        },
      };
    },

    async answerByLink(secret, text) {
      const first = await find(secret);
      if (!first.ok) return first;
      return book.inLane(first.record.conversationId, async () => {
        // Sent twice at the same time, the second one comes too late.
        const found = await find(secret);
        if (!found.ok) return found;
        const { id, to } = found.record;
        const draft = { operatorId: null, name: targets.nameOf(to, OFFICE_LANGUAGE), clientId: randomUUID(), text };
        const used = (writer: Writer) => writer.updateConsultation(id, { linkExpiresAt: now() });
        const { tell } = await addSideMessage(floor, found.record, draft, used);
        tell();
        return { ok: true };
      });
    },
  };
}
