export interface Parts {
  front: string;
  body: string;
  /** The file's line on which the body begins, counted from 1. */
  bodyLine: number;
}

/** The text between the two lines of dashes, and what comes after them; null where there are no such lines. */
export function splitFrontMatter(text: string): Parts | null {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return null;
  return {
    front: match[1] ?? '',
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
