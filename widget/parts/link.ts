import { html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../core/i18n.ts';

/** Pages open beside this one, so that what goes on here goes on; telephone and mail have nothing to open. */
export function drawLink(href: string, content: unknown, i18n: I18n, className?: string): TemplateResult {
  // The server sends no other; one that got past it must still run nothing.
  if (!/^(https|mailto|tel):/.test(href)) return html`${content}`;
  const elsewhere = href.startsWith('https:');
  return elsewhere
    ? html`<a class=${className ?? nothing} href=${href} target="_blank" rel="noopener noreferrer"
        >${content}<span class="visually-hidden" lang=${i18n.lang}> (${i18n.t('link.newTab')})</span></a
      >`
    : html`<a class=${className ?? nothing} href=${href}>${content}</a>`;
}
