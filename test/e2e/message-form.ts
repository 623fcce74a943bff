import type { Citizen } from './citizen.ts';

/** Fills in the message on screen and sends it. @returns its number */
export async function leaveMessage(citizen: Citizen, text: string, address: string): Promise<string> {
  const { widget, button } = citizen;
  await widget.getByLabel('Che cosa vuoi chiederci?').fill(text);
  await widget.getByLabel('Il tuo indirizzo e-mail').fill(address);
  await button('Invia il messaggio').click();
  await widget.getByRole('heading', { name: 'Abbiamo il tuo messaggio' }).waitFor();
  return (await widget.locator('output').innerText()).trim();
}
