import { html, nothing } from 'lit';
import type { Trouble } from '../core/wire.ts';
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

  /** The heading belongs to the check itself. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('sportello-call-check')?.focus());
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
    this.trouble = null;
    if (!(await this.counter.call.prepare())) this.trouble = 'no-answer';
  };

  #enter = async (): Promise<void> => {
    if (this.starting) return;
    this.trouble = null;
    this.starting = true;
    this.counter.call.value?.wait();
    const answer = await this.counter.startConversation('lis');
    this.starting = false;
    if (!answer.ok) this.trouble = answer.code;
  };

  #write = (): void => {
    this.counter.call.value?.dismiss();
    this.counter.go({ name: 'handover', service: 'chat' });
  };
}

define('sportello-before-call', BeforeCallView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-before-call': BeforeCallView;
  }
}
