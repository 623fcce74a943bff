import type { Citizen } from './citizen.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const UNKNOWN = 'ricetta della carbonara con la panna';

/** A citizen who asks on, and what the server is told of it. */
export function assistant({ server, host }: World, citizen: Citizen, _operator: Operator): Step[] {
  const { page, widget, button } = citizen;
  const posted: { path: string; body: { q?: string }; status: number }[] = [];

  const questionsTold = (): unknown[] => posted.flatMap(({ path, body }) => (path === '/api/searches' ? [body.q] : []));

  async function open(): Promise<void> {
    page.on('response', (response) => {
      const request = response.request();
      if (request.method() !== 'POST' || !request.url().startsWith(`${server.url}/api/`)) return;
      const path = new URL(request.url()).pathname;
      posted.push({ path, body: request.postDataJSON(), status: response.status() });
    });
    await page.goto(host);
    await citizen.open();
  }

  async function broad(): Promise<void> {
    await citizen.ask('bollo');
    await widget.getByRole('heading', { name: 'Che cosa vuoi sapere su «Bollo auto»?' }).waitFor();
    await button('Tutte le domande su «Bollo auto»').click();
    await widget.getByRole('heading', { name: 'Bollo auto', exact: true }).waitFor();
    await button('Indietro').click();
    await button('Indietro').click();
  }

  async function follow(): Promise<void> {
    await citizen.ask('come disdico una visita');
    await widget.locator('sportello-article').waitFor();
    await citizen.ask('e quanto costa?');
    await widget.getByText('Dalla risposta che stavi leggendo.').waitFor();
    await widget.getByRole('heading', { name: 'Quanto costa' }).waitFor();
    expectSame('other parts', await widget.getByRole('heading', { name: 'Come fare' }).count(), 0);
    await button('Leggi tutta la risposta').click();
    await widget.getByRole('heading', { name: 'Come fare' }).waitFor();
  }

  async function judge(): Promise<void> {
    await widget.locator('sportello-helpful').getByRole('button', { name: 'No', exact: true }).click();
    await button('Manca qualcosa').click();
    const feedback = await until('it arrives', () => posted.find(({ path }) => path === '/api/feedback'));
    expectSame('what arrives', feedback.body, {
      article: 'recup-disdire',
      lang: 'it',
      useful: false,
      why: 'incomplete',
    });
    expectSame('accepted', feedback.status < 300, true);
  }

  async function several(): Promise<void> {
    await citizen.ask('quando scade il bollo auto? e come disdico una visita?');
    await widget.getByText('Ho trovato 2 domande').waitFor();
    await until('two answers', async () => (await widget.locator('sportello-article').count()) === 2);
  }

  async function unknown(): Promise<void> {
    await citizen.ask(UNKNOWN);
    await widget.getByText('Non ho trovato una risposta sicura.').waitFor();
    await widget.getByText('La domanda resta 30 giorni').waitFor();
    expectSame('told so far', questionsTold(), ['bollo']);
  }

  async function danger(): Promise<void> {
    await citizen.ask('mia madre non respira');
    await widget.getByRole('link', { name: /112/ }).first().waitFor();
    const told = await until('the question before it', () => posted.find(({ body }) => body.q === UNKNOWN));
    expectSame('what is told', told.body, { q: UNKNOWN, decision: 'none', lang: 'it', read: [], contact: false });
    expectSame('accepted', told.status < 300, true);
    await button('Chiudi l’assistenza').click();
    await page.waitForTimeout(300);
    expectSame('told in all', questionsTold(), ['bollo', UNKNOWN]);
  }

  async function complaints(): Promise<void> {
    expectSame("the citizen's page", await citizen.complaints(), []);
  }

  return [
    ['KB-40 the citizen opens the panel', open],
    ['KB-61 a broad word brings the questions of its topic', broad],
    ['KB-60 a follow-up shows the part of the answer it asks for', follow],
    ['KB-62 what is said of an answer arrives', judge],
    ['KB-64 two questions are answered one below the other', several],
    ['KB-63 with no answer the screen says what is kept, and for how long', unknown],
    ['KB-63 a question is told once the next one comes, and an emergency never', danger],
    ['SE-42 no page complained', complaints],
  ];
}
