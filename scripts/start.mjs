// `npm start`: sets up what is missing, then runs the server.
import { ROOT } from './setup/places.mjs';
import { endWithChildren } from './setup/processes.mjs';
import { createReport } from './setup/report.mjs';
import { runNode } from './setup/run-node.mjs';
import { setUp } from './setup/set-up.mjs';
import { runMain } from './setup/setup-error.mjs';

await runMain(async () => {
  const release = endWithChildren();
  await setUp({ root: ROOT, report: createReport(process.stdout), worker: true, bundles: true });
  release();
  await runNode(ROOT, ['server/main.ts', ...process.argv.slice(2)]);
});
