import { html, type TemplateResult } from 'lit';
import type { Block, Inline } from '../../protocol/article.ts';
import type { I18n } from '../core/i18n.ts';
import { unreachable } from '../core/unreachable.ts';
import { FollowEvent } from './events.ts';
import { drawLink } from './link.ts';

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
      case 'article':
        return drawReference(piece, i18n);
      default:
        return unreachable(piece);
    }
  });
}

/** A button that looks like a link: it leads within the panel, and has no address of its own. */
function drawReference({ id, section, children }: Extract<Inline, { type: 'article' }>, i18n: I18n): TemplateResult {
  const follow = ({ currentTarget }: Event): void =>
    void (currentTarget as HTMLElement).dispatchEvent(new FollowEvent(id, section));
  return html`<button class="reference" type="button" @click=${follow}>${drawInline(children, i18n)}</button>`;
}
