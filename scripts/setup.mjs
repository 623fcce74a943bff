// `npm run setup`: everything `npm start` would do before it starts, and again what it gave up.
import { ROOT } from './setup/places.mjs';
import { endWithChildren } from './setup/processes.mjs';
import { createReport } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';
import { runMain } from './setup/setup-error.mjs';

await runMain(async () => {
  endWithChildren();
  const report = createReport(process.stdout);
  await setUp({ root: ROOT, report, worker: true, bundles: true, again: true });
  report.say('Set up. Start it with: npm start');
});
