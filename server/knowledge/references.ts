import type { Article, Block, Inline, SectionName } from '../../protocol/article.ts';

/** A link from one article's text to another file of the knowledge base, or to a section. */
export interface Reference {
  /** In the file it is written in, counted from 1. */
  line: number;
  /** As written. */
  href: string;
  /** The file it leads to. */
  file: string;
  section: SectionName | undefined;
}

type Target = Extract<Inline, { type: 'article' }>;

/** The article with every reference that leads nowhere put down as plain words. */
export function withoutDeadReferences(article: Article, leads: (target: Target) => boolean): Article {
  const blocks = (list: Block[]): Block[] => list.map(block);
  const inlines = (list: Inline[]): Inline[] => list.flatMap(inline);

  function block(one: Block): Block {
    if (one.type === 'paragraph') return { ...one, children: inlines(one.children) };
    return { ...one, items: one.items.map(blocks) };
  }

  function inline(one: Inline): Inline[] {
    if (one.type === 'text') return [one];
    const children = inlines(one.children);
    return one.type === 'article' && !leads(one) ? children : [{ ...one, children }];
  }

  const sections = article.sections.map((section) => ({ ...section, blocks: blocks(section.blocks) }));
  return { ...article, summary: blocks(article.summary), sections };
}
