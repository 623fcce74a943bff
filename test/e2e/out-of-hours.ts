import { readFile } from 'node:fs/promises';
import { pngWithText } from '../server/attachments/samples.ts';
import { tabTo } from './accessibility.ts';
import type { Citizen } from './citizen.ts';
import { tomorrowInWords } from './hours.ts';
import { expectReadable, mailTo } from './mails.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const ADDRESS = 'bruno@example.org';
const WORDS = 'La rampa davanti alla biblioteca è rotta: mando una foto.';
const FILE = 'rampa.png';

/** The desk is closed: a citizen leaves a message with a picture, without touching a mouse. */
export function outOfHours(world: World, citizen: Citizen, operator: Operator): Step[] {
  const { page, widget } = citizen;
  let number = '';

  async function closed(): Promise<void> {
    await page.goto(world.host);
    await tabTo(page, 'button', /Serve aiuto/);
    await page.keyboard.press('Enter');
    await widget.getByText(`chiuso · riapre ${tomorrowInWords()}, alle 9`).first().waitFor();
    await tabTo(page, 'button', /Lascia un messaggio/);
    await page.keyboard.press('Enter');
    await widget.getByText(`Rispondiamo entro ${tomorrowInWords()}, alle 13:15.`).waitFor();
  }

  async function missing(): Promise<void> {
    await tabTo(page, 'button', /Invia il messaggio/);
    await page.keyboard.press('Enter');
    await widget.getByText('Ci sono 2 cose da sistemare.').waitFor();
    await tabTo(page, 'textbox', /Che cosa vuoi chiederci/, 0);
  }

  async function write(): Promise<void> {
    await page.keyboard.type(WORDS);
    await tabTo(page, 'button', /Allega un file/);
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await choosing).setFiles({ name: FILE, mimeType: 'image/png', buffer: pngWithText() });
    await widget.getByText(/· pronto/).waitFor();
    await tabTo(page, 'textbox', /Il tuo indirizzo e-mail/);
    await page.keyboard.type(ADDRESS);
    await tabTo(page, 'textbox', /Come ti chiami/);
    await page.keyboard.type('Bruno');
    await tabTo(page, 'button', /Invia il messaggio/);
    await page.keyboard.press('Enter');
  }

  async function receipt(): Promise<void> {
    await widget.getByRole('heading', { name: 'Abbiamo il tuo messaggio' }).waitFor();
    await widget.getByText(`Ti rispondiamo entro ${tomorrowInWords()}, alle 13:15.`).waitFor();
    await widget.getByText('Ti abbiamo mandato una ricevuta per e-mail.').waitFor();
    number = (await widget.locator('output').innerText()).trim();
    expectSame('a number', /^\d{4}-\d{6}$/.test(number), true);
    const mail = await mailTo(world, ADDRESS, /^Abbiamo la tua richiesta/);
    expectReadable(mail, [number, '13:15']);
    expectSame('what it repeats', [mail.text, mail.html].join('').includes('rampa'), false);
    await tabTo(page, 'button', /Ho finito/);
    await page.keyboard.press('Enter');
    await widget.getByRole('combobox').waitFor();
  }

  async function read(): Promise<void> {
    await operator.signIn(world.server.account('chat1'));
    await operator.button(/^Da richiamare/).click();
    await operator.page.getByRole('button', { name: number }).click();
    const detail = operator.page.locator('console-callback');
    await detail.getByText(WORDS).waitFor();
    await detail.getByText(`Risposta entro ${tomorrowInWords()}, alle 13:15`).waitFor();
    const coming = operator.page.waitForEvent('download');
    await detail.getByRole('button', { name: new RegExp(`^Scarica ${FILE}`) }).click();
    const download = await coming;
    expectSame('its name', download.suggestedFilename(), FILE);
    const bytes = await readFile(await download.path());
    expectSame('a PNG', bytes.subarray(1, 4).toString('latin1'), 'PNG');
    expectSame('where it was taken', bytes.includes('GPS'), false);
    await until('the picture can be looked at', () => operator.page.evaluate(isPicture, [...bytes]));
    const complaints = [...(await citizen.complaints()), ...(await operator.complaints())];
    expectSame('complaints', complaints, []);
  }

  return [
    ['CH-84 closed, the citizen reads when it opens and until when a message is answered', closed],
    ['CH-92 what is missing is said, and the focus is where it is to be written', missing],
    ['CH-93 a message with a picture is written and sent with the keyboard alone', write],
    ['CB-1 its receipt has number and due time, on the screen and by e-mail', receipt],
    ['CB-25 the operator reads it among those to be called back, and gets the picture without its position', read],
  ];
}

/** Runs in the page. */
async function isPicture(bytes: number[]): Promise<boolean> {
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
  return picture.width > 0;
}
