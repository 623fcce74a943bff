import { expectAccessible } from './accessibility.ts';
import type { Citizen } from './citizen.ts';
import { beginTalk, expectHidden, handOver, readsAside } from './desk-steps.ts';
import { expectReadable, mailTo } from './mails.ts';
import type { Operator } from './operator.ts';
import { expectSame, type Step } from './steps.ts';
import type { World } from './world.ts';

const ADDRESS = 'tributi@comune.example';
const QUESTION = 'Il pagamento di marzo risulta?';
const ANSWER = 'Sì, è arrivato il 12 marzo.';

/** An office that reads e-mails and has nobody at the desk. */
export const officeByMail = (): string =>
  `offices:\n  - id: tributi\n    name: { it: Tributi, en: Tax office }\n    topics: [bollo]\n    email: ${ADDRESS}\n`;

/** The second mode once more: who is asked has no account, and answers once by the link in a mail. */
export function askedByMail(world: World, citizen: Citizen, operator: Operator): Step[] {
  const first = world.server.account('chat1');
  let link = '';
  /** In a browser of its own, without anybody's session. */
  let office: Citizen;

  async function ask(): Promise<void> {
    await operator.signIn(first);
    await beginTalk(world, citizen, 'Ada', operator);
    await handOver(operator, { window: 'Chiedi', to: /Tributi/, words: QUESTION });
    await citizen.widget.getByText(`${first.name} sta chiedendo a Tributi`).waitFor();
    await operator.page.getByText('la domanda è partita per e-mail').waitFor();
    const mail = await mailTo(world, ADDRESS, /^Una domanda dallo sportello per Tributi/);
    expectReadable(mail, [QUESTION, first.name]);
    expectSame('the citizen’s words', [mail.text, mail.html].join('').includes('una domanda sul bollo'), false);
    link = /http:\/\/\S+\/consultation\/[\w-]+/.exec(mail.text ?? '')?.[0] ?? '';
  }

  async function answer(): Promise<void> {
    office = await world.citizen();
    const { page } = office;
    await page.goto(link);
    await page.getByText(QUESTION).waitFor();
    await page.getByText('ho una domanda sul bollo').waitFor();
    await expectAccessible(page, 'main');
    await page.getByLabel('La tua risposta').fill(ANSWER);
    await page.getByRole('button', { name: 'Invia la risposta' }).click();
    await page.getByRole('heading', { name: /Grazie|inviata/ }).waitFor();
    await readsAside(operator, ANSWER);
  }

  async function goOn(): Promise<void> {
    await operator.button('Chiudi la domanda').click();
    await operator.write('Il pagamento è arrivato');
    await citizen.reads('Il pagamento è arrivato');
    await expectHidden(citizen, [QUESTION, ANSWER, ADDRESS]);
    await office.page.goto(link);
    await office.page.getByRole('heading').first().waitFor();
    expectSame('boxes to answer again', await office.page.getByRole('textbox').count(), 0);
    expectSame('the citizen’s words', await office.page.getByText('ho una domanda sul bollo').count(), 0);
    expectSame('the secret in the log', world.server.log().includes(link.split('/').at(-1) ?? ''), false);
    const complaints = [...(await citizen.complaints()), ...(await operator.complaints())];
    expectSame('complaints', complaints, []);
  }

  return [
    ['CB-30 an office without anybody at the desk gets the question by e-mail, without the citizen’s words', ask],
    ['CB-31 behind the link it reads question and thread, and answers: the operator has it at once', answer],
    ['CB-32 the citizen gets the answer and nothing else; the link is used up, and in no log', goOn],
  ];
}
