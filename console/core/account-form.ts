import type { ManagedAccount, Role } from '../../protocol/account.ts';
import type { Language, Service } from '../../protocol/conversation.ts';
import type { AccountChange, NewAccount } from './people.ts';

/** An account as its window shows it; `username` is fixed once it is there. */
export interface AccountForm {
  name: string;
  username: string;
  skills: readonly Service[];
  languages: readonly Language[];
  offices: readonly string[];
  roles: readonly Role[];
}

export type AccountProblem = 'name' | 'username' | 'languages';

export const emptyAccount: AccountForm = {
  name: '',
  username: '',
  skills: ['chat'],
  languages: ['it'],
  offices: [],
  roles: [],
};

export const formOf = ({ name, username, skills, languages, offices, roles }: ManagedAccount): AccountForm => ({
  name,
  username,
  skills,
  languages,
  offices,
  roles,
});

/** «Anna Dell’Orto» -> `anna.dellorto`: what is proposed until a hand writes another. */
export function proposeUsername(name: string): string {
  return plain(name)
    .replaceAll(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join('.')
    .slice(0, 60);
}

/** In the order of the fields. */
export function accountProblems(form: AccountForm, isNew: boolean): AccountProblem[] {
  const problems: AccountProblem[] = [];
  if (form.name.trim() === '') problems.push('name');
  if (isNew && !/^[a-z0-9][a-z0-9._-]{1,59}$/.test(form.username.trim())) problems.push('username');
  if (form.languages.length === 0) problems.push('languages');
  return problems;
}

export function newAccountOf({ name, username, ...lists }: AccountForm): NewAccount {
  return { name: name.trim(), username: username.trim(), ...copied(lists) };
}

export function accountChangeOf({ name, username: _fixed, ...lists }: AccountForm): AccountChange {
  return { name: name.trim(), ...copied(lists) };
}

const copied = ({ skills, languages, offices, roles }: Omit<AccountForm, 'name' | 'username'>) => ({
  skills: [...skills],
  languages: [...languages],
  offices: [...offices],
  roles: [...roles],
});

/** With it, or without it where it was there. */
export const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((other) => other !== item) : [...list, item];

/** In small letters without accents. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
