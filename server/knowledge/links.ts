const SCHEMES = new Set(['https:', 'mailto:', 'tel:']);

/** Nothing else may become something to click: no http:, no javascript:, no relative path that means nothing elsewhere. */
export function allowedLink(href: string): boolean {
  return URL.canParse(href) && SCHEMES.has(new URL(href).protocol);
}

/** `../bollo/bollo-scadenza.md#dove`, `bollo-scadenza.md`, `#dove`: another article, or a part of one. */
export function relativeLink(href: string): { path: string | undefined; anchor: string | undefined } | null {
  const parts = /^([\w./-]+\.md)?(?:#([\p{L}\d-]+))?$/u.exec(href);
  const [, path, anchor] = parts ?? [];
  return path === undefined && anchor === undefined ? null : { path, anchor };
}
