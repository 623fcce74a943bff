import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

function command(name: string, ...args: string[]) {
  return spawn(process.execPath, [join(ROOT, 'server/commands', `${name}.ts`), ...args], { cwd: ROOT });
}

async function run(name: string, args: string[], input = '') {
  const child = command(name, ...args);
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

test('KB-11 search --json answers every line with one line of JSON, in order', async () => {
  const questions = ['come disdico una visita?', '', '   ', '<script>alert(1)</script>', 'mia madre non respira', '🤷'];
  const { out, code } = await run('search', ['--json'], questions.join('\n'));
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(answers.map(({ q }) => q)).toEqual(questions);
  expect(answers.map(({ decision }) => decision)).toEqual(['answer', 'none', 'none', 'none', 'emergency', 'none']);
  for (const answer of answers) expect(Object.keys(answer)).toEqual(['q', 'lang', 'decision', 'hits']);
  expect(answers[0].hits[0]).toEqual({ id: 'recup-disdire', score: expect.any(Number) });
  expect(answers[0].hits.length).toBeLessThanOrEqual(5);
});

test('KB-11 search answers each line as it comes, and ends with its input', async () => {
  const child = command('search', '--json');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const question of ['bollo', 'ticket']) {
    child.stdin.write(`${question}\n`);
    expect(JSON.parse(String((await lines.next()).value))).toMatchObject({ q: question });
  }
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end();
  expect(await ended).toBe(0);
});

test('KB-11 an option that is none is answered with what to type', async () => {
  const { out, err, code } = await run('search', ['--jsn']);
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err).toContain('--jsn');
  expect(err).toContain('npm run search');
  expect(err).not.toContain('    at ');
});

test('KB-11 search without --json is for people', async () => {
  const { out } = await run('search', [], 'numero di telefono del recup\n');
  expect(out).toMatch(/answer \(it\)\n {2}\d\.\d{3} {2}Qual è il numero .* \[recup-telefono-orari\]/);
});

test('KB-5 kb:check finds nothing wrong in our articles, all easy to read', async () => {
  const { out, code } = await run('kb-check', ['--json']);
  const report = JSON.parse(out);
  expect(report.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
  expect(code).toBe(0);
  const italian = report.articles.filter(({ lang }: { lang: string }) => lang === 'it');
  expect(italian.length).toBeGreaterThanOrEqual(72);
  for (const { gulpease } of italian) expect(gulpease).toBeGreaterThanOrEqual(55);
  expect(report.medianGulpease).toBeGreaterThanOrEqual(60);
});

test('KB-5 kb:check says file, line and what to do, and ends with 1', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await cp(join(ROOT, 'knowledge-base'), dir, { recursive: true });
  await writeFile(join(dir, 'it/bollo/bollo-scadenza.md'), '---\nid: bollo-scadenza\n---\nTesto.\n');
  const { out, code } = await run('kb-check', [dir]);
  await rm(dir, { recursive: true });
  expect(code).toBe(1);
  expect(out).toContain(`${dir}/it/bollo/bollo-scadenza.md:2: title: manca: aggiungila.\n`);
  expect(out).toMatch(/Leggibilità[\s\S]*recup-disdire[\s\S]*mediana[\s\S]*Errori: \d+/);
});

test('KB-5 kb:check of a folder that is no knowledge base says so in one line', async () => {
  const { err, out, code } = await run('kb-check', [join(tmpdir(), 'non-esiste')]);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^.*non-esiste.*\n$/);
});
