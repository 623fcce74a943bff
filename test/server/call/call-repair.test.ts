import { afterEach, expect, test } from 'vitest';
import {
  camera,
  CITIZEN,
  CONVERSATION,
  createKit,
  createRemovableWorker,
  enter,
  granted,
  isRunning,
  OPERATOR,
  reception,
  runningWorkers,
  until,
  workerPids,
} from './kit.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of closing.splice(0).toReversed()) await thing.close();
});

async function create(options?: Parameters<typeof createKit>[0]) {
  const kit = await createKit(options);
  closing.push(kit);
  return kit;
}

const killWorkers = (): void => runningWorkers().forEach((pid) => process.kill(pid, 'SIGKILL'));

test('CA-39 the worker is killed: the epoch grows, the call is ready again, and whoever joins anew is in', async () => {
  const { desk, told } = await create();
  await desk.open(CONVERSATION);
  const citizen = await enter(desk, CITIZEN);
  await enter(desk, OPERATOR);
  await granted(desk.produce(CITIZEN, camera(citizen)));
  const before = desk.stateOf(CONVERSATION);
  told.splice(0);

  killWorkers();
  expect(await until(() => told.length === 2)).toBeLessThan(3_000);
  expect(told).toEqual([
    { ...before, epoch: 2, ready: false, streams: [] },
    { ...before, epoch: 2, ready: true, streams: [] },
  ]);
  expect(await desk.produce(CITIZEN, camera(citizen))).toEqual({ ok: false, code: 'wrong-phase' });

  const again = await enter(desk, CITIZEN);
  const operator = await enter(desk, OPERATOR);
  expect(again.at.epoch).toBe(2);
  const { producerId } = await granted(desk.produce(CITIZEN, camera(again)));
  await granted(desk.consume(OPERATOR, reception(operator, producerId)));
});

test('CA-39 with another worker there, the call moves to it and does not wait for the one that died', async () => {
  const program = await createRemovableWorker();
  closing.push(program);
  await program.put();
  const { desk, media } = await create({ workers: 2, binary: program.binary });
  await Promise.all([desk.open(CONVERSATION), desk.open('another-conversation')]);
  await program.remove();
  const [first = 0] = runningWorkers();
  process.kill(first, 'SIGKILL');
  const states = () => [CONVERSATION, 'another-conversation'].map((id) => desk.stateOf(id));
  await until(() => states().some((state) => state?.epoch === 2 && state.ready));
  expect(states().filter((state) => state?.epoch === 1)).toHaveLength(1);
  expect(media.available()).toBe(true);
  expect(runningWorkers()).toHaveLength(1);
});

test('requests under way when the worker dies come back with a code', async () => {
  const { desk } = await create();
  await desk.open(CONVERSATION);
  const citizen = await enter(desk, CITIZEN);
  // Stopped, it takes requests and answers none.
  for (const pid of runningWorkers()) process.kill(pid, 'SIGSTOP');
  const asked = [
    desk.produce(CITIZEN, camera(citizen)),
    desk.transport(CITIZEN, { ...citizen.at, direction: 'send' }),
    desk.restartIce(CITIZEN, { ...citizen.at, transportId: citizen.send.id }),
  ];
  killWorkers();
  for (const answer of await Promise.all(asked)) expect(answer).toEqual({ ok: false, code: 'wrong-phase' });
  await until(() => desk.stateOf(CONVERSATION)?.epoch === 2 && desk.stateOf(CONVERSATION)?.ready === true);
  expect(desk.stateOf(CONVERSATION)?.streams).toEqual([]);
});

test('CA-39 with every worker gone the repair waits, and goes on when one can be started', async () => {
  const program = await createRemovableWorker();
  closing.push(program);
  await program.put();
  const { desk, media } = await create({ workers: 2, binary: program.binary });
  await desk.open(CONVERSATION);
  await program.remove();
  killWorkers();
  await until(() => !media.available());
  expect(desk.available()).toBe(false);
  expect(desk.stateOf(CONVERSATION)).toMatchObject({ epoch: 2, ready: false });
  expect(await desk.join(CITIZEN, { conversationId: CONVERSATION })).toEqual({ ok: false, code: 'wrong-phase' });
  await expect(desk.open('another-conversation')).rejects.toMatchObject({ code: 'no-media' });
  await program.put();
  await until(() => desk.stateOf(CONVERSATION)?.ready === true);
  expect(desk.stateOf(CONVERSATION)?.epoch).toBe(2);
});

test('CA-39 a call that cannot be repaired ends by itself, and that is told', async () => {
  const program = await createRemovableWorker();
  closing.push(program);
  await program.put();
  const { desk, changes } = await create({ binary: program.binary, patience: { opening: 300, repair: 300 } });
  await desk.open(CONVERSATION);
  await program.remove();
  changes.splice(0);
  killWorkers();
  await until(() => desk.stateOf(CONVERSATION) === null);
  expect(changes).toEqual([CONVERSATION, CONVERSATION]);
  expect(await desk.join(CITIZEN, { conversationId: CONVERSATION })).toEqual({ ok: false, code: 'not-found' });
});

test('CA-41 closing in the middle of a repair leaves no call and no worker, and may be done twice', async () => {
  const { desk, media } = await create({ workers: 2 });
  await desk.open(CONVERSATION);
  killWorkers();
  await until(() => desk.stateOf(CONVERSATION)?.epoch === 2);
  await Promise.all([desk.close(), desk.close(), media.close(), media.close()]);
  expect(desk.stateOf(CONVERSATION)).toBeNull();
  expect(desk.available()).toBe(false);
  await expect(desk.open(CONVERSATION)).rejects.toMatchObject({ code: 'no-media' });
  expect(workerPids.filter(isRunning)).toEqual([]);
});
