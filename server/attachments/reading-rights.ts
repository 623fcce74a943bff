import { hasDesk, type Account } from '../../protocol/account.ts';
import { hashSecret } from '../identity/secrets.ts';
import type { AttachmentRecord } from '../store/desk-records.ts';
import type { Store } from '../store/store.ts';

/** Who asks for a file: with the token of a conversation, or as an operator who is signed in. */
export type Asker = { token: string } | { account: Account };

export interface ReadingRightsOptions {
  store: Store;
  now: () => number;
}

/**
 * The two sides of a conversation have its files, and nobody else; those of a promise, every operator and the citizen
 * whose conversation it came out of.
 */
export function createReadingRights({ store, now }: ReadingRightsOptions) {
  async function isCitizens(token: string, file: AttachmentRecord): Promise<boolean> {
    const conversation = await store.conversationByTokenHash(hashSecret(token));
    if (!conversation || conversation.tokenExpiresAt <= now()) return false;
    if (file.conversationId !== null) return file.conversationId === conversation.id;
    const callback = file.callbackId === null ? undefined : await store.callback(file.callbackId);
    return callback?.conversationId === conversation.id;
  }

  async function isOperators(account: Account, { conversationId, callbackId }: AttachmentRecord): Promise<boolean> {
    if (!hasDesk(account)) return false;
    if (callbackId !== null) return true;
    if (conversationId === null) return false;
    if (account.roles.includes('supervisor')) return true;
    // Whoever is to keep a promise reads the conversation that it came out of.
    return (await isOnDesk(account, conversationId)) || (await store.hasOpenCallback(conversationId));
  }

  /** Has it or had it last, passed it on, or is asked about it. */
  async function isOnDesk({ id, offices }: Account, conversationId: string): Promise<boolean> {
    const conversation = await store.conversation(conversationId);
    const { operatorId, transfer } = conversation ?? {};
    if (operatorId === id || transfer?.fromId === id || transfer?.hadById === id) return true;
    const consultation = await store.openConsultationOf(conversationId);
    if (!consultation) return false;
    const { openedById, to } = consultation;
    return openedById === id || ('office' in to ? offices.includes(to.office) : to.operator === id);
  }

  /** @returns undefined for a file that is not there, and for one that is somebody else's */
  return async (id: string, asker: Asker): Promise<AttachmentRecord | undefined> => {
    const file = await store.attachment(id);
    if (!file) return undefined;
    const may = 'token' in asker ? await isCitizens(asker.token, file) : await isOperators(asker.account, file);
    return may ? file : undefined;
  };
}

export type ReadingRights = ReturnType<typeof createReadingRights>;
