import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeskSettings, QueueRules } from '../../../../server/desk/settings.ts';
import { DEFAULT_SETTINGS } from '../../../../server/settings/defaults.ts';
import { readSettings } from '../../../../server/settings/read-settings.ts';
import { rulesByHand } from './by-hand.ts';
import { createCitizen } from './citizen.ts';
import { arrivals } from './crowd.ts';
import { openHouse, openStore } from './house.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { watchMail } from './office-mail.ts';
import { createOperator, type OperatorActor } from './operator.ts';
import { createRandom } from './random.ts';
import { employ, OBSERVER, shiftOf, type Employee } from './staff.ts';
import { startVirtualTime } from './virtual-time.ts';
import { createWatch } from './watch.ts';
import type { World } from './world.ts';

export interface Plan {
  seed: number;
  citizens: number;
  operators: number;
  /** Instead of the example's. */
  rules?: Partial<QueueRules>;
}

const EXAMPLE = join(import.meta.dirname, '../../../../sportello.config.example.yaml');
const MINUTE = 60_000;

/** Friday 26 March 2027, the holidays after it, and the Tuesday on which what was promised is due. */
const MIDNIGHTS = [
  '2027-03-26T00:00+01:00',
  '2027-03-27T00:00+01:00',
  '2027-03-28T00:00+01:00',
  '2027-03-29T00:00+02:00',
  '2027-03-30T00:00+02:00',
].map((local) => Date.parse(local));
const WORKING = [0, 4];
const BEGIN = Date.parse('2027-03-26T06:30+01:00');
const END = Date.parse('2027-03-30T21:30+02:00');

/** Lives through some days at the desk. @returns what people know of them, with every rule that was broken */
export async function live({ seed, citizens: count, operators, rules = {} }: Plan): Promise<Ledger> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-day-'));
  const { store, busy } = await openStore(join(folder, 'day.sqlite'));
  const time = startVirtualTime(BEGIN, createRandom(seed), busy);
  const yaml = await readFile(EXAMPLE, 'utf8');
  const settings = settingsFrom(yaml, rules);
  const shared = { byHand: rulesByHand(yaml), ledger: createLedger(), citizens: new Map() as World['citizens'] };
  const people = new Map<string, OperatorActor>();
  const watch = createWatch({ ...shared, store, people, rules: settings.queue });
  const mail = watchMail(time);
  const { voice, complain } = watch;
  const house = await openHouse({ store, settings, voice, deliver: mail.deliver, onError: complain });
  const toKeep = { day: '', callbacks: [] };
  const world: World = { ...house, ...shared, settings, time, random: createRandom(seed), toKeep };
  mail.answerThrough(world);
  const employees = employ(operators);

  try {
    await store.write(async (writer) => {
      for (const account of [OBSERVER, ...employees.map((employee) => employee.account)]) {
        await writer.putOperator({ ...account, username: account.id, passwordHash: '', active: true });
      }
    });
    await observe(world);
    for (const employee of employees) people.set(employee.account.id, hire(world, employee));
    letThemCome(world, arrivals(count, MIDNIGHTS, world.random));
    await time.runUntil(END, watch.onStep);
    await watch.auditAll();
    return shared.ledger;
  } finally {
    await house.close();
    time.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** Sees the whole desk, and is never asked. */
async function observe({ desk, ledger }: World): Promise<void> {
  const observer = { side: 'operator', connectionId: 'observer', account: OBSERVER } as const;
  await ledger.ask('observed', desk.operator.enter(observer));
  await ledger.ask('unasked', desk.operator.setPresence(observer, { presence: 'off' }));
}

function hire(world: World, employee: Employee): OperatorActor {
  const { random } = world;
  const shifts = WORKING.map((day) => {
    const late = employee.works === 'morning' ? random.between(0, 5) : random.between(5, 25);
    return shiftOf(employee, MIDNIGHTS[day] ?? 0, random.between(-3, 10) * MINUTE, late * MINUTE);
  });
  return createOperator(world, employee.account, shifts);
}

/** One arranges for the next one's coming. */
function letThemCome(world: World, moments: readonly number[], turn = 0): void {
  const { time, random } = world;
  const at = moments[turn];
  if (at === undefined) return;
  time.at(at, () => {
    const service = random.chance(0.07) ? 'lis' : 'chat';
    const language = random.chance(0.12) ? 'en' : 'it';
    createCitizen(world, { service, language, patienceMs: (2 + random.around(18)) * MINUTE });
    letThemCome(world, moments, turn + 1);
  });
}

function settingsFrom(yaml: string, rules: Partial<QueueRules>): DeskSettings {
  const topics = ['bollo', 'urp', 'accesso-atti', 'segnalazioni'];
  const { settings } = readSettings(yaml, { file: EXAMPLE, defaults: DEFAULT_SETTINGS, topics });
  if (!settings) throw new Error('the example has mistakes');
  return { ...settings, queue: { ...settings.queue, ...rules } };
}
