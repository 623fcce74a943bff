/**
 * `npm run kb:check [-- --json] [-- folder]`: what editors should put right, in Italian, and how easy each article is
 * to read. Exits with 1 when there are errors.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { language, type Language } from '../../protocol/conversation.ts';
import { hasErrors, type Finding } from '../knowledge/finding.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { checkQuality } from '../knowledge/quality.ts';
import { articleText, gulpease } from '../knowledge/readability.ts';

interface Report {
  articles: { id: string; lang: Language; file: string; gulpease: number | null }[];
  /** Of the Italian articles; null when there are none. */
  medianGulpease: number | null;
  findings: Finding[];
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const dir = positionals[0] ?? 'knowledge-base';
try {
  const report = await check(dir, new Date().toISOString().slice(0, 10));
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : asText(report));
  process.exitCode = hasErrors(report.findings) ? 1 : 0;
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${dir}: non riesco a leggere la cartella: servono topics.yaml e lexicon.yaml (${reason}).\n`);
  process.exitCode = 1;
}

async function check(dir: string, today: string): Promise<Report> {
  const report: Report = { articles: [], medianGulpease: null, findings: [] };
  const languages = language.options.filter((lang) => lang === 'it' || existsSync(join(dir, lang)));
  for (const lang of languages) {
    const { sources, findings } = await loadKnowledge(dir, lang);
    report.findings.push(...findings, ...checkQuality(sources, today));
    for (const { article, file } of sources)
      report.articles.push({
        id: article.id,
        lang,
        file,
        gulpease: lang === 'it' ? gulpease(articleText(article)) : null,
      });
  }
  report.findings = sorted(report.findings);
  report.medianGulpease = median(report.articles.flatMap((article) => article.gulpease ?? []));
  return report;
}

/** The two YAML files are read once for every language. */
function sorted(findings: Finding[]): Finding[] {
  const once = new Map(findings.map((finding) => [`${finding.file}:${finding.line}:${finding.message}`, finding]));
  return [...once.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function median(numbers: number[]): number | null {
  const ordered = numbers.toSorted((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.floor((ordered.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) * 5) / 10;
}

function asText({ articles, medianGulpease, findings }: Report): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    ...findings.map(
      ({ file, line, message, severity }) => `${file}:${line}: ${severity === 'warning' ? 'avviso: ' : ''}${message}`,
    ),
    ...(findings.length > 0 ? [''] : []),
    'Leggibilità (indice Gulpease)',
    ...articles.map(({ id, gulpease: value }) => `  ${value?.toFixed(1).padStart(5) ?? '    –'}  ${id}`),
    `  ${medianGulpease?.toFixed(1).padStart(5) ?? '    –'}  mediana`,
    '',
    `Articoli: ${articles.length}. Errori: ${errors}. Avvisi: ${findings.length - errors}.`,
    '',
  ].join('\n');
}
