import { css, html, nothing } from 'lit';
import type { Service } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { define } from '../parts/element.ts';
import { drawLink } from '../parts/link.ts';
import { drawHandedOver } from './handed-over.ts';
import { View, viewStyles } from './view.ts';

/** Before a person is called: what they will see, what happens to it, and an optional name. */
export class HandoverView extends View {
  static override styles = [
    ...viewStyles,
    css`
      .start {
        justify-self: stretch;
      }
    `,
  ];
  static override properties = { service: { attribute: false }, trouble: { state: true }, starting: { state: true } };

  declare service: Service;
  /** Why the last attempt did not work. */
  declare trouble: Trouble | null;
  declare starting: boolean;

  constructor() {
    super();
    this.trouble = null;
    this.starting = false;
    this.watch(({ visit }) => visit);
    this.watch(({ status }) => status);
  }

  protected override render() {
    return html`<form class="stack" @submit=${this.#start}>
      <h2 tabindex="-1">${this.t(`handover.${this.service}`)}</h2>
      ${drawHandedOver(this)}
      <p class="field">
        <label for="name">${this.t('handover.name')}</label>
        <input
          id="name"
          class="input"
          autocomplete="given-name"
          maxlength=${LIMITS.name}
          aria-describedby="name-hint"
          .value=${this.counter.visit.value.name}
          @input=${this.#name}
        />
        <span id="name-hint" class="hint">${this.t('handover.nameHint')}</span>
      </p>
      ${this.#privacy()}
      <div role="alert">${this.trouble ? this.#trouble(this.trouble) : nothing}</div>
      <button class="button primary start" type="submit" aria-disabled=${this.starting ? 'true' : nothing}>
        ${this.#startWords()}
      </button>
    </form>`;
  }

  #startWords(): string {
    if (this.starting) return this.t('handover.starting');
    return this.t(this.service === 'lis' ? 'handover.startLis' : 'handover.start');
  }

  #privacy() {
    const desk = this.counter.status.value;
    const href = desk.name === 'known' ? desk.status.privacyUrl : null;
    return html`<p class="quiet-text">
      ${this.t('handover.privacy')} ${href ? drawLink(href, this.t('handover.privacyLink'), this.i18n) : nothing}
    </p>`;
  }

  #trouble(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<div class="notice danger">
      <p><strong>${what}</strong> ${next}</p>
      ${
        code === 'channel-closed'
          ? html`<button
              class="button small"
              type="button"
              @click=${() => this.counter.go({ name: 'message', service: this.service })}
            >
              ${this.t('channel.message')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #name(event: InputEvent): void {
    const { visit } = this.counter;
    visit.set({ ...visit.value, name: (event.target as HTMLInputElement).value });
  }

  #start = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.starting) return;
    if (this.service === 'lis') this.counter.go({ name: 'call-check' });
    else void this.#startChat();
  };

  async #startChat(): Promise<void> {
    this.trouble = null;
    this.starting = true;
    const answer = await this.counter.startConversation(this.service);
    this.starting = false;
    if (!answer.ok) this.trouble = answer.code;
  }
}

define('sportello-handover', HandoverView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-handover': HandoverView;
  }
}
