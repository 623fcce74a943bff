import type { Citizen } from './citizen.ts';
import { fillContact } from './contact-form.ts';
import { beginTalk } from './desk-steps.ts';
import { expectReadable, mailTo } from './mails.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const ADDRESS = 'ada@example.org';
const PROMISE = 'Vuole sapere se il rimborso è partito';
const ANSWER = 'Il rimborso è partito ieri. Arriva entro dieci giorni.';

/** The fourth mode: an answer promised, given by e-mail, and closed by a person. */
export function laterAnswer(world: World, citizen: Citizen, operator: Operator): Step[] {
  const { page } = operator;
  const list = page.locator('console-callback-list');
  const detail = page.locator('console-callback');
  let number = '';

  async function promise(): Promise<void> {
    await operator.signIn(world.server.account('chat1'));
    await beginTalk(world, citizen, 'Ada', operator);
    await operator.button('Concludi').first().click();
    const card = page.locator('console-closing-card');
    await fillContact(card, 'Risposta più tardi');
    await card.getByText('Per e-mail', { exact: true }).click();
    await card.getByLabel('Indirizzo e-mail del cittadino').fill(ADDRESS);
    await card.getByLabel('Che cosa gli serve').fill(PROMISE);
    const told = card.getByText(/Al cittadino rispondiamo entro .+\./);
    await told.waitFor();
    const when = /entro (.+)\./.exec(await told.innerText())?.[1] ?? '';
    await card.getByRole('button', { name: 'Concludi la conversazione' }).click();
    await citizen.widget.getByText('La conversazione è chiusa').first().waitFor();
    await citizen.widget.getByText(`Ti rispondiamo entro ${when}.`).waitFor();
  }

  async function receipt(): Promise<void> {
    const mail = await mailTo(world, ADDRESS, /^Abbiamo la tua richiesta/);
    number = /\d{4}-\d{6}/.exec(mail.subject ?? '')?.[0] ?? '';
    expectSame('a number', number.length, 11);
    expectReadable(mail, [number, 'Ti rispondiamo entro']);
    expectSame('what it repeats', [mail.text, mail.html].join('').includes('rimborso'), false);
  }

  async function find(): Promise<void> {
    await operator.button(/^Da richiamare/).click();
    await list.getByRole('button', { name: number }).click();
    await detail.getByRole('heading', { name: `Richiesta ${number}` }).waitFor();
    await detail.getByText(PROMISE).waitFor();
    await detail.getByRole('button', { name: 'Leggi la conversazione' }).click();
    await detail.locator('sportello-chat-log').getByText('ho una domanda sul bollo').waitFor();
    await detail.getByRole('button', { name: 'La prendo io' }).click();
    await detail.getByRole('button', { name: 'La lascio' }).waitFor();
  }

  async function answer(): Promise<void> {
    await detail.getByRole('textbox', { name: `La tua risposta a ${ADDRESS}` }).fill(ANSWER);
    await page.keyboard.press('Control+Enter');
    await detail.getByText('Risposta per e-mail').waitFor();
    expectReadable(await mailTo(world, ADDRESS, /^La risposta alla tua richiesta/), [number, ANSWER, 'Ciao Ada']);
    await detail.getByText('E-mail partita.').waitFor();
  }

  async function close(): Promise<void> {
    expectSame('still on the list', await list.getByRole('button', { name: number }).count(), 1);
    await detail.getByRole('button', { name: 'Concludi', exact: true }).click();
    const card = page.locator('console-finish-callback');
    await fillContact(card, 'Risolto');
    await card.getByRole('button', { name: 'Concludi la richiesta' }).click();
    await page.getByText('Nessuno da richiamare.').waitFor();
    await page.getByRole('button', { name: 'Concluse' }).click();
    await list.getByRole('button', { name: number }).click();
    await until('nothing can be done with it', async () => (await detail.getByRole('textbox').count()) === 0);
    const complaints = [...(await citizen.complaints()), ...(await operator.complaints())];
    expectSame('complaints', complaints, []);
  }

  return [
    ['QU-109 closing with a promise, the operator reads until when, and the citizen is told the same', promise],
    ['CB-8 a receipt comes by e-mail, with the number and without what was said', receipt],
    ['CB-3 the promise is on the list «Da richiamare», with the conversation it came out of', find],
    ['CB-7 answered by e-mail: the citizen gets the answer once, and the list says that it has left', answer],
    ['CB-4 it stays open until a person closes it', close],
  ];
}
