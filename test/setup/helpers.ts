import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-setup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFile(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A program of its own, in place of one that would take minutes or change this machine. */
export function writeProgram(file: string, script: string): string {
  writeFile(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** What a real media worker does when somebody other than mediasoup starts it. */
export const WORKER = 'exit 41';

/** PATH with a folder before all others. */
export const pathWith = (folder: string) => [folder, process.env['PATH']].join(delimiter);

const script = (name: string) => new URL(`../../scripts/setup/${name}`, import.meta.url).href;

export interface Ended {
  code: number | null;
  output: string;
}

/** Module code in which `from('lock.mjs')` names one of the set-up's modules. */
export const moduleText = (code: string) =>
  code.replaceAll(/from\('([^']+)'\)/g, (_, name: string) => `await import(${JSON.stringify(script(name))})`);

/** Runs module code in a process of its own. */
export function startModule(code: string, env: NodeJS.ProcessEnv = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', moduleText(code)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, ended };
}
