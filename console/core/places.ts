import { hasDesk, type Account } from '../../protocol/account.ts';

/** The console's places in the order of its navigation: the desk, and the pages beside it. */
export const PLACES = ['desk', 'callbacks', 'floor', 'contacts', 'people', 'editors'] as const;
export type Place = (typeof PLACES)[number];

/** Every one but the desk has its page in views/pages.ts. */
export type PagePlace = Exclude<Place, 'desk'>;

type Who = Pick<Account, 'skills' | 'roles' | 'offices'>;

/** Where an account may go, the place to begin at first. */
export function placesOf(account: Who): Place[] {
  return PLACES.filter((place) => mayGo(account, place));
}

function mayGo(account: Who, place: Place): boolean {
  switch (place) {
    case 'desk':
    case 'callbacks':
    case 'contacts':
      return hasDesk(account);
    case 'floor':
    case 'people':
      return account.roles.includes('supervisor');
    case 'editors':
      return account.roles.length > 0;
    default:
      return unreachable(place);
  }
}

function unreachable(place: never): never {
  throw new TypeError(`no such place: ${String(place)}`);
}
