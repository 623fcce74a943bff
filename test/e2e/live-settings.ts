import type { Citizen } from './citizen.ts';
import { joinLine } from './desk-steps.ts';
import { closedToday, tomorrowInWords } from './hours.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

/** A page looks every 20 seconds. */
const SOON = { timeout: 60_000 };

/** The office edits its file while the server runs and citizens' pages are open. */
export function liveSettings(world: World, citizen: Citizen, operator: Operator): Step[] {
  const { widget, button } = citizen;
  const started = (): number => world.server.log().split('Demo page').length - 1;

  async function close(): Promise<void> {
    await operator.signIn(world.server.account('chat1'));
    await citizen.page.goto(world.host);
    await citizen.open();
    await button(/^Scrivi a un operatore/).waitFor();
    await world.configure(closedToday());
    await widget.getByText(`chiuso · riapre ${tomorrowInWords()}, alle 9`).first().waitFor(SOON);
    await button(/^Scrivi a un operatore/).waitFor({ state: 'detached' });
  }

  async function open(): Promise<void> {
    await button(/^Avvisami quando apre.*Scrivi a un operatore/).click();
    await widget.getByText('Ti avvisiamo qui quando apre.').waitFor();
    await world.configure('hours: { chat: always, lis: always }\n');
    await widget.getByText('Ora puoi scrivere a un operatore.').first().waitFor(SOON);
    await button(/^Scrivi a un operatore/)
      .first()
      .waitFor();
  }

  async function mistake(): Promise<void> {
    await world.configure('hours:\n  chat: never\n  lis:\n    mon-fri: 9:00-13:15, 13:00-17:00\n');
    await until('it is told', () => /sportello\.config\.yaml:4: hours\.lis\.mon-fri/.test(world.server.log()), 20_000);
    await operator.page.getByText('In pausa', { exact: true }).click();
    await joinLine(world, citizen, 'Ada');
  }

  async function closeInLine(): Promise<void> {
    await world.configure(`${closedToday()}queue: { at-closing: message }\n`);
    await widget.getByText('Lo sportello ha chiuso: puoi lasciare un messaggio.').first().waitFor(SOON);
    await operator.page.getByText('Nessuno in attesa').first().waitFor();
    expectSame('processes started', started(), 1);
    const complaints = [...(await citizen.complaints()), ...(await operator.complaints())];
    expectSame('complaints', complaints, []);
  }

  return [
    ['OP-36 closed in the file, an open page says so by itself, and when it opens', close],
    ['CH-85 open again in the file, who asked to be told is told', open],
    ['OP-36 with a mistake the log names the line, and the last good settings stay in force', mistake],
    ['QU-77 closed in the file, who waits in the line reads it at once; nothing was started anew', closeInLine],
  ];
}
