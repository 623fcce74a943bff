import type { Account } from '../../../../protocol/account.ts';
import type { Shift } from './operator.ts';

/** A supervisor who only looks. */
export const OBSERVER: Account = {
  id: 'observer',
  name: 'Osservatore',
  skills: [],
  languages: ['it'],
  offices: [],
  roles: ['supervisor'],
};

/** Somebody on the list, and which part of the day is theirs. */
export interface Employee {
  account: Account;
  works: 'morning' | 'afternoon' | 'all-day';
}

/** Out of ten: one signs besides writing, one only signs, one belongs to an office and serves no line; one leads. */
export function employ(count: number): Employee[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = index % 10;
    const skills: Account['skills'] = turn === 0 ? ['chat', 'lis'] : turn === 1 ? ['lis'] : turn === 2 ? [] : ['chat'];
    const offices = turn === 2 || turn === 3 ? ['tributi'] : turn === 4 ? ['urp'] : [];
    const languages: Account['languages'] = turn === 1 || index % 3 === 0 ? ['it', 'en'] : ['it'];
    const roles: Account['roles'] = index === 5 ? ['supervisor'] : [];
    const account = { id: `operator-${index}`, name: `Operatore ${index}`, skills, languages, offices, roles };
    const works = index === 5 || turn === 1 ? 'all-day' : Math.floor(index / 10) % 2 === 0 ? 'morning' : 'afternoon';
    return { account, works };
  });
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** @param midnight local, epoch milliseconds. @param late how long after closing time the last ones stay */
export function shiftOf({ works }: Employee, midnight: number, early: number, late: number): Shift {
  const [from, to] = { morning: [9, 13.25], afternoon: [14.25, 17], 'all-day': [8.25, 17] }[works] as [number, number];
  return { from: midnight + from * HOUR - early, to: midnight + to * HOUR + late };
}
