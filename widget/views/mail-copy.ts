import { css, html, nothing } from 'lit';
import type { CitizenDesk } from '../core/citizen-session.ts';
import { isEmail } from '../core/message-check.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { define, SportelloElement } from '../parts/element.ts';
import { base, buttons, fields } from '../parts/theme.ts';

type Stage =
  | { name: 'closed' | 'sending' }
  | { name: 'asking'; wrong: boolean; trouble: Trouble | null }
  | { name: 'sent'; to: string };

/** A copy of the conversation by e-mail: a button, then an address, then a word that it is on its way. */
export class MailCopy extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
        margin-block: 8px;
      }

      form {
        display: grid;
        gap: 8px;
        justify-items: start;
      }

      .field {
        width: 100%;
      }

      .fault {
        color: var(--sportello-danger);
        font-weight: 600;
      }
    `,
  ];
  static override properties = { citizen: { attribute: false }, stage: { state: true } };

  declare citizen: Pick<CitizenDesk, 'mailTranscript'>;
  declare stage: Stage;

  #address = '';

  constructor() {
    super();
    this.stage = { name: 'closed' };
  }

  protected override render() {
    const { stage } = this;
    if (stage.name === 'closed') {
      return html`<button class="button" @click=${this.#ask}>${this.t('end.mail')}</button>`;
    }
    if (stage.name === 'sent') {
      return html`<p class="sent" tabindex="-1">${this.t('end.mailed', { to: stage.to })}</p>`;
    }
    const asking = stage.name === 'asking' ? stage : undefined;
    const fault = asking?.wrong ? this.t('end.wrongAddress') : '';
    return html`<form novalidate @submit=${this.#send}>
      <p class="field">
        <label for="address">${this.t('end.address')}</label>
        <input
          id="address"
          class="input"
          type="email"
          autocomplete="email"
          aria-describedby="fault"
          aria-invalid=${fault ? 'true' : nothing}
          .value=${this.#address}
          @input=${(event: InputEvent) => (this.#address = (event.target as HTMLInputElement).value)}
        />
        <span id="fault" class="fault">${fault}</span>
      </p>
      <p role="alert" class="fault">${asking?.trouble ? this.#sorry(asking.trouble) : ''}</p>
      <button class="button" type="submit" aria-disabled=${asking ? nothing : 'true'}>
        ${this.t(asking ? 'end.send' : 'end.sending')}
      </button>
    </form>`;
  }

  #sorry(code: Trouble): string {
    if (code === 'unavailable') return this.t('end.noMail');
    const { what, next } = troubleWords(this.i18n, code);
    return `${what} ${next}`;
  }

  #ask = (): void => {
    this.stage = { name: 'asking', wrong: false, trouble: null };
    void this.#focusOn('#address');
  };

  #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.stage.name === 'sending') return;
    const to = this.#address.trim();
    if (!isEmail(to)) return this.#wrong();
    this.stage = { name: 'sending' };
    const answer = await this.citizen.mailTranscript(to);
    if (answer.ok) {
      this.stage = { name: 'sent', to };
      await this.#focusOn('.sent');
    } else if (answer.code === 'bad-contact') this.#wrong();
    else this.stage = { name: 'asking', wrong: false, trouble: answer.code };
  };

  #wrong(): void {
    this.stage = { name: 'asking', wrong: true, trouble: null };
    void this.#focusOn('#address');
  }

  async #focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

define('sportello-mail-copy', MailCopy);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-mail-copy': MailCopy;
  }
}
