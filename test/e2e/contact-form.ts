import type { Locator } from 'playwright-core';

/** Fills in what every contact is asked for at its end. */
export async function fillContact(card: Locator, outcome: 'Risolto' | 'Non risolto' | 'Risposta più tardi') {
  await card.getByText('Informazioni', { exact: true }).click();
  await card.getByLabel('Argomento').selectOption({ index: 1 });
  await card.getByText(outcome, { exact: true }).click();
}
