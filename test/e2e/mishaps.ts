import type { Citizen } from './citizen.ts';
import type { Operator } from './operator.ts';
import { expectMovingPicture } from './pictures.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

/** The network goes away in the middle of a call, and comes back. */
export function badLine({ server, host }: World, citizen: Citizen, operator: Operator): Step[] {
  return [
    [
      'CA-27 without a network both are told, and what is written waits',
      async () => {
        await operator.signIn(server.account('lis1'));
        await enterCall(host, citizen);
        await operator.accept('Cittadino');
        await expectMovingPicture(citizen.page);
        await citizen.context.setOffline(true);
        await citizen.widget.locator('sportello-call-stage').getByText('quando la rete riparte').waitFor();
        await operator.page.getByText('Non collegato').first().waitFor();
        await citizen.write('Scritto senza rete');
        await citizen.widget.getByText('invio…').first().waitFor();
      },
    ],
    [
      'CA-28 with the network the call comes back by itself, and the text arrives once',
      async () => {
        await citizen.context.setOffline(false);
        await Promise.all([expectMovingPicture(citizen.page, 30_000), expectMovingPicture(operator.page, 30_000)]);
        await operator.reads('Scritto senza rete');
        const sent = (await operator.log()).filter((text) => text === 'Scritto senza rete');
        expectSame('how often', sent.length, 1);
      },
    ],
    [
      'CA-29 the console reloaded in a call is in it again',
      async () => {
        await operator.page.reload();
        await operator.page.locator('sportello-call-stage').waitFor();
        await Promise.all([expectMovingPicture(citizen.page, 30_000), expectMovingPicture(operator.page, 30_000)]);
        await operator.reads('Scritto senza rete');
      },
    ],
  ];
}

/** A host page whose policy does not let scripts ask for a camera. */
export function withoutCamera({ server, host }: World, citizen: Citizen, operator: Operator): Step[] {
  return [
    [
      'CA-10 a page that forbids the camera is said so, and is no dead end',
      async () => {
        await openCheck(host, citizen);
        await citizen.widget.getByText('Questo sito non permette di usare la fotocamera').waitFor();
        await citizen.button('Entra senza fotocamera').click();
        await citizen.widget.getByText('Sei in attesa').waitFor();
      },
    ],
    [
      'CA-2 without a camera one sees the operator, is not seen, and writes',
      async () => {
        await operator.signIn(server.account('lis1'));
        await operator.accept('Cittadino');
        await expectMovingPicture(citizen.page);
        await citizen.write('Ti vedo, e scrivo');
        await operator.reads('Ti vedo, e scrivo');
      },
    ],
  ];
}

/** A server that has no media worker to run. */
export function withoutWorker({ server, host }: World, citizen: Citizen, operator: Operator): Step[] {
  return [
    [
      'CA-40 without a media worker the call is shown as not available',
      async () => {
        const health = (await (await fetch(`${server.url}/healthz`)).json()) as { status: string; video: boolean };
        expectSame('health', [health.status, health.video], ['ok', false]);
        await citizen.page.goto(host);
        await citizen.open();
        await citizen.widget.getByText('non disponibile ora').waitFor();
        expectSame('a button for the call', await citizen.button(/Videochiamata in LIS/).count(), 0);
      },
    ],
    [
      'CA-40 and everything else works',
      async () => {
        await operator.signIn(server.account('chat1'));
        await citizen.button(/Scrivi a un operatore/).click();
        await citizen.button('Inizia la conversazione').click();
        await operator.accept('Cittadino');
        await citizen.write('Scrivo e basta');
        await operator.reads('Scrivo e basta');
        expectSame('the console complains of', await operator.complaints(), []);
      },
    ],
  ];
}

async function openCheck(host: string, citizen: Citizen): Promise<void> {
  await citizen.page.goto(host);
  await citizen.open();
  await citizen.button(/Videochiamata in LIS/).click();
  await citizen.button('Prova la fotocamera ed entra').click();
}

async function enterCall(host: string, citizen: Citizen): Promise<void> {
  await openCheck(host, citizen);
  const picture = citizen.widget.locator('sportello-device-check video');
  await until('oneself', () => picture.evaluate((video: HTMLVideoElement) => video.currentTime > 0));
  await citizen.button('Entra in attesa').click();
  await citizen.widget.getByText('Sei in attesa').waitFor();
}
