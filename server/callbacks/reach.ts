import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ReachBy } from '../../protocol/callback.ts';
import { checkEmail } from '../mail/address.ts';

/**
 * How the citizen is reached, in the form in which it is stored: a telephone number as E.164, the Italian prefix where
 * none is given.
 * @returns null for what cannot be right
 */
export function checkReach(reach: ReachBy): ReachBy | null {
  switch (reach.by) {
    case 'email': {
      const email = checkEmail(reach.email);
      return email === null ? null : { by: 'email', email };
    }
    case 'phone': {
      const phone = checkPhone(reach.phone);
      return phone === null ? null : { by: 'phone', phone };
    }
    default:
      return unreachable(reach);
  }
}

function checkPhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'IT', extract: false });
  return number?.isValid() && !number.ext ? number.number : null;
}

/** As people write it: with its prefix, in groups. */
export function reachShown(reach: ReachBy): ReachBy {
  if (reach.by === 'email') return reach;
  return { by: 'phone', phone: parsePhoneNumberFromString(reach.phone)?.formatInternational() ?? reach.phone };
}

function unreachable(value: never): never {
  throw new Error(`no such way: ${JSON.stringify(value)}`);
}
