import { fold, tokenise } from '../../widget/search/tokens.ts';
import { askingsOf } from './collisions.ts';
import type { Finding } from './finding.ts';
import { articleText, gulpease } from './readability.ts';
import type { Source } from './read-article.ts';
import type { Path } from './yaml.ts';

/** Every article at least this easy, and half of them at least that. */
export const GULPEASE = { least: 55, aim: 60 } as const;

/** What makes an article worse without making it wrong to read. `today` is YYYY-MM-DD. */
export function checkQuality(sources: Source[], today: string): Finding[] {
  return [...sources.flatMap((source) => checkOne(source, today)), ...sharedAskings(sources)];
}

function checkOne(source: Source, today: string): Finding[] {
  const { article } = source;
  const readability = gulpease(articleText(article));
  const findings: (Finding | null)[] = [
    article.title.endsWith('?')
      ? null
      : warn(source, ['title'], 'title: scrivila come una domanda, con il punto interrogativo.'),
    article.verifyBy >= today
      ? null
      : warn(
          source,
          ['verify-by'],
          `verify-by: la data è passata: ricontrolla l’articolo, poi aggiorna «updated» e «verify-by».`,
        ),
    article.updated <= today
      ? null
      : warn(source, ['updated'], 'updated: questa data deve ancora venire: scrivi quella di oggi.'),
    article.validUntil === undefined || article.validUntil >= today
      ? null
      : warn(
          source,
          ['valid-until'],
          'valid-until: la data è passata e l’articolo non si vede più: aggiornalo o toglilo.',
        ),
    article.lang === 'it' ? judge(source, readability) : null,
  ];
  return findings.filter((finding) => finding !== null);
}

function judge(source: Source, readability: number): Finding | null {
  const advice = `leggibilità ${readability} (indice Gulpease): accorcia le frasi e le parole, fino ad almeno`;
  if (readability < GULPEASE.least) return { ...warn(source, [], `${advice} ${GULPEASE.least}.`), severity: 'error' };
  return readability < GULPEASE.aim ? warn(source, [], `${advice} ${GULPEASE.aim}.`) : null;
}

/** The same question in two places helps nobody: the search cannot tell which one is meant. */
function sharedAskings(sources: Source[]): Finding[] {
  const seen = new Map<string, { source: Source; path: Path }>();
  const findings: Finding[] = [];
  for (const source of sources) {
    for (const [path, text] of askingsOf(source.article)) {
      const key = tokenise(text)
        .map(({ word }) => fold(word))
        .join(' ');
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { source, path });
      else {
        const where = `${first.source.file}:${first.source.lineOf(first.path)}`;
        findings.push({
          ...warn(source, path, `la stessa domanda è già in ${where}: tienila solo dove serve di più.`),
          severity: 'error',
        });
      }
    }
  }
  return findings;
}

function warn({ file, lineOf }: Source, path: Path, message: string): Finding {
  return { file, line: lineOf(path), message, severity: 'warning' };
}
