import type { Citizen } from './citizen.ts';
import { beginTalk, expectHeard, expectHidden, handOver, readsAside, talksTo, writeAside } from './desk-steps.ts';
import type { Operator } from './operator.ts';
import { expectSame, type Step } from './steps.ts';
import type { World } from './world.ts';

const QUESTION = 'Il pagamento di marzo risulta?';
const SUMMARY = 'Chiede il rimborso di due pagamenti: lo segui tu?';
const ASIDE = ['Guardo subito nell’archivio', 'Risulta, ma al vecchio indirizzo', 'Allora glielo dico'];

/** Puts the question, and shows it to the colleague. */
async function ask(operator: Operator, colleague: Operator, words: string, next: AskedFor): Promise<void> {
  await handOver(operator, { window: 'Chiedi', to: /Tributi/, words, next });
  await colleague.page.getByText('ti chiede aiuto').first().waitFor();
  await colleague.page.keyboard.press('Alt+s');
  await colleague.page.locator('console-asked').getByText(words).first().waitFor();
}
type AskedFor = 'Rispondo io al cittadino' | 'Passo la conversazione';

/** Both modes begin alike: the first operator talks to the citizen, one of the office is at the desk. */
function twoConsoles(world: World, citizen: Citizen, operator: Operator) {
  const first = world.server.account('chat1');
  const second = world.server.account('chat2');
  const sides: { colleague?: Operator } = {};
  const colleague = (): Operator => {
    if (!sides.colleague) throw new Error('there is no colleague yet');
    return sides.colleague;
  };
  async function begin(): Promise<void> {
    sides.colleague = await world.operator();
    await operator.signIn(first);
    await beginTalk(world, citizen, 'Ada', operator);
    await sides.colleague.signIn(second);
  }
  async function complaints(): Promise<void> {
    const all = [citizen, operator, colleague()].map((side) => side.complaints());
    expectSame('complaints', (await Promise.all(all)).flat(), []);
  }
  return { first, second, colleague, begin, complaints };
}

/** The second mode: the citizen waits on hold while the operator asks, and gets the answer from the same person. */
export function consultAndAnswer(world: World, citizen: Citizen, operator: Operator): Step[] {
  const { first, colleague, begin, complaints } = twoConsoles(world, citizen, operator);
  const onHold = citizen.widget.getByText(`${first.name} sta chiedendo a Tributi. Resta qui`);

  async function hold(): Promise<void> {
    await ask(operator, colleague(), QUESTION, 'Rispondo io al cittadino');
    await onHold.waitFor();
    await operator.page.getByText('Ada è in attesa e sa che stai chiedendo.').waitFor();
  }

  async function readOnly(): Promise<void> {
    const { page } = colleague();
    await page.getByText('Qui leggi soltanto: il cittadino non ti vede.').waitFor();
    await page.locator('console-asked sportello-chat-log').getByText('ho una domanda sul bollo').waitFor();
    expectSame('boxes for the citizen', await page.getByRole('textbox', { name: 'La tua risposta' }).count(), 0);
  }

  async function aside(): Promise<void> {
    const [one, two, three] = ASIDE as [string, string, string];
    await writeAside(colleague(), one);
    await readsAside(operator, one);
    await writeAside(colleague(), two);
    await readsAside(operator, two);
    await operator.page.keyboard.press('Alt+s');
    await writeAside(operator, three);
    await readsAside(colleague(), three);
    await citizen.write('Resto qui, non c’è fretta');
    await operator.reads('Resto qui, non c’è fretta');
    await onHold.waitFor();
  }

  async function answer(): Promise<void> {
    await operator.button('Chiudi la domanda').click();
    await onHold.waitFor({ state: 'hidden' });
    await citizen.widget.getByText('L’operatore è tornato.').first().waitFor();
    await operator.write('Il pagamento di marzo è arrivato');
    await citizen.reads('Il pagamento di marzo è arrivato');
    await talksTo(citizen, first.name);
    await colleague().page.locator('console-asked').waitFor({ state: 'hidden' });
  }

  async function secrecy(): Promise<void> {
    await expectHeard(citizen, 'Il pagamento di marzo è arrivato');
    await expectHidden(citizen, [QUESTION, ...ASIDE]);
    await citizen.page.reload();
    await citizen.open();
    await citizen.reads('Il pagamento di marzo è arrivato');
    await expectHidden(citizen, [QUESTION, ...ASIDE]);
    await operator.finish();
    await citizen.widget.getByText('La conversazione è chiusa').first().waitFor();
    await expectHidden(citizen, [QUESTION, ...ASIDE]);
  }

  return [
    ['QU-40 a citizen talks to the first operator; one of the office is at the desk, too', begin],
    ['CH-89 the operator asks the office: the citizen is on hold and reads who asks whom', hold],
    ['QU-107 who is asked reads the thread, and has no box for the citizen', readOnly],
    ['QU-106 the two write to each other, while the citizen can still write and stays on hold', aside],
    ['CH-89 off hold, the answer comes from the operator the citizen knows', answer],
    [
      'QU-106 nothing the two said is in the citizen’s page, storage or on the wire, also after reload and end',
      secrecy,
    ],
    ['SE-42 no page has complained', complaints],
  ];
}

