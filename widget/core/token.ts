import type { StartedConversation } from '../../protocol/conversation.ts';
import type { Clock } from './clock.ts';
import { readJson, type Drawer } from './storage.ts';

/** The one thing kept in the browser while a conversation goes on. */
const TOKEN_KEY = 'conversation';

interface Kept {
  token: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

export interface TokenKeeper {
  /** The token, unless it is past its date. */
  read(): string | null;
  keep(started: Pick<StartedConversation, 'token' | 'expiresAt'>): void;
  /** The conversation is over: other pages forget it, this tab may still show its end after a reload. */
  retire(): void;
  clear(): void;
}

export function createTokenKeeper({ shared, own, clock }: { shared: Drawer; own: Drawer; clock: Clock }): TokenKeeper {
  function valid(drawer: Drawer): Kept | null {
    const kept = readJson<Kept>(drawer, TOKEN_KEY);
    if (kept && kept.expiresAt > clock.now()) return kept;
    drawer.remove(TOKEN_KEY);
    return null;
  }

  return {
    read: () => (valid(shared) ?? valid(own))?.token ?? null,
    keep: ({ token, expiresAt }) => shared.set(TOKEN_KEY, JSON.stringify({ token, expiresAt })),
    retire() {
      const kept = valid(shared);
      if (!kept) return;
      own.set(TOKEN_KEY, JSON.stringify(kept));
      shared.remove(TOKEN_KEY);
    },
    clear() {
      shared.remove(TOKEN_KEY);
      own.remove(TOKEN_KEY);
    },
  };
}
