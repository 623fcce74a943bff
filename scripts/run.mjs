// `node scripts/run.mjs <file.ts> [arguments]`: one of the project's commands, with the Node.js it is written for.
// What the set-up has to say goes to standard error: standard output is the command's own.
import { ROOT } from './setup/places.mjs';
import { endWithChildren } from './setup/processes.mjs';
import { createReport } from './setup/report.mjs';
import { runNode } from './setup/run-node.mjs';
import { setUp } from './setup/set-up.mjs';
import { runMain } from './setup/setup-error.mjs';

await runMain(async () => {
  const release = endWithChildren();
  await setUp({ root: ROOT, report: createReport(process.stderr) });
  release();
  await runNode(ROOT, process.argv.slice(2));
});
