import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';

/** Which pages may speak to us. Only browsers tell their origin, and only browsers have to be told. */
export interface Origins {
  /** A page that may embed the widget. */
  mayEmbed(origin: string): boolean;
  /** The request comes from a page that we served, or from no page at all. */
  isOwn(request: IncomingMessage): boolean;
  /** Either. */
  allows(request: IncomingMessage): boolean;
}

type Settings = Pick<Config, 'mode' | 'publicUrl' | 'origins'>;

/** Anybody may invent origins: as many are remembered, and told of. */
const TOLD_AT_MOST = 100;

/**
 * @param onRefused told once of each origin that is turned away: where it is a site of one's own, a setting is wrong,
 *   and its citizens only read that the network does not work
 */
export function createOrigins(
  { mode, publicUrl, origins }: Settings,
  onRefused: (origin: string) => void = () => {},
): Origins {
  const configured = new Set(origins);
  const refused = new Set<string>();

  function mayEmbed(origin: string): boolean {
    const may = configured.has(origin) || origin === publicUrl || (mode === 'demo' && isLoopback(origin));
    if (!may) tellOnce(origin);
    return may;
  }

  function tellOnce(origin: string): void {
    if (origin === '' || refused.has(origin) || refused.size >= TOLD_AT_MOST) return;
    refused.add(origin);
    onRefused(origin);
  }

  function isOwn({ headers }: IncomingMessage): boolean {
    const { origin } = headers;
    if (origin === undefined) return !isCrossSite(headers);
    if (origin === publicUrl) return true;
    // In demo mode there is no public address; a loopback name cannot be rebound to us by somebody's DNS.
    return mode === 'demo' && isLoopback(origin) && new URL(origin).host === headers.host;
  }

  return {
    mayEmbed,
    isOwn,
    allows: (request) => isOwn(request) || mayEmbed(request.headers.origin ?? ''),
  };
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(origin).hostname);
}

/** Browsers leave the origin out of same-origin reads, and say so in another header. */
function isCrossSite(headers: IncomingMessage['headers']): boolean {
  const site = headers['sec-fetch-site'] ?? 'none';
  return site !== 'none' && site !== 'same-origin';
}
