import type { Language } from '../../protocol/conversation.ts';

/** A letter's content, once; it goes out as plain text and as HTML, both whole. */
export type Block =
  | { type: 'paragraph' | 'heading'; text: string }
  /** Somebody's own words, line breaks kept. `by` and `when` stand above. */
  | { type: 'words'; text: string; by?: string }
  | { type: 'facts'; facts: { name: string; value: string }[] }
  | { type: 'link'; text: string; href: string };

export interface Content {
  language: Language;
  title: string;
  blocks: Block[];
}

export function asText({ title, blocks }: Content): string {
  return [title, ...blocks.map(textOf)].join('\n\n') + '\n';
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return block.text.toUpperCase();
    case 'words': {
      const quoted = block.text.split('\n').map((line) => `> ${line}`);
      return [...(block.by === undefined ? [] : [block.by]), ...quoted].join('\n');
    }
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}: ${value}`).join('\n');
    case 'link':
      return `${block.text}:\n${block.href}`;
    default:
      return unreachable(block);
  }
}

/** No colours, so that light and dark are the reader's own; no pictures, nothing to fetch. */
export function asHtml({ language, title, blocks }: Content): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>`,
    '<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5"><main style="max-width: 36em">',
    `<h1 style="font-size: 1.4em">${escapeHtml(title)}</h1>`,
    ...blocks.map(htmlOf),
    '</main></body></html>',
    '',
  ].join('\n');
}

function htmlOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${withBreaks(block.text)}</p>`;
    case 'heading':
      return `<h2 style="font-size: 1.15em">${escapeHtml(block.text)}</h2>`;
    case 'words': {
      const by =
        block.by === undefined ? '' : `<p style="margin-bottom: 0"><strong>${escapeHtml(block.by)}</strong></p>\n`;
      const style = 'margin: 0.25em 0 1em; padding-left: 0.75em; border-left: 3px solid';
      return `${by}<blockquote style="${style}">${withBreaks(block.text)}</blockquote>`;
    }
    case 'facts': {
      const lines = block.facts.map(({ name, value }) => `<strong>${escapeHtml(name)}:</strong> ${escapeHtml(value)}`);
      return `<p>${lines.join('<br>\n')}</p>`;
    }
    case 'link':
      return `<p><a href="${escapeHtml(block.href)}">${escapeHtml(block.text)}</a></p>`;
    default:
      return unreachable(block);
  }
}

function withBreaks(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>\n');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function unreachable(value: never): never {
  throw new Error(`no such block: ${JSON.stringify(value)}`);
}
