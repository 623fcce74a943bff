import type { Language } from '../../protocol/conversation.ts';
import type { DeskState, OperatorState } from '../../protocol/desk.ts';
import type { Message } from '../../protocol/message.ts';
import type { OfficeNow, Target } from '../../protocol/office.ts';
import { LIMITS } from '../../protocol/limits.ts';

/** One line of the directory: an office or a colleague. */
export type DirectoryEntry =
  | { kind: 'office'; key: string; office: OfficeNow; competent: boolean }
  | { kind: 'colleague'; key: string; colleague: OperatorState };

/** The wire's word for it. */
export const targetOf = (entry: DirectoryEntry): Target =>
  entry.kind === 'office' ? { office: entry.office.id } : { operator: entry.colleague.id };

export const nameOf = (entry: DirectoryEntry, language: Language): string =>
  entry.kind === 'office' ? entry.office.name[language] : entry.colleague.name;

/**
 * Offices, the one that answers for the topic first, then colleagues who are at the desk; those that have every word
 * of the search in their name, their topics or their people's note.
 */
export function directoryOf(
  { offices, colleagues, me }: Pick<DeskState, 'offices' | 'colleagues' | 'me'>,
  topic: string,
  search: string,
  titleOf: (topic: string) => string,
): DirectoryEntry[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => plain(text).includes(word));
  const found = offices
    .filter(({ name, topics, note }) =>
      has([name.it, name.en, ...topics, ...topics.map(titleOf), note ?? ''].join(' ')),
    )
    .map((office) => ({
      kind: 'office' as const,
      key: `office:${office.id}`,
      office,
      competent: topic !== '' && office.topics.includes(topic),
    }))
    .toSorted((a, b) => Number(b.competent) - Number(a.competent));
  const people = colleagues
    .filter(({ id, name, presence }) => id !== me.id && presence !== 'off' && has(name))
    .map((colleague) => ({ kind: 'colleague' as const, key: `operator:${colleague.id}`, colleague }));
  return [...found, ...people];
}

/** The same desk as a signed conversation sees it: only who signs is there. */
export function signing<Desk extends Pick<DeskState, 'offices' | 'colleagues'>>(desk: Desk): Desk {
  const colleagues = desk.colleagues.filter(({ skills }) => skills.includes('lis'));
  const offices = desk.offices.map((office) => {
    const here = colleagues.filter(({ presence, offices: own }) => presence === 'available' && own.includes(office.id));
    return { ...office, here: here.length, free: here.filter(({ busy }) => !busy).length };
  });
  return { ...desk, colleagues, offices };
}

/** Whether somebody could take it now. */
export function isThere(entry: DirectoryEntry): boolean {
  if (entry.kind === 'office') return entry.office.free > 0;
  return entry.colleague.presence === 'available' && !entry.colleague.busy;
}

/** The office that answers for a topic; '' where none does. */
export const officeFor = (offices: readonly Pick<OfficeNow, 'id' | 'topics'>[], topic: string): string =>
  offices.find(({ topics }) => topics.includes(topic))?.id ?? '';

/** Lines of the citizen that a question to a colleague begins with. */
const LINES = 3;

/** What the citizen said last, to be edited: the colleague reads it first. */
export function proposeSummary(messages: readonly Message[]): string {
  return messages
    .flatMap((message) => (message.kind === 'text' && message.from === 'citizen' ? message.text.trim() : []))
    .filter((text) => text !== '')
    .slice(-LINES)
    .join('\n')
    .slice(0, LIMITS.messageText);
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
