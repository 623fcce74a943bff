import type { Account } from '../../protocol/account.ts';

/** The console's two places: where citizens are answered, and where the articles are looked after. */
export type Place = 'desk' | 'editors';

/** Where an account may go, the place to begin at first. Who answers nobody has no desk. */
export function placesOf({ skills, roles }: Pick<Account, 'skills' | 'roles'>): Place[] {
  if (roles.length === 0) return ['desk'];
  return skills.length === 0 ? ['editors'] : ['desk', 'editors'];
}
