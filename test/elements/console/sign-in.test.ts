import { setViewport } from '@web/test-runner-commands';
import { conversation, desk } from '../../core/console/fixtures.ts';
import {
  accessible,
  all,
  equal,
  expectAccessible,
  focused,
  one,
  openConsole,
  press,
  textOf,
  type,
  typed,
} from './kit.ts';

const alert = (): string => all('[role="alert"]').map(textOf).join(' ').trim();

describe('signing in', () => {
  beforeEach(() => setViewport({ width: 1200, height: 800 }));

  it('AC-51 works with the keyboard alone, and says what is missing', async () => {
    const { element } = await openConsole({ state: null });
    await expectAccessible(element);
    await press('Tab');
    await press('Enter');
    equal(alert(), 'Scrivi nome utente e password.');
    equal(focused()?.id, 'username');
    await type('ada');
    await press('Enter');
    equal(focused()?.id, 'password');
    await type('segreta');
    await press('Enter');
    equal(textOf(one('.me strong')), 'Operatore chat 1');
  });

  it('says in words why it did not work, and keeps the name', async () => {
    await openConsole({ state: null, signIn: () => ({ ok: false, code: 'wrong-credentials' }) });
    one('#username').focus();
    await type('ada');
    await press('Tab');
    await type('sbagliata');
    await press('Enter');
    equal(alert(), 'Nome utente o password non corretti. Controlla e riprova.');
    equal(one<HTMLInputElement>('#username').value, 'ada');
    equal(one<HTMLInputElement>('#password').value, '');
    await accessible('alert', /.*/);
  });

  it('says how long to wait after too many attempts', async () => {
    await openConsole({ state: null, signIn: () => ({ ok: false, code: 'too-many', retryAfterMs: 130_000 }) });
    one('#username').focus();
    await type('ada');
    await press('Tab');
    await type('sbagliata');
    await press('Enter');
    equal(alert(), 'Troppi tentativi. Riprova fra 3 minuti.');
  });

  it('shows the password to who asks', async () => {
    await openConsole({ state: null });
    one('#password').focus();
    await press('Tab', 'Space');
    equal(one<HTMLInputElement>('#password').type, 'text');
  });

  it('SE-50 comes over the desk when the session ends, cannot be put away, and loses nothing', async () => {
    const shown = await openConsole({ state: desk([conversation('conv-one', { citizenName: 'Anna' })]) });
    await press('Alt+r');
    await type('a metà di una frase');
    shown.connection({ name: 'refused', code: 'not-signed-in' });
    await accessible('dialog', 'La sessione è finita');
    await expectAccessible(shown.element);
    await press('Escape', 'Escape', 'Escape');
    await accessible('dialog', 'La sessione è finita');
    equal(focused()?.id, 'username');
    await type('ada');
    await press('Tab');
    await type('segreta');
    await press('Enter');
    equal(all('dialog[open]').length, 0);
    await press('Alt+r');
    equal(typed(), 'a metà di una frase');
  });
});
