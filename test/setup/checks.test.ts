import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allChecks } from '../../scripts/checks/checks.mjs';
import { loadedFiles } from '../../scripts/checks/chunks.mjs';
import {
  countFromClosingLine,
  countFromFile,
  countFromVitest,
  countOnce,
  judge,
} from '../../scripts/checks/results.mjs';
import { runChecks } from '../../scripts/checks/run-checks.mjs';
import { foldersWithTypes } from '../../scripts/checks/tsconfigs.mjs';
import { temporaryFolder, writeFile } from './helpers.ts';

const ended = { code: 0, lines: [] as string[], countFile: '/nowhere' };

describe('judge', () => {
  it('counts a check without tests once', () => {
    expect(judge(countOnce, ended)).toEqual({ passed: 1, failed: 0 });
    expect(judge(countOnce, { ...ended, code: 2 })).toEqual({ passed: 0, failed: 1 });
  });

  it('reads the last closing line', () => {
    const lines = ['1 passed, 0 failed', 'and then', '12 passed, 3 failed', 'bye'];
    expect(judge(countFromClosingLine, { ...ended, code: 1, lines })).toEqual({ passed: 12, failed: 3 });
  });

  it("reads vitest's report, and counts a file that broke before its first test", () => {
    const countFile = writeFile(
      join(temporaryFolder(), 'vitest.json'),
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        testResults: [
          { status: 'passed', assertionResults: [{}] },
          { status: 'failed', assertionResults: [{}] },
          { status: 'failed', assertionResults: [] },
        ],
      }),
    );
    expect(judge(countFromVitest, { ...ended, code: 1, countFile })).toEqual({ passed: 5, failed: 2 });
  });

  it('OP-7 takes a suite without numbers or without tests for a failure', () => {
    expect(judge(countFromFile, ended)).toEqual({ passed: 0, failed: 1 });
    expect(judge(countFromClosingLine, { ...ended, lines: ['0 passed, 0 failed'] })).toEqual({ passed: 0, failed: 1 });
  });

  it('OP-7 takes a bad exit for a failure though all tests passed', () => {
    const lines = ['9 passed, 0 failed'];
    expect(judge(countFromClosingLine, { ...ended, code: 1, lines })).toEqual({ passed: 9, failed: 1 });
  });
});

describe('runChecks', () => {
  const check = (name: string, ...scripts: string[]) => ({
    name,
    commands: scripts.map((script) => [process.execPath, '--eval', script]),
    count: countOnce,
  });

  async function outcome(checks: Parameters<typeof runChecks>[0]) {
    const folder = temporaryFolder();
    const lines: string[] = [];
    const countFile = (name: string) => join(folder, `${name}.json`);
    const sum = await runChecks(checks, { root: folder, env: process.env, countFile, say: (line) => lines.push(line) });
    return { sum, text: lines.join('\n') };
  }

  it('OP-7 runs all checks though one fails, and sums them up', async () => {
    const { sum, text } = await outcome([
      check('one', 'console.log("from one")'),
      check('two', 'process.exit(1)', 'console.log("never")'),
      check('three', ''),
    ]);
    expect(sum).toEqual({ passed: 2, failed: 1 });
    expect(text).toContain('from one');
    expect(text).toContain('FAILED  two');
    expect(text).not.toContain('never');
  });

  it('OP-7 tells each suite where to leave its numbers', async () => {
    const script = `require('fs').writeFileSync(process.env.TEST_COUNT_FILE, '{"passed":4,"failed":0}')`;
    const { sum } = await outcome([{ ...check('elements', script), count: countFromFile }]);
    expect(sum).toEqual({ passed: 4, failed: 0 });
  });
});

it('OP-7 checks the types of every folder that has a tsconfig.json', () => {
  const root = temporaryFolder();
  for (const folder of ['.', 'widget', 'widget/core', 'node_modules/lit', 'dist/x', 'test/server']) {
    writeFile(join(root, folder, 'tsconfig.json'), '{}');
  }
  expect(foldersWithTypes(root).toSorted()).toEqual(['.', 'test/server', 'widget', 'widget/core']);
  const types = allChecks(root, () => '').find(({ name }) => name === 'types');
  expect(types?.commands).toHaveLength(4);
});

describe('loadedFiles', () => {
  const manifest = {
    'index.ts': { file: 'sportello.js', imports: ['_shared'], dynamicImports: ['views/panel.ts'] },
    _shared: { file: 'shared.js' },
    'views/panel.ts': { file: 'panel.js', css: ['panel.css'], dynamicImports: ['search/index.ts', 'views/chat.ts'] },
    'views/chat.ts': { file: 'chat.js', imports: ['_shared', 'index.ts'] },
    'search/index.ts': { file: 'search.js', imports: ['_words'] },
    _words: { file: 'words.js' },
  };

  it('is the entry and what it imports', () => {
    expect(loadedFiles(manifest, 'index.ts')).toEqual(['shared.js', 'sportello.js']);
  });

  it('follows dynamic imports, but for those first needed later', () => {
    const follow = { follow: true, later: [/^search\//] };
    expect(loadedFiles(manifest, 'index.ts', follow)).toEqual([
      'chat.js',
      'panel.css',
      'panel.js',
      'shared.js',
      'sportello.js',
    ]);
  });

  it('does not take a missing entry for an empty widget', () => {
    expect(() => loadedFiles(manifest, 'main.ts')).toThrow('main.ts');
  });
});
