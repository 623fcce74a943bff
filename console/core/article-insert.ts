import type { ArticleSoFar, Block, Inline } from '../../protocol/article.ts';

/** What an inserted article puts into the answer box, to be edited: its short answer, then one address. */
export function insertionOf(article: ArticleSoFar): string {
  return [plainText(article.summary), addressOf(article)].filter((part) => part !== '').join('\n\n');
}

/**
 * Where the citizen can do it, or else where it is written: a page if there is one, since a number or a mailbox mostly
 * stands in the short answer already. Without its scheme where people do not write one.
 */
function addressOf({ actions, sources }: ArticleSoFar): string {
  const links = [...(actions ?? []), ...(sources ?? [])];
  const link = links.find(({ href }) => href.startsWith('https:')) ?? links[0];
  return link?.href.replace(/^(?:tel|mailto):/, '') ?? '';
}

/** The draft with an article in it: after what is already written, never in its place. */
export function insertInto(draft: string, article: ArticleSoFar): string {
  const written = draft.trimEnd();
  return written === '' ? insertionOf(article) : `${written}\n\n${insertionOf(article)}`;
}

/** Without links and emphasis, a blank line between paragraphs. */
export const plainText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n\n');

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.children.map(inlineText).join('');
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item.map(blockText).join(' ')}`)
        .join('\n');
    default:
      return unreachable(block);
  }
}

function inlineText(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'article':
      return inline.children.map(inlineText).join('');
    default:
      return unreachable(inline);
  }
}

function unreachable(value: never): never {
  throw new TypeError(`Unknown part of an article: ${JSON.stringify(value)}`);
}
