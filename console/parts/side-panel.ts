import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SideMessage } from '../../protocol/consultation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { formatTime } from '../../widget/core/format.ts';
import { troubleWords } from '../../widget/core/words.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, buttons, fields } from '../../widget/parts/theme.ts';
import type { SideTalk } from '../core/side-talk.ts';
import type { SidePending } from '../core/side-talk-state.ts';
import { SideEvent } from './events.ts';
import { icons } from './icons.ts';
import { sidePanelStyles } from './side-panel.styles.ts';
import { recipientName } from './words.ts';

/**
 * A conversation between colleagues about a citizen's request. It has a colour, a frame and words of its own, and its
 * own box: Enter sends to the colleague, Escape sends nothing.
 *
 * @fires console-side - The question is over, or I take over.
 * @fires console-side-write - Its box is wanted instead of the citizen's.
 */
export class SidePanel extends SportelloElement {
  static override styles = [base, buttons, fields, sidePanelStyles];
  static override properties = {
    talk: { attribute: false },
    me: { attribute: false },
    writing: { type: Boolean },
  };

  declare talk: SideTalk;
  /** My id. */
  declare me: string;
  /** Whether its box is open: only one box is on screen at a time. */
  declare writing: boolean;

  #lines = 0;

  constructor() {
    super();
    this.me = '';
    this.writing = true;
    new Observe(this, () => this.talk);
  }

  /** Puts the focus into its box. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  protected override updated(): void {
    const { messages, outbox } = this.talk.value;
    const lines = messages.length + outbox.length;
    if (lines === this.#lines) return;
    this.#lines = lines;
    const log = this.renderRoot.querySelector('.log');
    if (log) log.scrollTop = log.scrollHeight;
  }

  get #asking(): boolean {
    return this.talk.value.consultation.openedBy.id === this.me;
  }

  /** Whom I talk to. */
  get #other(): string {
    const { openedBy, to } = this.talk.value.consultation;
    return this.#asking ? recipientName(this.i18n, to) : openedBy.name;
  }

  protected override render() {
    const { messages, outbox, consultation } = this.talk.value;
    return html`<section aria-label=${this.t('console.side.label', { name: this.#other })}>
      <header>
        <h3>${this.t('console.side.with', { name: this.#other })}</h3>
        <span class="hidden">${icons.hidden}${this.t('console.side.hidden')}</span>
        ${this.#act()}
      </header>
      ${consultation.mailed ? html`<p class="mailed">${this.t('console.side.mailed', { name: this.#other })}</p>` : nothing}
      <div class="log" role="log" tabindex="0" aria-label=${this.t('console.side.log', { name: this.#other })}>
        ${this.#summary()}
        <ol>
          ${repeat(
            [...messages, ...outbox],
            ({ clientId }) => clientId,
            (line) => ('seq' in line ? this.#line(line) : this.#pending(line)),
          )}
        </ol>
      </div>
      ${this.writing ? this.#box() : this.#toBox()}
    </section>`;
  }

  /** Who was asked has it in front of them already. */
  #summary() {
    const { summary } = this.talk.value.consultation;
    return this.#asking
      ? html`<p class="summary small"><strong>${this.t('console.side.you-asked')}</strong> ${summary}</p>`
      : nothing;
  }

  #act() {
    const { id, kind } = this.talk.value.consultation;
    if (!this.#asking && kind !== 'transfer') return nothing;
    const action = this.#asking ? 'end' : 'ready';
    return html`<button
      class="button small ${action === 'ready' ? 'primary' : ''}"
      type="button"
      aria-keyshortcuts=${action === 'ready' ? 'Alt+F' : 'Alt+W'}
      @click=${() => this.dispatchEvent(new SideEvent(id, action))}
    >
      ${this.t(`console.side.${action}`)}
    </button>`;
  }

  #line({ from, text, at }: SideMessage) {
    const mine = from.operatorId === this.me;
    return html`<li class=${mine ? 'mine' : ''}>
      <span class="name">${mine ? this.t('console.side.you') : from.name}<span class="visually-hidden">:</span></span>
      <span class="text" dir="auto">${text}</span>
      <span class="meta">${formatTime(at, this.i18n)}</span>
    </li>`;
  }

  #pending({ clientId, text, refused }: SidePending) {
    const words = refused === null ? null : troubleWords(this.i18n, refused);
    return html`<li class="mine">
      <span class="text" dir="auto">${text}</span>
      <span class="meta">${this.t(refused === null ? 'console.side.sending' : 'console.side.refused')}</span>
      ${
        words === null
          ? nothing
          : html`<span class="refused"
              >${words.what} ${words.next}
              <button class="button small" type="button" @click=${() => this.talk.retry(clientId)}>
                ${this.t('console.side.retry')}
              </button>
              <button class="button quiet small" type="button" @click=${() => this.talk.discard(clientId)}>
                ${this.t('console.side.discard')}
              </button>
            </span>`
      }
    </li>`;
  }

  #box() {
    return html`<form @submit=${this.#handleSubmit}>
      <textarea
        class="input"
        rows=${Math.min(4, this.talk.draft.split('\n').length)}
        maxlength=${LIMITS.messageText}
        aria-label=${this.t('console.side.box', { name: this.#other })}
        placeholder=${this.t('console.side.box', { name: this.#other })}
        .value=${this.talk.draft}
        @input=${(event: Event) => this.#write((event.target as HTMLTextAreaElement).value)}
        @keydown=${this.#handleKey}
      ></textarea>
      <button class="button primary" type="submit">${icons.send}<span>${this.t('console.side.send')}</span></button>
    </form>`;
  }

  #toBox() {
    return html`<form>
      <button
        class="button small"
        type="button"
        aria-keyshortcuts="Alt+S"
        @click=${() => this.dispatchEvent(new Event('console-side-write'))}
      >
        ${this.t('console.side.write', { name: this.#other })}
      </button>
      ${this.talk.draft.trim() === '' ? nothing : html`<span class="meta">${this.t('console.mine.draft', { text: this.talk.draft })}</span>`}
    </form>`;
  }

  #write(text: string): void {
    this.talk.draft = text;
    this.requestUpdate();
  }

  #send(): void {
    if (this.talk.draft.trim() === '') return;
    this.talk.send(this.talk.draft);
    this.#write('');
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#send();
    this.focus();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };
}

define('console-side', SidePanel);

declare global {
  interface HTMLElementTagNameMap {
    'console-side': SidePanel;
  }
}
