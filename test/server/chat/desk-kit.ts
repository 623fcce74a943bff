import { join } from 'node:path';
import type { ConversationState, ConversationView } from '../../../protocol/conversation.ts';
import type { DeskState } from '../../../protocol/desk.ts';
import type { Message } from '../../../protocol/message.ts';
import type { DeskSettings, QueueRules } from '../../../server/desk/settings.ts';
import type { Credentials } from '../../../server/identity/demo-operators.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { ContactRecord } from '../../../server/store/store.ts';
import {
  must,
  next,
  PASSWORD,
  startDesk,
  type CitizenSocket,
  type DeskOptions,
  type OperatorSocket,
  type TestDesk,
} from '../realtime/harness.ts';

/* A desk with two offices and people who belong to them. */

const someone: Pick<Credentials, 'password' | 'languages' | 'skills'> = {
  password: PASSWORD,
  languages: ['it', 'en'],
  skills: ['chat'],
};
const PEOPLE: Credentials[] = [
  { ...someone, username: 'ada', name: 'Ada', languages: ['it'] },
  { ...someone, username: 'bruno', name: 'Bruno', offices: ['tributi'] },
  { ...someone, username: 'carla', name: 'Carla', skills: [], offices: ['tributi'] },
  { ...someone, username: 'livia', name: 'Livia', skills: ['chat', 'lis'], offices: ['urp'] },
  { ...someone, username: 'sara', name: 'Sara', skills: [], roles: ['supervisor'] },
];

const office = (id: string, it: string, en: string, email: string | null = null) => {
  return { id, name: { it, en }, topics: [], email, phone: null, note: null };
};
export const OFFICES = [
  office('tributi', 'Tributi', 'Tax office'),
  office('urp', 'URP', 'Public relations office'),
  office('archivio', 'Archivio', 'Archive'),
  office('catasto', 'Catasto', 'Land registry', 'catasto@example.org'),
];

export const idOf = (username: string): string => `demo-${username}`;
export const refusal = (code: string): object => ({ ok: false, code });
export const closing = { reason: 'information', topic: 'other', outcome: 'resolved' };

export function queue(change: Partial<QueueRules>): Partial<DeskSettings> {
  return { queue: { ...DEFAULT_SETTINGS.queue, ...change } };
}

/** The settings may be changed while the desk is open. */
export function openDesk({ settings = {}, ...options }: DeskOptions = {}): Promise<TestDesk> {
  settings.offices ??= OFFICES;
  return startDesk({ operators: PEOPLE, settings, ...options });
}

export const inPhase = (name: string) => (state: ConversationState) => state.phase.name === name;

/** The operator's next desk that fits. */
export function deskWhen(operator: OperatorSocket, fits: (desk: DeskState) => boolean): Promise<DeskState> {
  return next<DeskState>(operator, 'desk:changed', fits);
}

export async function enter(operator: OperatorSocket): Promise<DeskState> {
  return (await must<{ desk: DeskState }>(operator, 'desk:enter', {})).desk;
}

export function lineWith(client: object, event: string): Promise<Message & { kind: 'event' }> {
  const fits = (message: Message): boolean => message.kind === 'event' && message.event === event;
  return next<Message & { kind: 'event' }>(client, 'message:new', fits as never);
}

/** The desk's own lines in the conversation, with the name that stands in them. */
export async function linesOf(client: CitizenSocket, conversationId: string): Promise<string[]> {
  const view = await must<ConversationView>(client, 'conversation:sync', { conversationId, lastSeq: 0 });
  return view.messages.flatMap((message) =>
    message.kind === 'event' ? [[message.event, message.name].filter(Boolean).join(' ')] : [],
  );
}

/** As it stands in the database of a desk that is running. */
export async function contactOf({ dataDir }: TestDesk, id: string): Promise<ContactRecord | undefined> {
  const store = await createSqliteStore(join(dataDir, 'sportello.sqlite'), { besideDesk: true });
  try {
    return await store.contact(id);
  } finally {
    await store.close();
  }
}
