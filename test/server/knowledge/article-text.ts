const FRONT: Record<string, string> = {
  id: 'prova-uno',
  title: 'Come si fa la prova?',
  lang: 'it',
  topic: 'prove',
  office: 'Ufficio prove',
  variants: '[Prima domanda, Seconda domanda, Terza domanda, Quarta domanda, Quinta domanda]',
  sources: '[{ label: Il sito, href: "https://example.org/" }]',
  updated: '2026-11-01',
  'verify-by': '2027-05-01',
};

const BODY = 'Si fa **così**.\n\n## Come si fa\n\n1. Vai allo sportello.\n2. Chiedi la prova.\n';

/** A good article with some entries changed (left out where the value is empty) and perhaps another body. */
export function articleText(changes: Record<string, string> = {}, body = BODY): string {
  const entries = Object.entries({ ...FRONT, ...changes }).filter(([, value]) => value !== '');
  return ['---', ...entries.map(([key, value]) => `${key}: ${value}`), '---', '', body].join('\n');
}

/** The line on which an entry stands when nothing is left out. */
export function lineOf(key: string): number {
  return Object.keys(FRONT).indexOf(key) + 2;
}

/** The line on which the body begins when nothing is added or left out. */
export const BODY_LINE = Object.keys(FRONT).length + 4;
