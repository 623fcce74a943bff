import type { IncomingMessage } from 'node:http';
import { ipKeyGenerator } from 'express-rate-limit';

/**
 * Whom a budget belongs to: the address the request came from, as the outermost proxy we trust saw it, and for IPv6
 * its whole network, since one household has billions of addresses.
 */
export function addressOf({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return ipKeyGenerator(seen || (socket.remoteAddress ?? ''));
}
