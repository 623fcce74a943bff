import type { Account } from '../../protocol/account.ts';
import type { OperatorName } from '../../protocol/conversation.ts';
import type { OperatorState } from '../../protocol/desk.ts';

/** An operator who has entered the desk. */
export interface Member extends Omit<OperatorState, 'busy'> {
  supervisor: boolean;
  /** Since when they have neither taken nor finished anything, epoch ms: the longest idle is asked first. */
  idleSince: number;
}

/** Who is at the desk, by id; a lost connection keeps one here until its grace period is over. */
export type Roster = Map<string, Member>;

/** With what they had before a reload, where they were here already. */
export function enterRoster(roster: Roster, account: Account, now: number): void {
  const { id, name, skills, languages, offices, roles } = account;
  const fresh = { presence: 'available', breakReason: null, idleSince: now } as const;
  const { presence, breakReason, idleSince } = roster.get(id) ?? fresh;
  const supervisor = roles.includes('supervisor');
  roster.set(id, { id, name, skills, languages, offices, presence, breakReason, supervisor, idleSince });
}

export function changeMember(
  roster: Roster,
  id: string,
  change: Partial<Pick<Member, 'presence' | 'breakReason' | 'idleSince'>>,
): void {
  const member = roster.get(id);
  if (member) roster.set(id, { ...member, ...change });
}

/** What colleagues see of them. */
export function operatorState(member: Member, busy: boolean): OperatorState {
  const { id, name, skills, presence, breakReason, languages, offices } = member;
  return { id, name, skills, presence, breakReason, busy, languages, offices };
}

/** The names of all who have an account, whether or not they are here: records know only their ids. */
export interface People {
  learn(people: Iterable<OperatorName>): void;
  known(id: string): boolean;
  nameOf(id: string): OperatorName;
}

export function createPeople(): People {
  const names = new Map<string, string>();
  return {
    learn(people) {
      for (const { id, name } of people) names.set(id, name);
    },
    known: (id) => names.has(id),
    nameOf: (id) => ({ id, name: names.get(id) ?? id }),
  };
}
