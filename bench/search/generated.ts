import type { Article, WholeKnowledge } from '../../protocol/article.ts';
import { withTellingWords } from '../../server/knowledge/telling-words.ts';

/** As many articles as wanted, made by mixing the words of real ones: the same words, lengths and fields. */
export function generateKnowledge(knowledge: WholeKnowledge, count: number): WholeKnowledge {
  const random = createRandom(count);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const articles = Array.from({ length: count }, (_, number): Article => {
    const [one, other] = [pick(knowledge.articles), pick(knowledge.articles)];
    const variants = one.variants.map((variant) => mix(variant, pick(other.variants), number));
    const summary = random() < 0.5 ? one.summary : other.summary;
    const sections = one.sections.map((section) => (random() < 0.5 ? section : pick(other.sections)));
    const title = mix(one.title, other.title, number);
    return { ...one, id: `${one.id}-${number}`, title, variants, summary, sections };
  });
  return { ...knowledge, articles: withTellingWords(articles) };
}

/** The beginning of one, the end of the other, and a word that only this article has. */
function mix(one: string, other: string, number: number): string {
  const [first, second] = [one.split(' '), other.split(' ')];
  const begun = first.slice(0, Math.ceil(first.length / 2));
  return [...begun, ...second.slice(Math.floor(second.length / 2)), `tema${number.toString(36)}`].join(' ');
}

/** Numbers that look random and are the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
