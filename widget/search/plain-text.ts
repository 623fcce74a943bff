import type { Block, Inline } from '../../protocol/article.ts';

/** The words of some blocks, one line for each paragraph or list item. */
export function plainText(blocks: Block[]): string {
  return blocks.map(blockText).join('\n');
}

/** Words as people count them: a number or a time is one. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.children.map(inlineText).join('');
    case 'list':
      return block.items.map(plainText).join('\n');
    default:
      return block satisfies never;
  }
}

function inlineText(inline: Inline): string {
  return inline.type === 'text' ? inline.text : inline.children.map(inlineText).join('');
}
