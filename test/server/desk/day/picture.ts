import type { Service } from '../../../../protocol/conversation.ts';
import type { FloorEntry, QueueEntry } from '../../../../protocol/desk.ts';
import type { QueueRules } from '../../../../server/desk/settings.ts';
import type { Person } from './operator.ts';

/** The desk at one moment: as it shows itself to a supervisor, beside what those who act know by themselves. */
export interface Picture {
  at: number;
  queues: Record<Service, QueueEntry[]>;
  floor: FloorEntry[];
  people: ReadonlyMap<string, Person>;
  began: ReadonlySet<string>;
  closed: ReadonlySet<string>;
  sentHome: ReadonlySet<string>;
  /** Conversations that have been signed calls. */
  signed: ReadonlySet<string>;
  rules: QueueRules;
}

/** Both lines as one, in the order in which they are to be served; lis before chat where nothing else decides. */
export function wholeLine({ queues }: Pick<Picture, 'queues'>): QueueEntry[] {
  const rank = ({ returned, service }: QueueEntry): number => (returned ? 0 : 2) + (service === 'lis' ? 0 : 1);
  const group = ({ returned }: QueueEntry): number => (returned ? 0 : 1);
  return [...queues.lis, ...queues.chat].toSorted(
    (a, b) => group(a) - group(b) || a.since - b.since || rank(a) - rank(b),
  );
}

interface Load {
  chats: FloorEntry[];
  calls: FloorEntry[];
}

const NOTHING: Load = { chats: [], calls: [] };
const loads = new WeakMap<readonly FloorEntry[], Map<string, Load>>();

export function loadOf({ floor }: Picture, operatorId: string): Load {
  const known = loads.get(floor) ?? new Map<string, Load>();
  if (!loads.has(floor)) {
    loads.set(floor, known);
    for (const entry of floor) {
      const load = known.get(entry.operator.id) ?? { chats: [], calls: [] };
      known.set(entry.operator.id, load);
      (entry.inCall ? load.calls : load.chats).push(entry);
    }
  }
  return known.get(operatorId) ?? NOTHING;
}

export function hasRoom(picture: Picture, operatorId: string, service: Service): boolean {
  const { chats, calls } = loadOf(picture, operatorId);
  const { chatsAtOnce, chatsDuringCall } = picture.rules;
  if (service === 'lis') return calls.length === 0 && chats.length <= chatsAtOnce;
  return chats.length < chatsAtOnce && (calls.length === 0 || chatsDuringCall);
}

/** Whether somebody is there and may be asked about this one, busy or not. */
export function fits({ account, here, presence }: Person, entry: QueueEntry): boolean {
  if (!here || presence !== 'available') return false;
  const { transfer, service } = entry;
  if (!transfer) return account.skills.includes(service);
  const meant =
    'office' in transfer.to ? account.offices.includes(transfer.to.office) : transfer.to.operator.id === account.id;
  return meant && (service === 'chat' || account.skills.includes('lis'));
}

/** With room, and not speaking another language while somebody at the desk speaks this one. */
export function mayBeAsked(picture: Picture, person: Person, entry: QueueEntry): boolean {
  if (!fits(person, entry) || !hasRoom(picture, person.account.id, entry.service)) return false;
  if (person.account.languages.includes(entry.language)) return true;
  return ![...picture.people.values()].some(
    (other) => fits(other, entry) && other.account.languages.includes(entry.language),
  );
}
