import type { Citizen } from './citizen.ts';
import type { Operator } from './operator.ts';
import { expectMovingPicture } from './pictures.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const QUESTION = 'come prenoto una visita specialistica';
const NAME = 'Ada';

/** One citizen and one operator, from the first look at a municipality's page to the end of a signed call. */
export function journey({ server, host }: World, citizen: Citizen, operator: Operator): Step[] {
  return [
    ['SE-40 before the first click: one script from Sportello, nothing stored', before],
    ['KB-40 a question brings an answer with steps and source', answer],
    ['CH-40 from the answer to a person: what goes along is shown and can be taken out', handOver],
    ['QU-40 the operator finds the citizen in the queue, with what they searched', accept],
    ['CH-41 they write to each other', write],
    ['CH-42 a reload in the middle loses nothing, doubles nothing, keeps the order', reload],
    ['CH-43 the operator closes; the citizen gives stars', stars],
    ['CA-20 the citizen sees themselves and enters the line for a signed call', check],
    ['CA-21 the operator answers: both see the other move', call],
    ['CA-22 they write during the call', writeInCall],
    ['CA-23 a camera switched off is said on the other side, and comes back', cameraOff],
    ['CA-24 the media worker is killed: the call comes back by itself', killWorker],
    ['CA-25 a reload in the call: the citizen is in it again', reloadInCall],
    ['CA-26 hanging up ends the call and not the conversation', hangUp],
    ['SE-41 nobody was asked but Sportello and the page itself', thirdParties],
    ['SE-42 no page complained: no policy violated, no error in the console', complaints],
  ];

  async function before(): Promise<void> {
    await citizen.page.goto(host);
    await citizen.widget.locator('#launcher').waitFor();
    await citizen.page.waitForTimeout(500);
    const toServer = citizen.requests.filter((url) => url.startsWith(server.url));
    expectSame('asked of Sportello', toServer, [`${server.url}/widget/sportello.js`]);
    expectSame('stored', await stored(citizen), []);
  }

  async function answer(): Promise<void> {
    await citizen.open();
    await citizen.ask(QUESTION);
    const article = citizen.widget.locator('sportello-article');
    await article.waitFor();
    await article.getByText('Come fare').waitFor();
    await article.getByText('Fonti').waitFor();
    expectSame('stored', await stored(citizen), []);
  }

  async function handOver(): Promise<void> {
    await citizen
      .button(/Scrivi a un operatore/)
      .first()
      .click();
    await citizen.widget.getByText(`Hai cercato: ${QUESTION}`).waitFor();
    await citizen
      .button(/^Togli «Come/)
      .first()
      .click();
    await citizen.widget.getByLabel(/Come ti chiami/).fill(NAME);
    await citizen.button('Inizia la conversazione').click();
    await citizen.widget.getByText('Sei in attesa').waitFor();
  }

  async function accept(): Promise<void> {
    await operator.signIn(server.account('lis1'));
    await operator.accept(NAME);
    await operator.page.locator('console-conversation').getByText(NAME).first().waitFor();
    await operator.page.getByText(QUESTION).first().waitFor();
    await citizen.widget.getByRole('heading', { name: server.account('lis1').name }).waitFor();
  }

  async function write(): Promise<void> {
    await citizen.write('Buongiorno, non trovo il numero della ricetta');
    await operator.reads('Buongiorno, non trovo il numero della ricetta');
    await operator.write('Buongiorno Ada, è in alto a destra');
    await citizen.reads('Buongiorno Ada, è in alto a destra');
  }

  async function reload(): Promise<void> {
    const writing = alternate();
    await citizen.page.reload();
    await citizen.open();
    await citizen.widget.locator('sportello-chat-log').waitFor();
    await writing;
    await citizen.write('Eccomi di nuovo');
    await operator.reads('Eccomi di nuovo');
    const both = await until('the same log on both sides', async () => {
      const [one, two] = [await citizen.log(), await operator.log()];
      return JSON.stringify(one) === JSON.stringify(two) && one;
    });
    expectSame('each once', new Set(both).size, both.length);
    const numbered = both.filter((text) => /^riga \d+$/.test(text));
    expectSame(
      'in order',
      numbered,
      Array.from({ length: 10 }, (_, index) => `riga ${index}`),
    );
  }

  /** The operator goes on writing while the citizen's page is away. */
  async function alternate(): Promise<void> {
    for (let line = 0; line < 10; line += 1) {
      await operator.write(`riga ${line}`);
      await operator.page.waitForTimeout(60);
    }
  }

  async function stars(): Promise<void> {
    await operator.finish();
    await citizen.widget.getByText('La conversazione è chiusa').first().waitFor();
    await citizen.widget.getByRole('radio', { name: '5 stelle su 5' }).press('Space');
    await citizen.button('Invia il giudizio').click();
    await citizen.widget.getByText('Grazie: abbiamo ricevuto il tuo giudizio.').waitFor();
    await citizen.button('Ho finito').click();
    await citizen.widget.getByRole('combobox').waitFor();
    expectSame('stored', await stored(citizen), ['sportello:visit']);
  }

  async function check(): Promise<void> {
    await citizen.button(/Videochiamata in LIS/).click();
    await citizen.button('Prova la fotocamera ed entra').click();
    const picture = citizen.widget.locator('sportello-device-check video');
    await until('oneself, moving', () => picture.evaluate((video: HTMLVideoElement) => video.currentTime > 0.3));
    await citizen.button('Entra in attesa').click();
    await citizen.widget.getByText('Sei in attesa').waitFor();
  }

  async function call(): Promise<void> {
    await operator.accept('Ada|Cittadino');
    await Promise.all([expectMovingPicture(citizen.page), expectMovingPicture(operator.page)]);
  }

  async function writeInCall(): Promise<void> {
    await citizen.write('Ti vedo bene');
    await operator.reads('Ti vedo bene');
    await operator.write('Anche io ti vedo');
    await citizen.reads('Anche io ti vedo');
  }

  async function cameraOff(): Promise<void> {
    await citizen.button('Spegni fotocamera').click();
    await operator.page.locator('sportello-call-tile.theirs').getByText('Fotocamera spenta').waitFor();
    await citizen.button('Accendi fotocamera').click();
    await expectMovingPicture(operator.page);
  }

  async function killWorker(): Promise<void> {
    const [worker] = server.workers();
    if (worker === undefined) throw new Error('there is no media worker');
    process.kill(worker, 'SIGKILL');
    await until('another worker', () => server.workers().some((pid) => pid !== worker));
    await Promise.all([expectMovingPicture(citizen.page), expectMovingPicture(operator.page)]);
    await citizen.write('La chiamata è tornata');
    await operator.reads('La chiamata è tornata');
  }

  async function reloadInCall(): Promise<void> {
    await citizen.page.reload();
    await citizen.open();
    await Promise.all([expectMovingPicture(citizen.page), expectMovingPicture(operator.page)]);
  }

  async function hangUp(): Promise<void> {
    await citizen.button('Chiudi la chiamata').click();
    await operator.page.locator('sportello-call-stage').waitFor({ state: 'detached' });
    await citizen.widget.locator('sportello-call-stage').waitFor({ state: 'detached' });
    await citizen.write('Continuo a scrivere');
    await operator.reads('Continuo a scrivere');
    await operator.finish();
    await citizen.widget.getByText('La conversazione è chiusa').first().waitFor();
  }

  async function thirdParties(): Promise<void> {
    const allowed = [host, `${server.url}/`, server.url.replace('http', 'ws'), 'data:', 'blob:'];
    const others = [...citizen.requests, ...operator.requests].filter(
      (url) => !allowed.some((start) => url.startsWith(start)),
    );
    expectSame('asked of others', others, []);
  }

  async function complaints(): Promise<void> {
    expectSame("the citizen's page", await citizen.complaints(), []);
    expectSame("the operator's page", await operator.complaints(), []);
  }
}

/** Everything that a page can leave behind on the host's site, by name. */
async function stored({ page, context }: Citizen): Promise<string[]> {
  const kept = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name}`),
    ...(await caches.keys()),
  ]);
  return [...kept, ...(await context.cookies()).map(({ name }) => `cookie ${name}`)];
}
