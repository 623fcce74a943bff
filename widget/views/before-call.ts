import { html, nothing, type PropertyValues } from 'lit';
import type { Answer, Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { define } from '../parts/element.ts';
import './call-check.ts';
import { View, viewStyles } from './view.ts';

/** The look at oneself before a signed call, and the way from there into the line. */
export class BeforeCallView extends View {
  static override styles = viewStyles;
  static override properties = { trouble: { state: true }, starting: { state: true } };

  declare trouble: Trouble | null;
  declare starting: boolean;

  #focusDue = false;

  constructor() {
    super();
    this.trouble = null;
    this.starting = false;
    this.watch(({ call }) => call);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const call = this.counter.call.value;
    // Gone elsewhere without entering the line: the camera goes off.
    if (call?.value.phase.name === 'checking') call.dismiss();
  }

  protected override firstUpdated(): void {
    void this.#prepare();
  }

  /** The heading belongs to the check itself, whose code may still be on its way. */
  override focus(): void {
    void this.updateComplete.then(() => {
      const check = this.renderRoot.querySelector('sportello-call-check');
      this.#focusDue = check === null;
      check?.focus();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#focusDue && this.counter.call.value) this.focus();
  }

  protected override render() {
    const call = this.counter.call.value;
    return html`<div class="stack">
      ${
        call
          ? html`<sportello-call-check
              .i18n=${this.i18n}
              .call=${call}
              @sportello-call-ready=${this.#enter}
              @sportello-call-write=${this.#write}
            ></sportello-call-check>`
          : nothing
      }
      <div role="alert">${this.trouble ? this.#trouble(this.trouble) : nothing}</div>
      <p role="status">${this.starting ? this.t('handover.starting') : ''}</p>
    </div>`;
  }

  #trouble(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<div class="notice danger">
      <p><strong>${what}</strong> ${next}</p>
      <button class="button small" @click=${this.counter.call.value ? this.#enter : this.#prepare}>
        ${this.t('panel.retry')}
      </button>
    </div>`;
  }

  #prepare = async (): Promise<void> => {
    // Trying again, its button goes away with the words.
    if (this.trouble) this.#focusDue = true;
    this.trouble = null;
    if (!(await this.counter.call.prepare())) this.trouble = 'no-answer';
  };

  #enter = async (): Promise<void> => {
    if (this.starting) return;
    this.trouble = null;
    this.starting = true;
    this.counter.call.value?.wait();
    const answer = await this.#ask();
    this.starting = false;
    if (!answer.ok) this.trouble = answer.code;
  };

  /** From within a conversation it is that one's call. */
  async #ask(): Promise<Answer> {
    const { citizen } = this.counter;
    if (!this.#isTalking) return this.counter.startConversation('lis');
    const answer = await citizen.requestCall();
    if (answer.ok) this.counter.go({ name: 'conversation' });
    return answer;
  }

  get #isTalking(): boolean {
    const { value } = this.counter.citizen.model;
    return value !== undefined && value.state.phase.name !== 'closed';
  }

  #write = (): void => {
    this.counter.call.value?.dismiss();
    this.counter.go(this.#isTalking ? { name: 'conversation' } : { name: 'handover', service: 'chat' });
  };
}

define('sportello-before-call', BeforeCallView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-before-call': BeforeCallView;
  }
}
