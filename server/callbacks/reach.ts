import { domainToASCII } from 'node:url';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ReachBy } from '../../protocol/callback.ts';

/** One label or more and a name at the top, as in DNS; what is not ASCII was turned into it before. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;
/** RFC 5321's dot-string: quoted ones are allowed by it, and nobody's. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

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

/** @returns the address, its domain in ASCII; null for what cannot be one */
export function checkEmail(text: string): string | null {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  const fits = at > 0 && local.length <= 64 && address.length <= 254;
  return fits && LOCAL_PART.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
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
