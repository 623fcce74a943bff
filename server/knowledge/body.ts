import { dirname } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Heading } from 'mdast';
import { SECTIONS, type Article, type Block, type Section, type SectionName } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { countWords, plainText } from '../../widget/search/plain-text.ts';
import { createBlockReader } from './blocks.ts';
import type { Reporter } from './finding.ts';
import type { Reference } from './references.ts';

export const SUMMARY_WORDS = 60;

/** The headings editors write, and the section each one opens. */
export const HEADINGS: Record<Language, Record<SectionName, string>> = {
  it: {
    steps: 'Come si fa',
    needs: 'Che cosa ti serve',
    costs: 'Quanto costa',
    deadlines: 'Entro quando',
    where: 'Dove',
    notes: 'Da sapere',
  },
  en: {
    steps: 'What to do',
    needs: 'What you need',
    costs: 'What it costs',
    deadlines: 'Deadlines',
    where: 'Where',
    notes: 'Good to know',
  },
};

export type Body = Pick<Article, 'summary' | 'sections'>;

export interface BodyText {
  text: string;
  /** The file, and its line on which the text begins. */
  file: string;
  firstLine: number;
  lang: Language;
}

/** «Che cosa ti serve» -> `che-cosa-ti-serve`, as it stands behind # in a link. */
export function anchorOf(name: SectionName, lang: Language): string {
  return HEADINGS[lang][name].toLowerCase().replaceAll(' ', '-');
}

/** Short answer first, then the sections, each under its fixed heading. Sections come out in the order of the screen. */
export function readBody(
  { text, file, firstLine, lang }: BodyText,
  reporter: Reporter,
): { body: Body; references: Reference[] } {
  const sectionOf = (anchor: string) => SECTIONS.find((name) => anchorOf(name, lang) === anchor);
  const reader = createBlockReader(reporter, { file, folder: dirname(file), firstLine, sectionOf });
  const summary: Block[] = [];
  const sections = new Map<SectionName, Block[]>();
  const lines = new Map<SectionName, number>();
  let target = summary;
  for (const node of fromMarkdown(text).children) {
    if (node.type !== 'heading') {
      target.push(...reader.block(node));
      continue;
    }
    const line = reader.lineOf(node);
    target = [];
    const name = sectionNamed(node, lang);
    if (name === undefined) reporter.error(line, unknownHeading(lang));
    else if (sections.has(name)) reporter.error(line, 'questo titolo c’è già: riunisci le due parti.');
    else {
      sections.set(name, target);
      lines.set(name, line);
    }
  }
  checkSummary(summary, reporter, firstLine);
  for (const [name, blocks] of sections)
    if (blocks.length === 0)
      reporter.error(lines.get(name) ?? firstLine, 'sotto questo titolo non c’è niente: scrivi o togli il titolo.');
  const body = { summary, sections: SECTIONS.flatMap((name) => sectionNamedIn(name, sections)) };
  return { body, references: reader.references };
}

function sectionNamedIn(name: SectionName, sections: Map<SectionName, Block[]>): Section[] {
  const blocks = sections.get(name);
  return blocks === undefined ? [] : [{ name, blocks }];
}

function sectionNamed(heading: Heading, lang: Language): SectionName | undefined {
  if (heading.depth !== 2) return undefined;
  const text = heading.children
    .map((child) => ('value' in child ? child.value : ''))
    .join('')
    .trim()
    .toLowerCase();
  return SECTIONS.find((name) => HEADINGS[lang][name].toLowerCase() === text);
}

function unknownHeading(lang: Language): string {
  const allowed = Object.values(HEADINGS[lang]).map((heading) => `«## ${heading}»`);
  return `titolo non previsto: usa ${allowed.join(', ')}.`;
}

function checkSummary(summary: Block[], reporter: Reporter, line: number): void {
  const words = countWords(plainText(summary));
  if (words === 0) reporter.error(line, 'manca la risposta breve: scrivila prima del primo titolo.');
  if (words > SUMMARY_WORDS)
    reporter.error(line, `la risposta breve ha ${words} parole: portala a ${SUMMARY_WORDS} o meno.`);
}
