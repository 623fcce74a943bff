import { html, type TemplateResult } from 'lit';

/** An icon drawn in a 24 px square, in the current colour. Always beside a word, so readers need not hear of it. */
export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path} /></svg>`;
}

/** What the launcher itself needs, apart from the icons that come with the panel. */
export const helpIcon = icon(
  'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-1.1 11.6h2.2v2.2h-2.2v-2.2ZM12 6.2c2.1 0 3.7 1.4 3.7 3.3 0 1.5-.8 2.2-1.7 3-.7.6-.9.9-.9 1.7h-2.2c0-1.7.8-2.4 1.6-3.1.7-.6 1-.9 1-1.6 0-.8-.6-1.3-1.5-1.3s-1.5.6-1.6 1.5H8.2c.1-2.1 1.7-3.5 3.8-3.5Z',
);
export const closeIcon = icon(
  'M5.7 4.3 12 10.6l6.3-6.3 1.4 1.4-6.3 6.3 6.3 6.3-1.4 1.4-6.3-6.3-6.3 6.3-1.4-1.4 6.3-6.3-6.3-6.3 1.4-1.4Z',
);
