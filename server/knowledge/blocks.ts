import { basename, join } from 'node:path';
import type { Link, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Block, Inline, SectionName } from '../../protocol/article.ts';
import { plainText } from '../../widget/search/plain-text.ts';
import type { Reporter } from './finding.ts';
import { allowedLink, relativeLink } from './links.ts';
import type { Reference } from './references.ts';

type MarkdownNode = RootContent | PhrasingContent | ListItem;

/** What to do instead of a piece of Markdown that answers are not made of. */
const REMEDIES: Partial<Record<MarkdownNode['type'], string>> = {
  html: 'qui non si scrive HTML: usa solo Markdown.',
  image: 'le immagini non sono previste: descrivi a parole quello che mostrano.',
  imageReference: 'le immagini non sono previste: descrivi a parole quello che mostrano.',
  heading: 'dentro un elenco non ci vanno titoli: usa il grassetto.',
  blockquote: 'niente citazioni: scrivi un paragrafo normale.',
  code: 'niente blocchi di codice: togli i rientri o gli accenti gravi.',
  inlineCode: 'niente accenti gravi: usa il **grassetto**.',
  thematicBreak: 'niente righe di separazione: bastano i titoli con ##.',
  definition: 'scrivi il link dove serve: [testo](https://…).',
  linkReference: 'scrivi il link per intero: [testo](https://…).',
};

/** Where a text stands, and what its links may lead to. */
export interface TextPlace {
  /** Folder of the file, for links to its neighbours, and its own name. */
  folder: string;
  file: string;
  /** The body's first line. */
  firstLine: number;
  /** The section an anchor names, if there is one of that name. */
  sectionOf: (anchor: string) => SectionName | undefined;
}

/** Markdown's tree -> our small one. What does not fit is left out and reported. */
export function createBlockReader(reporter: Reporter, { folder, file, firstLine, sectionOf }: TextPlace) {
  const references: Reference[] = [];
  const lineOf = (node: MarkdownNode): number => (node.position?.start.line ?? 1) + firstLine - 1;

  function refuse(node: MarkdownNode): void {
    reporter.error(
      lineOf(node),
      REMEDIES[node.type] ?? 'questa parte non è prevista: usa paragrafi, elenchi, grassetto e link.',
    );
  }

  function block(node: RootContent): Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: node.children.flatMap(inline) }];
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item) => item.children.flatMap(block)),
          },
        ];
      default:
        refuse(node);
        return [];
    }
  }

  function inline(node: PhrasingContent): Inline[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', text: node.value.replace(/\s+/g, ' ') }];
      case 'break':
        return [{ type: 'text', text: ' ' }];
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: node.children.flatMap(inline) }];
      case 'link':
        return link(node);
      default:
        refuse(node);
        return [];
    }
  }

  function link(node: Link): Inline[] {
    const children = node.children.flatMap(inline);
    if (plainText([{ type: 'paragraph', children }]).trim() === '')
      reporter.error(lineOf(node), 'questo link è senza parole: scrivi tra le parentesi quadre dove porta.');
    if (allowedLink(node.url)) return [{ type: 'link', href: node.url, children }];
    const relative = relativeLink(node.url);
    const section = relative?.anchor === undefined ? undefined : sectionOf(relative.anchor.toLowerCase());
    if (relative === null) {
      reporter.error(
        lineOf(node),
        `il link «${node.url}» non va: usa un indirizzo che comincia con https:, mailto: o tel:, o il file di un articolo.`,
      );
      return children;
    }
    if (relative.anchor !== undefined && section === undefined) {
      reporter.error(lineOf(node), `il link «${node.url}» porta a un titolo che non c’è: correggi quello che segue #.`);
      return children;
    }
    const target = relative.path === undefined ? file : join(folder, relative.path);
    references.push({ line: lineOf(node), href: node.url, file: target, section });
    return [{ type: 'article', id: basename(target, '.md'), ...(section && { section }), children }];
  }

  return { block, lineOf, references };
}
