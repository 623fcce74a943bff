import { join } from 'node:path';
import { widgetLoad } from '../../scripts/checks/widget-load.mjs';
import type { Citizen } from './citizen.ts';
import type { Operator } from './operator.ts';
import { expectSame, type Step } from './steps.ts';
import type { World } from './world.ts';

const NAME = 'Ada';

/** The way straight to an operator: what a browser fetches on it is what the size limits count, and nothing else. */
export function weight({ server, host }: World, citizen: Citizen, operator: Operator): Step[] {
  const counted = widgetLoad(join(import.meta.dirname, '../..'));
  const { page, widget, button, requests } = citizen;

  /** Files of the widget that were fetched and that a limit does not count. */
  function uncounted(files: readonly string[]): string[] {
    const widgetUrl = `${server.url}/widget/`;
    const fetched = requests.filter((url) => url.startsWith(widgetUrl)).map((url) => url.slice(widgetUrl.length));
    return [...new Set(fetched)].filter((file) => !files.includes(file));
  }

  async function look(): Promise<void> {
    await page.goto(host);
    await widget.locator('#launcher').waitFor();
    await page.waitForTimeout(500);
    expectSame('fetched and not counted', uncounted(counted.beforeClick), []);
  }

  async function talk(): Promise<void> {
    await operator.signIn(server.account('chat1'));
    await citizen.open();
    await button(/Scrivi a un operatore/)
      .first()
      .click();
    await widget.getByLabel(/Come ti chiami/).fill(NAME);
    await button('Inizia la conversazione').click();
    await operator.accept(NAME);
    await citizen.write('Buongiorno');
    await operator.reads('Buongiorno');
    expectSame('fetched and not counted', uncounted(counted.untilTyping), []);
  }

  return [
    ['OP-8 before the first click a browser fetches what the first size limit counts', look],
    ['OP-8 until one can type to an operator it fetches no more than the second one counts', talk],
  ];
}
