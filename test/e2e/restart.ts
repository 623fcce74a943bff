import { readFile } from 'node:fs/promises';
import { samples } from '../server/attachments/samples.ts';
import type { Citizen } from './citizen.ts';
import { beginTalk, expectHidden, handOver, joinLine, readsAside, talksTo, writeAside } from './desk-steps.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

/** Browsers come back by themselves, and not at once. */
const BACK = { timeout: 60_000 };
const QUESTION = 'Vedete il pagamento di marzo?';
const FILE = 'ricevuta.png';
const FOUND = 'Trovato nel registro';

/** The server is killed while a citizen is on hold and another one waits: nobody reloads anything. */
export function killedOnHold(world: World, citizen: Citizen, operator: Operator): Step[] {
  const first = world.server.account('chat1');
  let colleague: Operator;
  let waiting: Citizen;
  const onHold = citizen.widget.getByText(`${first.name} sta chiedendo a Tributi. Resta qui`);

  async function attach(name: string): Promise<void> {
    const choosing = citizen.page.waitForEvent('filechooser');
    await citizen.button('Allega un file').click();
    await (await choosing).setFiles({ name, mimeType: 'image/png', buffer: samples.png() });
    await citizen.widget.getByRole('list', { name: 'File da inviare' }).getByText(name).waitFor();
  }

  async function hold(): Promise<void> {
    colleague = await world.operator();
    await operator.signIn(first);
    await beginTalk(world, citizen, 'Ada', operator);
    await colleague.signIn(world.server.account('chat2'));
    await handOver(operator, { window: 'Chiedi', to: /Tributi/, words: QUESTION });
    await colleague.page.getByText('ti chiede aiuto').first().waitFor();
    await colleague.page.keyboard.press('Alt+s');
    await writeAside(colleague, 'Guardo');
    await readsAside(operator, 'Guardo');
    await onHold.waitFor();
    // The code for files is there from now on: it could not come while there is no server.
    await attach('prima.png');
    await citizen.write('Ecco la prima');
    await operator.reads('Ecco la prima');
    waiting = await world.citizen();
    await joinLine(world, waiting, 'Bruno');
  }

  async function kill(): Promise<void> {
    const killing = world.server.killAndStart();
    await citizen.write('Scritto mentre il servizio ripartiva');
    await writeAside(colleague, FOUND);
    await attach(FILE);
    await killing;
    await citizen.widget.getByText(/· pronto/).waitFor(BACK);
    await citizen.write('Ecco la ricevuta');
    await readsAside(operator, FOUND);
    await operator.reads('Scritto mentre il servizio ripartiva');
    await operator.reads('Ecco la ricevuta');
    await onHold.waitFor(BACK);
    await waiting.widget.getByText('Sei la prima persona in fila.').first().waitFor(BACK);
    const heard = await until('the log', async () =>
      (await operator.log()).filter((text) => text.startsWith('Scritto')),
    );
    expectSame('how often', heard.length, 1);
    const files = operator.page.locator('console-conversation').getByRole('button', { name: `Scarica ${FILE}` });
    await files.waitFor();
    const coming = operator.page.waitForEvent('download');
    await files.click();
    expectSame('the file', [...(await readFile(await (await coming).path()))], [...samples.png()]);
  }

  async function goOn(): Promise<void> {
    await operator.button('Chiudi la domanda').click();
    await onHold.waitFor({ state: 'hidden', ...BACK });
    await operator.write('Il pagamento risulta');
    await citizen.reads('Il pagamento risulta');
    await expectHidden(citizen, [QUESTION, 'Guardo', FOUND]);
    await colleague.accept('Bruno');
    await talksTo(waiting, world.server.account('chat2').name);
    const seen = await citizen.widget.locator('sportello-chat-log .event').allInnerTexts();
    expectSame('on hold, and off again, once', seen.filter((text) => /chiede a|è tornato/.test(text)).length, 2);
  }

  return [
    ['QU-84 a citizen is on hold while the office is asked; another one waits', hold],
    [
      'QU-97 killed and started again: on hold still, in the line still, what was written meanwhile is there once',
      kill,
    ],
    ['QU-97 the question ends, the answer comes, who waited is taken', goOn],
  ];
}
