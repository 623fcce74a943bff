import type { Locator } from 'playwright-core';
import type { Person } from './browser.ts';
import { until } from './steps.ts';

/** A citizen at the municipality's page, by what they see and press. */
export interface Citizen extends Person {
  widget: Locator;
  button(name: string | RegExp): Locator;
  open(): Promise<void>;
  /** Types a question and takes it as it stands. */
  ask(question: string): Promise<void>;
  write(text: string): Promise<void>;
  /** The texts of the log, in the order shown. */
  log(): Promise<string[]>;
  /** Resolves when the text is the last of the log and the server has it. */
  reads(text: string): Promise<void>;
}

export function asCitizen(person: Person): Citizen {
  const widget = person.page.locator('sportello-widget');
  const button = (name: string | RegExp): Locator => widget.getByRole('button', { name });
  const log = (): Promise<string[]> => widget.locator('sportello-chat-log .bubble').allInnerTexts();
  return {
    ...person,
    widget,
    button,
    log,
    open: () => widget.locator('#launcher').click(),
    async ask(question) {
      const box = widget.getByRole('combobox');
      await box.fill(question);
      await box.press('Enter');
    },
    async write(text) {
      const box = widget.getByRole('textbox', { name: 'Scrivi un messaggio' });
      await box.fill(text);
      await box.press('Enter');
    },
    reads: (text) => until(`the citizen reads «${text}»`, async () => (await log()).includes(text)).then(() => {}),
  };
}
