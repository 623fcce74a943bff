import type { Citizen } from './citizen.ts';
import type { Operator } from './operator.ts';
import { expectSame, until } from './steps.ts';
import type { World } from './world.ts';

/** The citizen stands in the line for a chat, under this name. */
export async function joinLine({ host }: World, citizen: Citizen, name: string): Promise<void> {
  await citizen.page.goto(host);
  await citizen.open();
  await citizen
    .button(/Scrivi a un operatore/)
    .first()
    .click();
  await citizen.widget.getByLabel(/Come ti chiami/).fill(name);
  await citizen.button('Inizia la conversazione').click();
  await citizen.widget.getByText('Sei in attesa').waitFor();
}

/** Both are in conversation, and have written to each other. */
export async function beginTalk(world: World, citizen: Citizen, name: string, operator: Operator): Promise<void> {
  await joinLine(world, citizen, name);
  await operator.accept(name);
  await citizen.write('Buongiorno, ho una domanda sul bollo');
  await operator.reads('Buongiorno, ho una domanda sul bollo');
  await operator.write('Buongiorno, mi dica');
  await citizen.reads('Buongiorno, mi dica');
}

export interface HandingOver {
  window: 'Passa' | 'Chiedi';
  /** An office or a colleague, as in the directory. */
  to: RegExp;
  /** The note for the next one, or the question. */
  words: string;
  /** With a question: what follows the answer. */
  next?: 'Rispondo io al cittadino' | 'Passo la conversazione';
}

/** Passes the conversation on screen, or asks somebody about it. */
export async function handOver({ page }: Operator, { window, to, words, next }: HandingOver): Promise<void> {
  await page.locator('console-conversation-head').getByRole('button', { name: window }).click();
  const form = page.locator('console-hand-over');
  await form.getByRole('radio', { name: to }).check();
  if (next !== undefined) await form.getByRole('radio', { name: next }).check();
  await form.getByRole('textbox', { name: /Per chi continua|La tua domanda/ }).fill(words);
  await page.keyboard.press('Control+Enter');
  await form.getByRole('textbox').first().waitFor({ state: 'hidden' });
}

/** Takes the citizen who is offered with the key for it; the first moments after an offer take no press. */
export async function acceptByKey({ page }: Operator, name: string): Promise<void> {
  await page.locator('console-offer section').filter({ hasText: name }).waitFor();
  await page.waitForTimeout(800);
  await page.keyboard.press('Alt+n');
  await page.locator('console-conversation-head').getByRole('heading', { name }).waitFor();
}

/** Says something to the colleague, which the citizen does not see. */
export async function writeAside({ page }: Operator, text: string): Promise<void> {
  const box = page.locator('console-side').getByRole('textbox');
  await box.fill(text);
  await box.press('Enter');
}

export async function readsAside({ page }: Operator, text: string): Promise<void> {
  await page.locator('console-side').getByRole('log').getByText(text).waitFor();
}

/** Whom the citizen is talking to, by the heading over the conversation. */
export async function talksTo({ widget }: Citizen, name: string): Promise<void> {
  await widget.getByRole('heading', { name }).waitFor();
}

/** What operators say to each other is nowhere a citizen could find it: page, storage, wire. */
export async function expectHidden(citizen: Citizen, texts: readonly string[]): Promise<void> {
  const { page } = citizen;
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
  );
  const heard = await until('anything at all is heard', async () => (await citizen.heard()).join('\n'));
  for (const text of texts) {
    expectSame(`«${text}» in the page`, await page.getByText(text).count(), 0);
    expectSame(`«${text}» in its storage`, stored.includes(text), false);
    expectSame(`«${text}» on the wire`, heard.includes(text), false);
  }
}

/** So that looking for something on the wire is known to find it. */
export async function expectHeard(citizen: Citizen, text: string): Promise<void> {
  await until(`«${text}» on the wire`, async () => (await citizen.heard()).join('\n').includes(text));
}
