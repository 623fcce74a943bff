import type { Locator } from 'playwright-core';
import type { Person } from './browser.ts';
import { fillContact } from './contact-form.ts';
import type { Account } from './server.ts';
import { until } from './steps.ts';

/** An operator at the console, by what they see and press. */
export interface Operator extends Person {
  button(name: string | RegExp): Locator;
  /** Resolves once the console says this; a desk does in the quiet. */
  signIn(account: Account, sees?: string): Promise<void>;
  /** Accepts the citizen with this name. */
  accept(name: string): Promise<void>;
  write(text: string): Promise<void>;
  /** The texts of the open conversation, in the order shown. */
  log(): Promise<string[]>;
  reads(text: string): Promise<void>;
  /** Fills in the closing card and ends the conversation. */
  finish(): Promise<void>;
}

export function asOperator(person: Person, server: string): Operator {
  const { page } = person;
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const log = (): Promise<string[]> => page.locator('console-conversation sportello-chat-log .bubble').allInnerTexts();
  return {
    ...person,
    button,
    log,
    async signIn({ username, password }, sees = 'Nessuno in attesa') {
      await page.goto(`${server}/console/`);
      await page.getByLabel('Nome utente').fill(username);
      await page.getByRole('textbox', { name: 'Password' }).fill(password);
      await button('Accedi').click();
      await page.getByText(sees).first().waitFor();
    },
    accept: (name) => button(new RegExp(`^Accetta ${name}`)).click(),
    async write(text) {
      const box = page.getByRole('textbox', { name: 'La tua risposta' });
      await box.fill(text);
      await box.press('Enter');
    },
    reads: (text) => until(`the operator reads «${text}»`, async () => (await log()).includes(text)).then(() => {}),
    async finish() {
      await button(/^(Concludi|Completa la scheda)/)
        .first()
        .click();
      const card = page.locator('console-closing-card');
      await fillContact(card, 'Risolto');
      await card.getByRole('button', { name: 'Concludi la conversazione' }).click();
      await card.getByRole('button', { name: 'Concludi la conversazione' }).waitFor({ state: 'hidden' });
    },
  };
}
