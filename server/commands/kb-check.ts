/**
 * `npm run kb:check [-- --json] [-- folder]`: what editors should put right, in Italian, and how easy each article is
 * to read. Exits with 1 when there are errors.
 */
import { parseArgs } from 'node:util';
import { checkKnowledge, type Report } from '../knowledge/check.ts';
import { hasErrors } from '../knowledge/finding.ts';
import { dayAt } from '../knowledge/local-time.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const dir = positionals[0] ?? 'knowledge-base';
try {
  const report = await checkKnowledge(dir, dayAt(Date.now()), Date.now());
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : asText(report));
  process.exitCode = hasErrors(report.findings) ? 1 : 0;
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${dir}: non riesco a leggere la cartella: servono topics.yaml e lexicon.yaml (${reason}).\n`);
  process.exitCode = 1;
}

function asText({ articles, medianGulpease, findings, collisions }: Report): string {
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
    `Articoli: ${articles.length}. Domande che portano altrove: ${collisions.length}.`,
    `Errori: ${errors}. Avvisi: ${findings.length - errors}.`,
    '',
  ].join('\n');
}
