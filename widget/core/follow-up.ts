import type { ArticleHead, ArticleSoFar, SectionName } from '../../protocol/article.ts';
import type { Search, SearchAnswer } from '../search/index.ts';
import { plainText } from '../search/plain-text.ts';
import { stem } from '../search/stem.ts';
import { isStopWord } from '../search/stop-words.ts';
import { fold, tokenise } from '../search/tokens.ts';

/** What a question asked under an answer comes to. */
export type FollowUp =
  /** It asks for a part of the answer just read. */
  | { name: 'section'; section: SectionName }
  /** It is a question of its own, understood with (`inContext`) or without what was just read. */
  | { name: 'found'; found: SearchAnswer; inContext: boolean };

/** Words that name a part of an answer, folded; a trailing «*» stands for any ending. */
const NAMES: Record<SectionName, string> = {
  costs: `quanto costa* costo costi prezz* pag* spes* spend* gratis gratuit* soldi euro tariff* import* viene
    cost* price* pay* fee fees free money much cuesta cuanto precio pagar gratis coute combien prix payer gratuit
    cat costa pret plat*`,
  deadlines: `quando entro scade scadenz* scadut* termin* tempo tempi giorni durata dura temp* limite
    when deadline* long until expire* expir* days soon cuando plazo quand delai cand termen`,
  where: `dove sede sportell* indirizz* uffici* ufficio orari* vado
    where address* office* place hours donde direccion adonde ou adresse unde adresa`,
  needs: `serve servono document* occorr* portare bisogno requisit* necessari* modul*
    need* bring require* paper* form forms necesito documentos papeles besoin faut nevoie acte documente`,
  steps: `come faccio procedura passi fare passagg* inizi* richied* domanda
    how steps apply start como hago comment faire cum fac`,
  notes: `eccezion* attenzion* avvertenz* sapere
    exception* warning* note notes`,
};

/** The most particular first: «come pago» asks for the cost of nothing, but «quanto costa e come» for the cost. */
const ORDER: readonly SectionName[] = ['costs', 'deadlines', 'where', 'needs', 'notes', 'steps'];

/** They hold a follow-up together and say nothing of their own. */
const JOINTS = words(`e ed ma poi quindi allora invece anche pure o per cosa che mi ci si lo la li le il i gli un una ne
  questo questa quello quella da di del della a al in con ok grazie scusa dimmi puoi devo posso bisogna fa fare faccio
  quanto quanti quanta quale quali come dove quando andare andarci vado arrivo trovo
  and so then but or also it this that do does i is are the a an what how to of for in there can you please me much many
  y cuanto el la lo los que esto eso para et combien ca le les est ce si cat asta este pentru`);

/** Words that begin what belongs to something said before. */
const GOES_ON =
  /^[^\p{L}]*(?:e|ed|ma|anche|invece|oppure|o|se|and|but|also|or|if|what about|y|pero|et|mais|si|și|dar)\b/iu;

const PATTERNS = ORDER.map((section) => ({ section, pattern: patternOf(NAMES[section]) }));

/**
 * Which of the article's sections a follow-up asks for: it names one, the article has it, and what else it says is
 * nothing, or said by the article's own title. Null when it asks for something else.
 */
export function sectionAsked(text: string, article: ArticleSoFar): SectionName | null {
  const said = tokenise(text).map(({ word }) => word);
  const known = new Set(topicWords(article));
  const has = (name: SectionName): boolean => article.sections?.some((section) => section.name === name) ?? false;
  for (const { section, pattern } of PATTERNS) {
    if (!has(section) || !said.some((word) => pattern.test(word))) continue;
    const rest = said.filter((word) => !pattern.test(word) && !isJoint(word));
    if (rest.every((word) => known.has(stem(word)))) return section;
  }
  return null;
}

/**
 * Reads a follow-up: as a part of the answer just read, by itself where that is sure, else together with its subject.
 *
 * @param shelf the articles that the engine knows
 */
export function readFollowUp(
  text: string,
  article: ArticleSoFar,
  engine: Search,
  shelf: readonly ArticleHead[],
): FollowUp {
  const alone = engine.ask(text);
  if (alone.emergency) return { name: 'found', found: alone, inContext: false };
  const section = sectionAsked(text, article);
  if (section) return { name: 'section', section };
  const topic = shelf.find(({ id }) => id === alone.hits[0]?.id)?.topic;
  // «E per un minore?» goes on with the subject: an answer about another one would be a sure one to something else.
  const goesOn = GOES_ON.test(text) && topic !== article.topic;
  const stands = alone.parts.length > 1 || (alone.decision === 'answer' && !goesOn);
  if (stands) return { name: 'found', found: alone, inContext: false };
  // Without its question mark: with it, follow-up and subject would be two questions.
  const together = engine.ask(`${text.replace(/[\s?!.]+$/u, '')} ${subject(article)}`);
  if (together.hits.length === 0) return { name: 'found', found: alone, inContext: false };
  return { name: 'found', found: elsewhere(together, alone, article), inContext: true };
}

/**
 * The answer just read is no answer to what is asked beyond it: then what is near both is offered first, and nothing is
 * claimed. Where the follow-up itself says nothing that an article knows, its subject must not speak in its place.
 */
function elsewhere(together: SearchAnswer, alone: SearchAnswer, { id }: ArticleHead): SearchAnswer {
  const [first] = together.hits;
  if (first?.id !== id) return { ...together, parts: [] };
  // Above all what both have found, then what the follow-up found by itself.
  const near = new Set(alone.hits.map((hit) => hit.id));
  const others = [...together.hits.filter((hit) => near.has(hit.id)), ...alone.hits].filter((hit) => hit.id !== id);
  const hits = others.filter((hit, at) => others.findIndex((other) => other.id === hit.id) === at);
  return { ...together, decision: hits.length > 0 ? 'unsure' : 'none', hits, parts: [] };
}

/** What the article is about, in a few words of its own. */
function subject({ title, lang }: ArticleHead): string {
  return tokenise(title)
    .map(({ word }) => word)
    .filter((word) => !isStopWord(word, lang) && !isJoint(word))
    .join(' ');
}

function topicWords({ title, variants, summary }: ArticleHead): string[] {
  return tokenise([title, ...variants, plainText(summary)].join(' ')).map(({ word }) => stem(word));
}

const isJoint = (word: string): boolean => JOINTS.has(word) || isStopWord(word, 'it');

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).map(fold));
}

function patternOf(names: string): RegExp {
  const endings = [...words(names)].map((name) => name.replace('*', '\\p{L}*'));
  return new RegExp(`^(?:${endings.join('|')})$`, 'u');
}
