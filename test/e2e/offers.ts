import type { Citizen } from './citizen.ts';
import { acceptByKey, joinLine, talksTo } from './desk-steps.ts';
import { closingSoon } from './hours.ts';
import { mailTo } from './mails.ts';
import { leaveMessage } from './message-form.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const RULES = 'offer: 5 s, maximum-wait: 1 min, chats-at-once: 1';
/** The wait itself takes a minute. */
const PATIENCE_MS = 120_000;

export const hurried = (): string => `queue: { ${RULES} }\n`;

/** Who lets an offer pass, who takes it, and who waits too long. */
export function offersAndWaits(world: World, citizen: Citizen, operator: Operator): Step[] {
  const accounts = [world.server.account('chat1'), world.server.account('chat2')] as const;
  const card = ({ page }: Operator) => page.locator('console-offer section');
  let colleague: Operator;
  let waiting: Citizen;
  /** Who let Ada pass: nobody is busy with them. */
  let idle: Operator;

  async function passOn(): Promise<void> {
    colleague = await world.operator();
    await operator.signIn(accounts[0]);
    await colleague.signIn(accounts[1]);
    await joinLine(world, citizen, 'Ada');
    const both = [operator, colleague];
    idle = await until('Ada is offered', async () => {
      const seen = await Promise.all(both.map((each) => card(each).isVisible()));
      return both.find((_each, at) => seen[at]);
    });
    await card(idle).getByText('Ti è offerta una conversazione: Ada').waitFor();
    const next = idle === operator ? colleague : operator;
    await card(next).getByText('Ti è offerta una conversazione: Ada').waitFor();
    await card(idle).waitFor({ state: 'hidden' });
    await acceptByKey(next, 'Ada');
    await talksTo(citizen, accounts[both.indexOf(next)]?.name ?? '');
  }

  async function noRoom(): Promise<void> {
    await idle.page.getByText('In pausa', { exact: true }).click();
    waiting = await world.citizen();
    await joinLine(world, waiting, 'Bruno');
    await waiting.widget.getByText('Sei la prima persona in fila.').first().waitFor();
    for (const each of [operator, colleague]) {
      await each.page.getByText('Bruno').first().waitFor();
      expectSame('offers', await card(each).count(), 0);
    }
  }

  async function closingTold(): Promise<void> {
    await world.configure(`${closingSoon()}queue: { ${RULES}, at-closing: served }\n`);
    await waiting.widget.getByText(/Alle \d[\d:]* chiudiamo, ma a chi è già in fila rispondiamo\./).waitFor();
    await world.configure(`${closingSoon()}queue: { ${RULES}, at-closing: message }\n`);
    await waiting.widget.getByText(/Alle \d[\d:]* chiudiamo\. Se per allora non è il tuo turno/).waitFor();
  }

  async function tooLong(): Promise<void> {
    const proposal = waiting.widget.getByText('Stai aspettando da molto: puoi lasciare un messaggio.').first();
    await proposal.waitFor({ timeout: PATIENCE_MS });
    await waiting.widget.getByText('Sei la prima persona in fila.').first().waitFor();
    await waiting.button('Continuo ad aspettare').waitFor();
  }

  async function leave(): Promise<void> {
    await waiting.button('Lascia un messaggio').first().click();
    await waiting.widget.getByText('il tuo posto in fila resta tuo').waitFor();
    const number = await leaveMessage(waiting, 'Quando scade il bollo?', 'bruno@example.org');
    await mailTo(world, 'bruno@example.org', new RegExp(number));
    await operator.page.getByText('Nessuno in attesa').first().waitFor();
    await waiting.button('Ho finito').click();
    await waiting.widget.getByRole('combobox').waitFor();
    await operator.button(/^Da richiamare/).click();
    await operator.page.locator('console-callback-list').getByRole('button', { name: number }).waitFor();
    const complaints = await Promise.all([citizen, waiting, operator, colleague].map((side) => side.complaints()));
    expectSame('complaints', complaints.flat(), []);
  }

  return [
    ['QU-72 an offer that nobody takes goes to the next when its time is over, who takes it by key', passOn],
    ['QU-71 who is on a break or without room is not asked: the next citizen waits', noRoom],
    ['QU-76 what happens at closing time is told in advance, as the office has it', closingTold],
    ['QU-75 after the longest wait a message is proposed, and the place stays', tooLong],
    ['QU-78 a message left instead of waiting ends the wait, and is on the list', leave],
  ];
}
