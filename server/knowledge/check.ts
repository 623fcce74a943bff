import type { Language } from '../../protocol/conversation.ts';
import { explainCollision, findCollisions, type Collision } from './collisions.ts';
import { distinct, loadNotices } from './edition.ts';
import type { Finding } from './finding.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { checkQuality } from './quality.ts';
import type { Source } from './read-article.ts';
import { articleText, gulpease } from './readability.ts';

export interface Report {
  articles: { id: string; lang: Language; file: string; gulpease: number | null }[];
  /** Of the Italian articles; null when there are none. */
  medianGulpease: number | null;
  findings: Finding[];
  /** Titles and variants that lead to another article; each is among the findings too. */
  collisions: Collision[];
}

/**
 * Everything an editor should put right in a knowledge base. `today` is YYYY-MM-DD, `now` epoch milliseconds.
 * @throws when it is no knowledge base
 */
export async function checkKnowledge(dir: string, today: string, now: number): Promise<Report> {
  const italian = await loadKnowledge(dir, 'it');
  const english = await loadKnowledge(dir, 'en');
  const sources = [...italian.sources, ...english.sources];
  const known = {
    topics: new Set(italian.knowledge.topics.map(({ id }) => id)),
    articles: new Set(italian.knowledge.articles.map(({ id }) => id)),
  };
  const notices = await loadNotices(dir, known);
  const collisions = findCollisions([italian.knowledge, english.knowledge], sources);
  const files = new Map(sources.toReversed().map(({ article, file }) => [article.id, file]));
  const past = notices.sources.filter(({ notice }) => notice.until <= now);
  const findings = [
    ...italian.findings,
    ...english.findings,
    ...notices.findings,
    ...checkQuality(italian.sources, today),
    ...checkQuality(english.sources, today),
    ...checkTranslations(italian.sources, english.sources),
    ...past.map(({ file }) => warning(file, 1, 'questo avviso è finito: togli il file, o correggi «until».')),
    ...collisions.map((collision) => explainCollision(collision, (id) => files.get(id) ?? id)),
  ];
  const articles = sources.map(({ article, file }) => ({
    id: article.id,
    lang: article.lang,
    file,
    gulpease: article.lang === 'it' ? gulpease(articleText(article)) : null,
  }));
  const medianGulpease = median(articles.flatMap((article) => article.gulpease ?? []));
  return { articles, medianGulpease, findings: sorted(distinct(findings)), collisions };
}

/** An English article says what the Italian one of the same id says. */
function checkTranslations(italian: readonly Source[], english: readonly Source[]): Finding[] {
  const originals = new Map(italian.map(({ article }) => [article.id, article]));
  return english.flatMap(({ article, file, lineOf }): Finding[] => {
    const original = originals.get(article.id);
    if (!original)
      return [
        {
          ...warning(file, lineOf(['id']), 'non c’è un articolo italiano con questo id: correggilo.'),
          severity: 'error',
        },
      ];
    if (original.updated <= article.updated) return [];
    const message = `la versione italiana è stata aggiornata il ${original.updated}: controlla che questa dica lo stesso.`;
    return [warning(file, lineOf(['updated']), message)];
  });
}

function warning(file: string, line: number, message: string): Finding {
  return { file, line, message, severity: 'warning' };
}

function sorted(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function median(numbers: number[]): number | null {
  const ordered = numbers.toSorted((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.floor((ordered.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) * 5) / 10;
}
