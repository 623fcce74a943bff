/** One clause of a message that may be a question of its own. */
export interface Clause {
  text: string;
  /** It asks something, or says what is wanted. */
  asks: boolean;
}

const SENTENCE = /\.(?!\d)|[!;:\n\r…]+|(?<=\?)/u;
const QUESTION_WORD =
  "come|quanto|quanta|quanti|quant['’]è|dove|quando|chi|cosa|che|qual|quale|quali|entro|how|where|what|when|who|which|cómo|como|dónde|donde|cuándo|cuando|cuánto|cuanto|comment|où|quand|combien|cum|unde|când|cand|cât|cat";
const WISH =
  "posso|può|puo|devo|vorrei|voglio|mi serve|mi spetta|ho bisogno|c['’]è|esiste|si può|si puo|non trovo|ho perso|mi ridate|me li ridate|can|could|do|does|is there|i need|i want|quiero|puedo|necesito|je veux|puis|vreau|pot";
/** Where another question begins within a sentence: at an «and» or a comma, before a word that asks or wishes. */
const TURN = new RegExp(
  `[,\\s]+(?:(?:e|ed|o|oppure|poi|inoltre|and|also|y|et|si|și)[,\\s]+)+(?=(?:(?:poi|anche|pure|per giunta|se no|sulla|sul|sui|per)\\s+)?(?:\\p{L}+\\s+){0,2}(?:${QUESTION_WORD}|${WISH})(?:\\s|['’]))|[,\\s]+(?:e poi|inoltre|in più|per giunta|un['’]altra cosa)[,\\s]+|\\s+(?:e|and|y|et|și)\\s+(?=se no\\s)`,
  'iu',
);
const ASKS = new RegExp(`\\?|^(?:${QUESTION_WORD}|${WISH})(?=\\s|['’]|$)`, 'iu');
const HAS_WORDS = /[\p{L}\p{N}]{3}/u;

/** The clauses of a message, in order. */
export function clausesOf(text: string): Clause[] {
  return text
    .split(SENTENCE)
    .flatMap((sentence) => turnsOf(sentence))
    .filter((clause) => HAS_WORDS.test(clause.text));
}

/** «… e voglio rifarla, inoltre il PUK non lo trovo»: what a turn joins are wishes, whatever their words. */
function turnsOf(sentence: string): Clause[] {
  const turns = sentence.split(TURN).map((turn) => turn.trim());
  return turns.map((text) => ({ text, asks: turns.length > 1 || ASKS.test(text) }));
}
