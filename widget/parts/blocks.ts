import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Inline } from '../../protocol/article.ts';
import type { I18n } from '../core/i18n.ts';

/** Draws the tree an article travels as. */
export function drawBlocks(blocks: readonly Block[], i18n: I18n): TemplateResult[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return html`<p>${drawInline(block.children, i18n)}</p>`;
      case 'list': {
        const items = block.items.map((item) => html`<li>${drawItem(item, i18n)}</li>`);
        return block.ordered
          ? html`<ol>
              ${items}
            </ol>`
          : html`<ul>
              ${items}
            </ul>`;
      }
      default:
        return unreachable(block);
    }
  });
}

/** A list item that is one paragraph needs none. */
function drawItem(item: readonly Block[], i18n: I18n): TemplateResult[] {
  const [only] = item;
  return item.length === 1 && only?.type === 'paragraph' ? drawInline(only.children, i18n) : drawBlocks(item, i18n);
}

export function drawInline(pieces: readonly Inline[], i18n: I18n): TemplateResult[] {
  return pieces.map((piece) => {
    switch (piece.type) {
      case 'text':
        return html`${piece.text}`;
      case 'strong':
        return html`<strong>${drawInline(piece.children, i18n)}</strong>`;
      case 'emphasis':
        return html`<em>${drawInline(piece.children, i18n)}</em>`;
      case 'link':
        return drawLink(piece.href, drawInline(piece.children, i18n), i18n);
      default:
        return unreachable(piece);
    }
  });
}

/** Pages open beside this one, so that what goes on here goes on; telephone and mail have nothing to open. */
export function drawLink(href: string, content: unknown, i18n: I18n, className?: string): TemplateResult {
  const elsewhere = href.startsWith('https:');
  return elsewhere
    ? html`<a class=${className ?? nothing} href=${href} target="_blank" rel="noopener noreferrer"
        >${content}<span class="visually-hidden"> (${i18n.t('article.newTab')})</span></a
      >`
    : html`<a class=${className ?? nothing} href=${href}>${content}</a>`;
}

function unreachable(piece: never): never {
  throw new Error(`no such piece: ${JSON.stringify(piece)}`);
}
