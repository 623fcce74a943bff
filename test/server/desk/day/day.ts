import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '../../../../protocol/account.ts';
import type { DeskState } from '../../../../protocol/desk.ts';
import type { Voice } from '../../../../server/chat/voice.ts';
import type { QueueRules, DeskSettings } from '../../../../server/desk/settings.ts';
import { DEFAULT_SETTINGS } from '../../../../server/settings/defaults.ts';
import { readSettings } from '../../../../server/settings/read-settings.ts';
import type { Store } from '../../../../server/store/store.ts';
import { auditConversation, auditPromise } from './audit.ts';
import { rulesByHand } from './by-hand.ts';
import { createCitizen } from './citizen.ts';
import { arrivals } from './crowd.ts';
import { openHouse, openStore } from './house.ts';
import { examine, NO_MEMORY } from './invariants.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createOperator, type OperatorActor } from './operator.ts';
import { createRandom } from './random.ts';
import { employ, shiftOf } from './staff.ts';
import { startVirtualTime } from './virtual-time.ts';
import { watchMail } from './office-mail.ts';
import type { World } from './world.ts';

export interface Plan {
  seed: number;
  citizens: number;
  operators: number;
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
/** Everything that changed is looked at in the database again and again, so that a mistake is found near its cause. */
const AUDIT_EVERY = 4_000;

const OBSERVER: Account = {
  id: 'observer',
  name: 'Osservatore',
  skills: [],
  languages: ['it'],
  offices: [],
  roles: ['supervisor'],
};

/** Lives through some days at the desk. @returns what people know of them, with every rule that was broken */
export async function live({ seed, citizens: count, operators: staff, rules = {} }: Plan): Promise<Ledger> {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-day-'));
  const { store, busy } = await openStore(join(folder, 'day.sqlite'));
  const time = startVirtualTime(BEGIN, createRandom(seed), busy);
  const yaml = await readFile(EXAMPLE, 'utf8');
  const settings = settingsFrom(yaml, rules);
  const byHand = rulesByHand(yaml);
  const random = createRandom(seed);
  const ledger = createLedger();
  const citizens: World['citizens'] = new Map();
  const people = new Map<string, OperatorActor>();
  const signed = new Set<string>();
  const touched = new Set<string>();
  let memory = NO_MEMORY;
  let steps = 0;

  const voice: Voice = {
    toCitizen(id, event, payload) {
      touched.add(id);
      if (event === 'conversation:changed') ledger.told(payload as never);
      citizens.get(id)?.hear(event, payload);
    },
    toOperator(id, event, payload) {
      if (id !== OBSERVER.id) return people.get(id)?.hear(event, payload);
      if (event === 'desk:changed') look(payload as DeskState);
    },
  };

  /** The observer is the first to be told: what is seen here is the desk just as it has looked through itself. */
  function look({ queues, floor }: DeskState): void {
    for (const { conversationId, inCall, service } of floor) {
      if (inCall || service === 'lis') signed.add(conversationId);
    }
    const { began, closed, sentHome } = ledger;
    const picture = { at: Date.now(), queues, floor, people, began, closed, sentHome, signed, rules: settings.queue };
    const { broken, memory: next } = examine(picture, memory);
    memory = next;
    ledger.count('pictures');
    for (const rule of broken) complain(rule);
  }

  function complain(rule: string): void {
    ledger.problems.push(`${new Date().toISOString()} ${rule}`);
  }

  const mail = watchMail(time);
  const house = await openHouse({ store, settings, voice, deliver: mail.deliver, onError: complain });
  const { desk, callbacks } = house;
  const world: World = {
    desk,
    callbacks,
    settings,
    byHand,
    time,
    random,
    ledger,
    citizens,
    toKeep: { day: '', callbacks: [] },
  };
  mail.answerThrough(world);

  async function audit(ids: Iterable<string>): Promise<void> {
    for (const id of ids) {
      const stored = await read(store, id);
      if (stored) auditConversation(stored, ledger).forEach(complain);
    }
  }

  async function onStep(): Promise<void> {
    if (ledger.problems.length > 0) throw new Error(ledger.problems.join('\n'));
    steps += 1;
    if (steps % AUDIT_EVERY !== 0) return;
    const those = [...touched];
    touched.clear();
    await audit(those);
  }

  try {
    const employees = employ(staff);
    await store.write(async (writer) => {
      for (const account of [OBSERVER, ...employees.map((each) => each.account)]) {
        await writer.putOperator({ ...account, username: account.id, passwordHash: '', active: true });
      }
    });
    await ledger.ask(
      'the observer enters',
      desk.operator.enter({ side: 'operator', connectionId: 'observer', account: OBSERVER }),
    );
    await desk.operator.setPresence(
      { side: 'operator', connectionId: 'observer', account: OBSERVER },
      { presence: 'off' },
    );
    desk.accountChanged(OBSERVER);
    for (const employee of employees) {
      const shifts = WORKING.map((day) => {
        const late = employee.works === 'morning' ? random.between(0, 5) : random.between(5, 25);
        return shiftOf(employee, MIDNIGHTS[day] ?? 0, random.between(-3, 10) * MINUTE, late * MINUTE);
      });
      people.set(employee.account.id, createOperator(world, employee.account, shifts));
    }
    const coming = arrivals(count, MIDNIGHTS, random).values();
    const comeNext = (): void => {
      const { value: at, done } = coming.next();
      if (done) return;
      time.at(at, () => {
        const service = random.chance(0.07) ? 'lis' : 'chat';
        const language = random.chance(0.12) ? 'en' : 'it';
        createCitizen(world, { service, language, patienceMs: (2 + random.around(18)) * MINUTE });
        comeNext();
      });
    };
    comeNext();
    await time.runUntil(END, onStep);
    await audit(ledger.began);
    for (const callback of [...(await store.openCallbacks()), ...(await store.closedCallbacks(count))]) {
      auditPromise(callback, byHand).forEach(complain);
    }
    for (const id of ledger.began) if (!ledger.closed.has(id)) complain(`nobody lost: ${id} is still open at the end`);
    return ledger;
  } finally {
    await house.close();
    time.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}
async function read(store: Store, id: string) {
  const record = await store.conversation(id);
  if (!record) return null;
  return {
    record,
    messages: await store.messagesAfter(id, 0),
    contact: await store.contact(id),
    consultation: await store.openConsultationOf(id),
    operator: record.operatorId === null ? undefined : await store.operator(record.operatorId),
  };
}

function settingsFrom(yaml: string, rules: Partial<QueueRules>): DeskSettings {
  const topics = ['bollo', 'urp', 'accesso-atti', 'segnalazioni'];
  const { settings } = readSettings(yaml, { file: EXAMPLE, defaults: DEFAULT_SETTINGS, topics });
  if (!settings) throw new Error('the example has mistakes');
  return { ...settings, queue: { ...settings.queue, ...rules } };
}
