/** A stretch of a message: plain, or a link that may be followed. */
export type Stretch = { text: string; href?: string };

const CANDIDATE = /https:\/\/[^\s<>"']+/giu;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}»”’]+$/u;

/**
 * Splits a text into plain stretches and links. Only https addresses become links, and only those that lead where they
 * seem to: no user names before the host, no letters of other alphabets that look like ours.
 */
export function splitLinks(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { 0: match, index } of text.matchAll(CANDIDATE)) {
    const address = match.replace(TRAILING, '');
    const href = safeHref(address);
    if (!href) continue;
    if (index > end) stretches.push({ text: text.slice(end, index) });
    stretches.push({ text: address, href });
    end = index + address.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end) });
  return stretches;
}

// No URL class here: core knows no DOM, and what it would repair is just what must not be followed.
const PLAIN_ADDRESS = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?([/?#]\S*)?$/iu;

function safeHref(address: string): string | undefined {
  return PLAIN_ADDRESS.test(address) && !address.toLowerCase().includes('//xn--') ? address : undefined;
}
