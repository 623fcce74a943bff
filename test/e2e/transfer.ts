import type { Citizen } from './citizen.ts';
import { acceptByKey, beginTalk, expectHeard, expectHidden, handOver, talksTo } from './desk-steps.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const NOTE = 'Ha pagato due volte, ha la ricevuta';

/** The first mode: the citizen is passed on to the person of the office in charge. */
export function directTransfer(world: World, citizen: Citizen, operator: Operator): Step[] {
  const first = world.server.account('chat1');
  const second = world.server.account('chat2');
  let colleague: Operator;

  async function begin(): Promise<void> {
    colleague = await world.operator();
    await operator.signIn(first);
    await beginTalk(world, citizen, 'Ada', operator);
    await colleague.signIn(second);
  }

  async function pass(): Promise<void> {
    await handOver(operator, { window: 'Passa', to: /Tributi/, words: NOTE });
    await citizen.widget.getByText('Ti stiamo passando a Tributi.').waitFor();
    await citizen.widget.getByText('trova già tutta la conversazione').waitFor();
    await operator.page.getByText('Nessuna conversazione', { exact: true }).waitFor();
  }

  async function accept(): Promise<void> {
    const offer = colleague.page.locator('console-offer section');
    await offer.getByText(`passata da ${first.name} a Tributi`).waitFor();
    await offer.getByText(NOTE).waitFor();
    await acceptByKey(colleague, 'Ada');
    await colleague.reads('Buongiorno, mi dica');
  }

  async function goOn(): Promise<void> {
    await talksTo(citizen, second.name);
    expectSame('the name before', await citizen.widget.getByRole('heading', { name: first.name }).count(), 0);
    await colleague.write('Sono dei Tributi: vedo i due pagamenti');
    await citizen.reads('Sono dei Tributi: vedo i due pagamenti');
    await citizen.write('Grazie');
    await colleague.reads('Grazie');
    const log = citizen.widget.locator('sportello-chat-log');
    await log.getByText('La conversazione passa a Tributi.').waitFor();
    const names = await log.locator('.name').allInnerTexts();
    expectSame(
      'who wrote',
      names.map((name) => name.replace(':', '').trim()),
      [first.name, second.name],
    );
  }

  async function finish(): Promise<void> {
    await colleague.finish();
    await citizen.widget.getByText('La conversazione è chiusa').first().waitFor();
    const sides = [citizen, operator, colleague];
    expectSame('complaints', (await Promise.all(sides.map((side) => side.complaints()))).flat(), []);
  }

  return [
    ['QU-40 a citizen talks to the first operator; one of the office is at the desk, too', begin],
    ['CH-90 passed on, the citizen reads to whom, since when, and that nothing has to be told again', pass],
    ["QU-104 the office's person is offered the citizen with the note, and takes them by key", accept],
    ['CH-90 the new name stands over the conversation, and the lines before keep theirs', goOn],
    [
      'QU-104 the note was for the colleague alone',
      async () => {
        await expectHeard(citizen, 'vedo i due pagamenti');
        await expectHidden(citizen, [NOTE]);
        await until('the note is with the colleague', () => colleague.page.getByText(NOTE).first().isVisible());
      },
    ],
    ['QU-108 the colleague closes, and no page has complained', finish],
  ];
}
