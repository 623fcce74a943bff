import { domainToASCII } from 'node:url';

/** One label or more and a name at the top, as in DNS; what is not ASCII was turned into it before. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;
/** RFC 5321's dot-string: quoted ones are allowed by it, and nobody's. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** @returns the address, its domain in ASCII; null for what cannot be one */
export function checkEmail(text: string): string | null {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = domainToASCII(address.slice(at + 1));
  const fits = at > 0 && local.length <= 64 && address.length <= 254;
  return fits && LOCAL_PART.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}

/** Who writes: `address` is checked, `name` may be empty. */
export interface Sender {
  name: string;
  address: string;
}

/**
 * @param text `Comune di Esempio <urp@example.org>`, or the address alone
 * @returns null for what cannot be one
 */
export function parseSender(text: string): Sender | null {
  const parts = /^(?:"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>|([^<>\s]+))$/u.exec(text.trim());
  const address = checkEmail(parts?.[2] ?? parts?.[3] ?? '');
  return address === null ? null : { name: parts?.[1]?.trim() ?? '', address };
}