/** The third mode: the colleague reads what it is about, says to be ready, and takes the citizen over. */
export function transferAfterConsultation(world: World, citizen: Citizen, operator: Operator): Step[] {
  const { first, second, colleague, begin, complaints } = twoConsoles(world, citizen, operator);
  const [read, agreed] = ['Letto. Mi serve solo la ricevuta', 'Ce l’ha'] as const;

  async function consult(): Promise<void> {
    await ask(operator, colleague(), SUMMARY, 'Passo la conversazione');
    await citizen.widget.getByText(`${first.name} chiede a Tributi di continuare con te`).waitFor();
    const asked = colleague().page.locator('console-asked');
    await asked.getByText('leggi e premi «Sono pronto»').waitFor();
    await asked.locator('sportello-chat-log').getByText('ho una domanda sul bollo').waitFor();
    await writeAside(colleague(), read);
    await readsAside(operator, read);
    await operator.page.keyboard.press('Alt+s');
    await writeAside(operator, agreed);
    await readsAside(colleague(), agreed);
  }

  async function swap(): Promise<void> {
    await colleague().button('Sono pronto').click();
    await talksTo(citizen, second.name);
    const said = `Da ora risponde ${second.name}. Ha davanti tutta la conversazione.`;
    await citizen.widget.locator('sportello-chat-log').getByText(said).waitFor();
    await operator.page.getByText('Ada ora è con Tributi, che ha letto tutto.').waitFor();
    await operator.page.getByText('Nessuna conversazione', { exact: true }).waitFor();
    expectSame('on hold', await citizen.widget.getByText('chiede a Tributi di continuare').count(), 0);
  }

  async function goOn(): Promise<void> {
    await colleague().reads('Buongiorno, ho una domanda sul bollo');
    await colleague().write('Mi manda la ricevuta?');
    await citizen.reads('Mi manda la ricevuta?');
    await citizen.write('Certo');
    await colleague().reads('Certo');
    await expectHeard(citizen, 'Mi manda la ricevuta?');
    await expectHidden(citizen, [SUMMARY, read, agreed]);
    await colleague().finish();
    await citizen.widget.getByText('La conversazione è chiusa').first().waitFor();
  }

  return [
    ['QU-40 a citizen talks to the first operator; one of the office is at the desk, too', begin],
    ['QU-105 the colleague is asked to take over, and reads summary and thread', consult],
    ['QU-107 «Sono pronto»: the swap happens at once, and is announced on every side', swap],
    ['CH-90 the citizen goes on with the colleague, who has read everything; their talk stays theirs', goOn],
    ['SE-42 no page has complained', complaints],
  ];
}
