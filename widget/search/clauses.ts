/** Where a message may come apart: the surer, the plainer it is that another question begins there. */
export type Seam = 'sentence' | 'turn' | 'joint';

/** A piece of a message between two seams. */
export interface Clause {
  /** Offsets into the message, end excluded. */
  start: number;
  end: number;
  /** What stands before it. */
  seam: Seam;
}

const QUESTION_WORD =
  "come|quanto|quanta|quanti|quant['’]è|dove|quando|chi|cosa|che|qual|quale|quali|entro|how|where|what|when|who|which|cómo|como|dónde|donde|cuándo|cuando|cuánto|cuanto|comment|où|quand|combien|cum|unde|când|cand|cât|cat";
const WISH =
  "posso|può|puo|devo|vorrei|voglio|mi serve|mi spetta|ho bisogno|c['’]è|esiste|si può|si puo|non trovo|ho perso|mi ridate|me li ridate|can|could|do|does|is there|i need|i want|quiero|puedo|necesito|je veux|puis|vreau|pot";
const AND = 'e|ed|o|oppure|poi|inoltre|and|also|y|et|si|și';

const SEAMS: Record<Seam, RegExp> = {
  sentence: /\.(?!\d)|[!;:\n\r…]+|(?<=\?)/gu,
  /** At an «and» or a comma before a word that asks or wishes. */
  turn: new RegExp(
    `[,\\s]+(?:(?:${AND})[,\\s]+)+(?=(?:(?:poi|anche|pure|per giunta|se no|sulla|sul|sui|per)\\s+)?(?:\\p{L}+\\s+){0,2}(?:${QUESTION_WORD}|${WISH})(?:\\s|['’]))|[,\\s]+(?:e poi|inoltre|in più|per giunta|un['’]altra cosa)[,\\s]+|\\s+(?:e|and|y|et|și)\\s+(?=se no\\s)`,
    'giu',
  ),
  /** At any «and», any comma. */
  joint: new RegExp(`,\\s+(?:(?:${AND})\\s+)?|\\s+(?:${AND}|ma|però|but|pero|mais|dar)\\s+`, 'giu'),
};
const HAS_WORDS = /[\p{L}\p{N}]{3}/u;

/** The pieces of a message, in order, that come apart at the given seams. */
export function clausesOf(text: string, seams: readonly Seam[] = ['sentence', 'turn']): Clause[] {
  const whole: Clause = { start: 0, end: text.length, seam: 'sentence' };
  return seams
    .reduce<Clause[]>((clauses, seam) => clauses.flatMap((clause) => comeApart(text, clause, seam)), [whole])
    .filter(({ start, end }) => HAS_WORDS.test(text.slice(start, end)));
}

function comeApart(text: string, clause: Clause, seam: Seam): Clause[] {
  const pieces: Clause[] = [];
  let next = clause;
  for (const match of text.slice(clause.start, clause.end).matchAll(SEAMS[seam])) {
    const at = clause.start + match.index;
    pieces.push({ ...next, end: at });
    next = { start: at + match[0].length, end: clause.end, seam };
  }
  return [...pieces, next];
}
