import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../widget/parts/theme.ts';
import type { Attempt, SignInTrouble } from '../core/session-state.ts';
import type { Credentials } from '../core/session.ts';
import { refusalWords } from '../parts/words.ts';

/**
 * User name and password. Fields keep what was written when an attempt fails; only the password is emptied.
 *
 * @fires console-credentials - `detail` holds what was written.
 */
export class SignIn extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    notices,
    css`
      :host {
        display: block;
      }

      form {
        display: grid;
        gap: 16px;
      }

      .show {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
      }

      .show input {
        width: 20px;
        height: 20px;
      }
    `,
  ];
  static override properties = {
    attempt: { attribute: false },
    shown: { state: true },
    missing: { state: true },
  };

  declare attempt: Attempt;
  declare shown: boolean;
  declare missing: boolean;

  constructor() {
    super();
    this.attempt = { busy: false, trouble: null };
    this.shown = false;
    this.missing = false;
  }

  /** Puts the focus where writing begins. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    const { busy } = this.attempt;
    return html`
      <form novalidate @submit=${this.#handleSubmit}>
        <div class="notice danger" role="alert" ?hidden=${this.#problem() === ''}>${this.#problem()}</div>
        <div class="field">
          <label for="username">${this.t('console.sign-in.username')}</label>
          <input
            class="input"
            id="username"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            data-first
          />
        </div>
        <div class="field">
          <label for="password">${this.t('console.sign-in.password')}</label>
          <input
            class="input"
            id="password"
            name="password"
            type=${this.shown ? 'text' : 'password'}
            autocomplete="current-password"
            required
          />
        </div>
        <label class="show">
          <input
            type="checkbox"
            .checked=${this.shown}
            @change=${() => {
              this.shown = !this.shown;
            }}
          />
          ${this.t('console.sign-in.show')}
        </label>
        <button class="button primary" type="submit" aria-disabled=${String(busy)}>
          ${this.t(busy ? 'console.sign-in.busy' : 'console.sign-in.submit')}
        </button>
      </form>
    `;
  }

  #problem(): string {
    if (this.missing) return this.t('console.sign-in.missing');
    return this.attempt.trouble === null ? '' : this.#words(this.attempt.trouble);
  }

  #words({ code, retryAfterMs }: SignInTrouble): string {
    const count = Math.max(1, Math.ceil((retryAfterMs ?? 0) / 60_000));
    if (code === 'too-many') return this.t('console.sign-in-trouble.too-many', { count });
    return refusalWords(this.i18n, 'console.sign-in-trouble', code);
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.attempt.busy) return;
    const field = (name: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${name}`);
    const [username, password] = [field('username'), field('password')];
    const credentials = { username: username?.value.trim() ?? '', password: password?.value ?? '' };
    this.missing = credentials.username === '' || credentials.password === '';
    if (this.missing) return (credentials.username === '' ? username : password)?.focus();
    if (password) password.value = '';
    this.dispatchEvent(new CustomEvent<Credentials>('console-credentials', { detail: credentials }));
  };
}

define('console-sign-in', SignIn);

declare global {
  interface HTMLElementTagNameMap {
    'console-sign-in': SignIn;
  }
}
