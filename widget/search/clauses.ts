/** One sentence or clause of a message. */
export interface Clause {
  text: string;
  /** It asks something, or says what is wanted. */
  asks: boolean;
}

const SENTENCE = /[.!;\n\r…]+|(?<=\?)/u;
/** Where another question begins within a sentence. */
const TURN =
  /[,\s]+(?=(?:e|ed|o|oppure|poi)\s+(?:poi|anche|pure|inoltre|come|quanto|quanta|dove|quando|chi|che|cosa|posso|devo|se|per|mi|vorrei|per giunta|ho)\s)|[,\s]+(?=(?:inoltre|e poi|in più|un'altra cosa|e intanto|per giunta)\s)|[,\s]+(?=(?:and|also)\s+(?:how|where|what|when|who|can|do|does|is|also|i)\s)|[,\s]+(?=(?:y|et|si|și)\s+(?:como|cómo|donde|dónde|cuando|cuánto|comment|où|quand|combien|cum|unde|când|cat|cât)\s)/iu;
const ASKS =
  /\?|^(?:e |ed |ma |o |poi |inoltre |and |also |y |et |si |și )*(?:come|quanto|quanta|quanti|dove|quando|chi|cosa|che|qual|quale|quali|posso|puo|può|devo|entro|perche|perché|c['’]|esiste|si puo|si può|è vero|vorrei|voglio|mi serve|mi spetta|ho bisogno|how|where|what|when|who|which|can|could|do|does|is|are|i need|i want|como|cómo|donde|dónde|cuando|cuándo|cuanto|cuánto|quiero|puedo|comment|où|quand|combien|je veux|puis|cum|unde|când|cand|cât|cat|vreau|pot)(?=\s|['’])/iu;

/** The clauses of a message, in order. */
export function clausesOf(text: string): Clause[] {
  return text
    .split(SENTENCE)
    .flatMap((sentence) => sentence.split(TURN))
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause))
    .map((clause) => ({ text: clause, asks: ASKS.test(clause) }));
}
