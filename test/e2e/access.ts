import { expectAccessible, expectNoSidewaysScrolling, focusedControl, tabTo } from './accessibility.ts';
import type { Citizen } from './citizen.ts';
import type { Operator } from './operator.ts';
import { expectSame, until, type Step } from './steps.ts';
import type { World } from './world.ts';

const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 360, height: 640 },
  /** 1280 × 800 at 200 %. */
  zoomed: { width: 640, height: 400 },
} as const;
type Size = keyof typeof SIZES;

/** The citizen's way through every screen, looked at by axe in the sizes that matter. */
export function everyView(world: World, citizen: Citizen, operator: Operator): Step[] {
  const { server, host } = world;
  const { page, widget, button } = citizen;

  /** Goes somewhere, then looks at it in every size. */
  function view(name: string, arrive: () => Promise<void>): Step {
    return [
      `AC-40 ${name}: axe finds nothing, and nothing is scrolled sideways, on a desktop, a phone and at 200 %`,
      async () => {
        await arrive();
        for (const size of Object.keys(SIZES) as Size[]) {
          await page.setViewportSize(SIZES[size]);
          await expectAccessible(page, 'sportello-widget');
          await expectNoSidewaysScrolling(page);
        }
        await page.setViewportSize(SIZES.desktop);
      },
    ];
  }

  function consoleView(name: string, arrive: () => Promise<void>): Step {
    return [
      `AC-41 console, ${name}: axe finds nothing`,
      async () => {
        await arrive();
        await expectAccessible(operator.page, 'sportello-console');
      },
    ];
  }

  const home = (): Promise<void> => widget.getByRole('combobox').waitFor();
  const back = (): Promise<void> => button('Indietro').click();

  return [
    view('launcher', async () => {
      await page.goto(host);
      await widget.locator('#launcher').waitFor();
    }),
    view('home', async () => {
      await citizen.open();
      await home();
    }),
    view('suggestions', async () => {
      await widget.getByRole('combobox').pressSequentially('preno');
      await widget.getByRole('option').first().waitFor();
    }),
    view('a sure answer', async () => {
      await citizen.ask('come prenoto una visita specialistica');
      await widget.locator('sportello-article').waitFor();
    }),
    view('no answer', async () => {
      await back();
      await citizen.ask('dove comprare una bicicletta gialla usata');
      await widget.getByText(/Non ho trovato una risposta sicura|Forse cerchi/).waitFor();
    }),
    view('an emergency', async () => {
      await back();
      await citizen.ask('aiuto mio marito non respira');
      await widget.getByText('Se qualcuno è in pericolo chiama il 112').first().waitFor();
    }),
    view('a topic', async () => {
      await back();
      await widget.locator('.topic').first().click();
      await widget.locator('sportello-topic').waitFor();
    }),
    view('before a chat', async () => {
      await back();
      await button(/Scrivi a un operatore/).click();
      await button('Inizia la conversazione').waitFor();
    }),
    view('the line', async () => {
      await button('Inizia la conversazione').click();
      await widget.getByText('Sei in attesa').waitFor();
    }),
    consoleView('sign-in', async () => {
      await operator.page.goto(`${server.url}/console/`);
      await operator.button('Accedi').waitFor();
    }),
    consoleView('the desk with a queue', () => operator.signIn(server.account('lis1'))),
    consoleView('a conversation', async () => {
      await operator.accept('Cittadino');
      await operator.page.getByRole('textbox', { name: 'La tua risposta' }).waitFor();
    }),
    view('a chat', async () => {
      await operator.write('Buongiorno');
      await citizen.reads('Buongiorno');
    }),
    consoleView('the closing card', async () => {
      await operator.button('Concludi').first().click();
      await operator.page.locator('console-closing-card').getByLabel('Argomento').waitFor();
    }),
    view('the end', async () => {
      await operator.page.keyboard.press('Escape');
      await operator.finish();
      await button('Invia il giudizio').waitFor();
    }),
    view('before a call', async () => {
      await button('Ho finito').click();
      await button(/Videochiamata in LIS/).click();
      await button('Prova la fotocamera ed entra').click();
      await widget.getByText('La luce va bene').waitFor();
    }),
    view('a call', async () => {
      await button('Entra in attesa').click();
      await operator.accept('Cittadino');
      await widget.locator('sportello-call-stage').waitFor();
      await until('calm', async () => (await widget.locator('section.answered').count()) === 0);
    }),
    consoleView('a call', () => operator.page.locator('sportello-call-stage').waitFor()),
    [
      'AC-41 console, the editors’ page: axe finds nothing, and nothing is scrolled sideways, in every size',
      async () => {
        const editor = await world.operator();
        await editor.signIn(server.account('redazione'), 'Situazione alle');
        for (const size of Object.keys(SIZES) as Size[]) {
          await editor.page.setViewportSize(SIZES[size]);
          await expectAccessible(editor.page, 'sportello-console');
          await expectNoSidewaysScrolling(editor.page);
        }
        expectSame('complaints of the page', await editor.complaints(), []);
        await editor.close();
      },
    ],
    [
      'AC-42 the host page around the closed panel is as accessible as it was',
      async () => {
        await page.goto(host);
        await widget.locator('#launcher').waitFor();
        await expectAccessible(page, 'body');
      },
    ],
  ];
}

/** From a question to a chat without ever touching a mouse. */
export function keyboardOnly({ server, host }: World, citizen: Citizen, operator: Operator): Step[] {
  const { page } = citizen;
  return [
    [
      'AC-43 the keyboard opens the panel and asks a question',
      async () => {
        await operator.signIn(server.account('chat1'));
        await page.goto(host);
        await tabTo(page, 'button', /Serve aiuto/);
        await page.keyboard.press('Enter');
        await citizen.widget.getByRole('combobox').waitFor();
        await tabTo(page, 'combobox', /Scrivi la tua domanda/);
        await page.keyboard.type('come disdico una visita');
        await citizen.widget.getByRole('option').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await citizen.widget.locator('sportello-article').waitFor();
      },
    ],
    [
      'AC-43 and goes from the answer to a person',
      async () => {
        await tabTo(page, 'button', /Scrivi a un operatore/);
        await page.keyboard.press('Enter');
        await citizen.button('Inizia la conversazione').waitFor();
        await tabTo(page, 'textbox', /Come ti chiami/);
        await page.keyboard.type('Bruno');
        await tabTo(page, 'button', /Inizia la conversazione/);
        await page.keyboard.press('Enter');
        await citizen.widget.getByText('Sei in attesa').waitFor();
      },
    ],
    [
      'AC-43 and writes',
      async () => {
        await operator.accept('Bruno');
        await citizen.widget.getByRole('heading', { name: server.account('chat1').name }).waitFor();
        await tabTo(page, 'textbox', /Scrivi un messaggio/);
        await page.keyboard.type('Scrivo senza mouse');
        await page.keyboard.press('Enter');
        await operator.reads('Scrivo senza mouse');
      },
    ],
    [
      'AC-44 Escape closes the panel, gives the focus back, and the conversation goes on',
      async () => {
        await page.keyboard.press('Escape');
        await citizen.widget.locator('dialog').waitFor({ state: 'hidden' });
        expectSame('the focus', (await focusedControl(page)).role, 'button');
        await operator.write('Ci sei ancora?');
        await citizen.widget.locator('#launcher').getByText(/1/).waitFor();
        await page.keyboard.press('Enter');
        await citizen.reads('Ci sei ancora?');
      },
    ],
  ];
}
