/** `npm run bench -- [--json]`: every benchmark of this folder, one after the other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = import.meta.dirname;
const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== basename(import.meta.filename));

for (const name of names.toSorted()) {
  console.error(`\n${basename(name, '.ts')}`);
  const bench = spawn(process.execPath, [join(folder, name), ...process.argv.slice(2)], { stdio: 'inherit' });
  const [code] = await once(bench, 'exit');
  if (code !== 0) process.exitCode = 1;
}
