import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { everyView, keyboardOnly } from './access.ts';
import { assistant } from './assistant.ts';
import type { Citizen } from './citizen.ts';
import { consultAndAnswer, transferAfterConsultation } from './consultation.ts';
import { WITHOUT_CAMERA } from './host-page.ts';
import { closedToday } from './hours.ts';
import { journey } from './journey.ts';
import { laterAnswer } from './later-answer.ts';
import { liveSettings } from './live-settings.ts';
import { badLine, withoutCamera, withoutWorker } from './mishaps.ts';
import type { Operator } from './operator.ts';
import { askedByMail, officeByMail } from './office-by-mail.ts';
import { hurried, offersAndWaits } from './offers.ts';
import { outOfHours } from './out-of-hours.ts';
import { killedOnHold } from './restart.ts';
import { walk, type Count, type Step } from './steps.ts';
import { directTransfer } from './transfer.ts';
import { weight } from './weight.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = ['dist/widget/sportello.js', 'dist/console/index.html'];

const missing = BUILT.filter((file) => !existsSync(join(ROOT, file)));
if (missing.length > 0) {
  console.error(`${missing.join(' and ')}: not built. Run vite build for the widget and the console first.`);
  process.exit(1);
}

type Walk = (world: World, citizen: Citizen, operator: Operator) => Step[];

/** One after the other, each in a world of its own. */
const WALKS: [title: string, walk: Walk, options?: WorldOptions][] = [
  ['From a question to a signed call', journey],
  ['A citizen who asks on', assistant],
  ['Every screen, looked at by axe', everyView],
  ['The keyboard alone', keyboardOnly],
  ['Straight to an operator, weighed', weight],
  ['Passed on to the office in charge', directTransfer],
  ['An office is asked, the operator answers', consultAndAnswer],
  ['An office is asked, and takes over', transferAfterConsultation],
  ['An office is asked by e-mail', askedByMail, { desk: officeByMail }],
  ['An answer promised for later', laterAnswer],
  ['A message when nobody is there', outOfHours, { desk: closedToday }],
  ['Offers, and a wait that is too long', offersAndWaits, { desk: hurried }],
  ['Settings changed while it runs', liveSettings],
  ['Killed while a citizen is on hold', killedOnHold],
  ['A network that goes away and comes back', badLine],
  ['A page that forbids the camera', withoutCamera, { permissions: WITHOUT_CAMERA }],
  ['A server without a media worker', withoutWorker, { settings: { MEDIASOUP_WORKER_BIN: '/nowhere' } }],
];

async function explain({ server, photograph }: World): Promise<void> {
  console.log(`\nThe pages as they were: ${await photograph()}`);
  console.log(`What the server logged last:\n${server.log().slice(-4_000)}`);
}

/** Words of titles, where not all are wanted: `node test/e2e/run.ts office`. */
const wanted = process.argv.slice(2);
const chosen = WALKS.filter(([title]) => wanted.length === 0 || wanted.some((word) => title.includes(word)));

const sum: Count = { passed: 0, failed: 0 };
for (const [title, steps, options] of chosen) {
  const world = await createWorld(options);
  try {
    const { passed, failed } = await walk(title, steps(world, await world.citizen(), await world.operator()));
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) await explain(world);
  } finally {
    await world.close();
  }
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
