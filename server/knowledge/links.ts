const SCHEMES = new Set(['https:', 'mailto:', 'tel:']);

/** Nothing else may become something to click: no http:, no javascript:, no relative path that means nothing elsewhere. */
export function allowedLink(href: string): boolean {
  return URL.canParse(href) && SCHEMES.has(new URL(href).protocol);
}
