import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createWorld } from './world.ts';

/** Takes the README's pictures from the running product: `npm run screenshots`. */
const FOLDER = join(import.meta.dirname, '../../docs/images');
const QUESTION = 'come disdico una visita';

await mkdir(FOLDER, { recursive: true });
await using stack = new AsyncDisposableStack();
const world = await createWorld();
stack.defer(() => world.close());

const citizen = await world.citizen();
const operator = await world.operator();
await operator.signIn(world.server.account('lis1'));

await citizen.page.goto(world.host);
await citizen.open();
await citizen.ask(QUESTION);
await citizen.widget.locator('sportello-article').waitFor();
await photograph(citizen.page, 'demo.png');

await citizen
  .button(/Scrivi a un operatore/)
  .first()
  .click();
await citizen.widget.getByLabel(/Come ti chiami/).fill('Ada');
await citizen.button('Inizia la conversazione').click();
await operator.accept('Ada');
await citizen.write('Ho letto la risposta. Se chiamo oggi per venerdì sono in tempo?');
await operator.write('Buongiorno. Sì: mancano più di due giorni lavorativi.');
await citizen.reads('Buongiorno. Sì: mancano più di due giorni lavorativi.');
// A line keeps who has left while the pointer is over it.
await operator.page.mouse.move(640, 240);
await photograph(operator.page, 'console.png');

async function photograph(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(600); // for the panel's own short movement to end
  await page.screenshot({ path: join(FOLDER, name) });
  console.log(`docs/images/${name}`);
}
