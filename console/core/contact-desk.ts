import { readJson, type Drawer } from '../../widget/core/storage.ts';
import type { Answer, OperatorWire } from '../../widget/core/wire.ts';
import { entryRequest, firstEntry, type ContactEntry, type TypedChannel } from './contact-entry.ts';

/** Where contacts of other channels are typed in. What is being written outlives the page and a reload. */
export interface ContactDesk {
  entry: ContactEntry;
  /** Sends it. Until it is acknowledged every further try is the same contact; null while it is incomplete. */
  send(): Promise<Answer | null>;
  /** Begins another one, in the same channel. */
  another(): void;
  /** Whoever sits here next must find nothing of it. */
  close(): void;
}

export interface ContactDeskOptions {
  wire: OperatorWire;
  drawer: Drawer;
  newId: () => string;
  /** Epoch ms, the server's clock. */
  now: () => number;
  onSessionEnded(): void;
}

const KEPT = 'contact';

interface Kept {
  id: string;
  entry: ContactEntry;
}

export function createContactDesk({ wire, drawer, newId, now, onSessionEnded }: ContactDeskOptions): ContactDesk {
  let kept = readJson<Kept>(drawer, KEPT) ?? fresh();

  function fresh(channel?: TypedChannel): Kept {
    return { id: newId(), entry: firstEntry(channel) };
  }

  return {
    get entry() {
      return kept.entry;
    },
    set entry(entry) {
      kept = { ...kept, entry };
      drawer.set(KEPT, JSON.stringify(kept));
    },
    async send() {
      const request = entryRequest(kept.entry, kept.id, now());
      if (request === null) return null;
      const answer = await wire.request('contact:add', request);
      if (answer.ok) drawer.remove(KEPT);
      else if (answer.code === 'not-signed-in') onSessionEnded();
      return answer;
    },
    another() {
      kept = fresh(kept.entry.channel);
      drawer.remove(KEPT);
    },
    close: () => drawer.remove(KEPT),
  };
}
