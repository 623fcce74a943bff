import { css, html, nothing, type PropertyValues } from 'lit';
import type { ConsultationKind } from '../../protocol/consultation.ts';
import type { DeskState } from '../../protocol/desk.ts';
import { LIMITS } from '../../protocol/limits.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import type { Answer, Trouble } from '../../widget/core/wire.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../widget/parts/theme.ts';
import type { ConsultRequest, TransferRequest } from '../core/desk-requests.ts';
import {
  directoryOf,
  isThere,
  nameOf,
  proposeSummary,
  targetOf,
  signing,
  type DirectoryEntry,
} from '../core/directory.ts';
import { citizenOf } from '../core/notices.ts';
import '../parts/dialog.ts';
import '../parts/directory-list.ts';
import { waitingButtons, windowActs } from '../parts/styles.ts';
import { citizenLabel, refusalWords } from '../parts/words.ts';

export type HandOver = { mode: 'transfer'; request: TransferRequest } | { mode: 'consult'; request: ConsultRequest };

const KINDS = ['answer', 'transfer'] as const satisfies readonly ConsultationKind[];

/**
 * To whom the conversation is passed, or who is asked about it, with what they should know.
 *
 * @fires close - It was put away, or what it asked for is done.
 */
export class HandOverWindow extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    notices,
    windowActs,
    waitingButtons,
    css`
      console-dialog {
        --console-dialog-width: 640px;
      }

      form {
        display: grid;
        gap: 8px;
      }

      [role='alert']:empty {
        display: none;
      }

      legend {
        padding: 0;
        font-weight: 600;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0 24px;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
      }

      .choice input {
        flex: none;
        width: 20px;
        height: 20px;
      }

      .acts .hint {
        flex: 1;
        color: var(--sportello-text-quiet);
        font-size: 0.875rem;
      }

      .there {
        color: var(--sportello-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    mode: { attribute: false },
    open: { type: Boolean },
    conversation: { attribute: false },
    desk: { attribute: false },
    topic: { attribute: false },
    titleOf: { attribute: false },
    handOver: { attribute: false },
    search: { state: true },
    chosen: { state: true },
    kind: { state: true },
    text: { state: true },
    missing: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };

  declare mode: HandOver['mode'];
  declare open: boolean;
  declare conversation: Conversation | undefined;
  declare desk: DeskState | null;
  /** What it seems to be about; '' where nothing says. */
  declare topic: string;
  /** A topic in the reader's words. */
  declare titleOf: (topic: string) => string;
  declare handOver: (what: HandOver) => Promise<Answer>;
  declare search: string;
  declare chosen: string;
  declare kind: ConsultationKind;
  /** The note for the next one, or the question. */
  declare text: string;
  declare missing: 'recipient' | 'text' | null;
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.mode = 'transfer';
    this.open = false;
    this.desk = null;
    this.topic = '';
    this.titleOf = (topic) => topic;
    this.search = '';
    this.chosen = '';
    this.kind = 'answer';
    this.text = '';
    this.missing = null;
    this.trouble = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('open') && this.open && this.conversation) this.#begin(this.conversation);
  }

  #begin({ value }: Conversation): void {
    this.search = '';
    this.kind = 'answer';
    this.text = this.mode === 'consult' ? proposeSummary(value.messages) : '';
    this.missing = null;
    this.trouble = null;
    const [first] = this.#entries;
    this.chosen = first?.kind === 'office' && first.competent ? first.key : '';
  }

  get #entries(): DirectoryEntry[] {
    if (this.desk === null) return [];
    const state = this.conversation?.value.state;
    const signed = this.mode === 'transfer' && (state?.service === 'lis' || Boolean(state?.call));
    return directoryOf(signed ? signing(this.desk) : this.desk, this.topic, this.search, this.titleOf);
  }

  get #entry(): DirectoryEntry | undefined {
    return this.#entries.find(({ key }) => key === this.chosen);
  }

  protected override render() {
    const state = this.conversation?.value.state;
    const name = state === undefined ? '' : citizenLabel(this.i18n, citizenOf(state));
    return html`
      <console-dialog
        .i18n=${this.i18n}
        .heading=${this.t(`console.hand.${this.mode}.title`, { name })}
        ?open=${this.open}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
          <div role="alert">${this.#problem()}</div>
          <console-directory
            data-first
            .i18n=${this.i18n}
            .entries=${this.#entries}
            .chosen=${this.chosen}
            .search=${this.search}
            @console-search=${(event: CustomEvent<string>) => this.#look(event.detail)}
            @console-choose=${(event: CustomEvent<string>) => this.#choose(event.detail)}
            @console-chosen=${() => this.#focus('#text')}
          ></console-directory>
          <p class="there" role="status">${this.#there()}</p>
          ${this.mode === 'consult' ? this.#kinds() : nothing}
          <div class="field">
            <label for="text">${this.t(`console.hand.${this.mode}.text`)}</label>
            <textarea
              class="input"
              id="text"
              rows=${this.mode === 'consult' ? 3 : 2}
              maxlength=${this.#most}
              aria-invalid=${this.missing === 'text' ? 'true' : nothing}
              aria-describedby="text-hint"
              .value=${this.text}
              @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
            ></textarea>
            <span class="hint" id="text-hint">${this.t(`console.hand.${this.mode}.hint`)}</span>
          </div>
          <div class="acts">
            <span class="hint">${this.t('console.hand.send-key')}</span>
            <button class="button" type="button" @click=${() => this.#dismiss()}>${this.t('console.cancel')}</button>
            <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
              ${this.t(`console.hand.${this.mode}.submit`)}
            </button>
          </div>
        </form>
      </console-dialog>
    `;
  }

  get #most(): number {
    return this.mode === 'consult' ? LIMITS.messageText : LIMITS.note;
  }

  #kinds() {
    return html`<fieldset>
      <legend>${this.t('console.hand.kind.label')}</legend>
      <div class="choices">
        ${KINDS.map(
          (kind) =>
            html`<label class="choice">
              <input type="radio" name="kind" .checked=${kind === this.kind} @change=${() => (this.kind = kind)} />
              ${this.t(`console.hand.kind.${kind}`)}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** What to expect where nobody could take it now. */
  #there(): string {
    const entry = this.#entry;
    if (entry === undefined || isThere(entry)) return '';
    const name = nameOf(entry, this.i18n.lang === 'en' ? 'en' : 'it');
    if (this.mode === 'transfer') return this.t('console.hand.transfer.nobody', { name });
    const byMail = entry.kind === 'office' && entry.office.here === 0 && entry.office.email !== null;
    return this.t(byMail ? 'console.hand.consult.by-mail' : 'console.hand.consult.nobody', { name });
  }

  #problem() {
    if (this.missing !== null) {
      return html`<p class="notice danger">${this.t(`console.hand.${this.mode}.missing-${this.missing}`)}</p>`;
    }
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.hand.code', this.trouble);
    return html`<p class="notice danger">${this.t(`console.hand.${this.mode}.failed`)} ${why}</p>`;
  }

  /** What is found first is chosen, until a hand chooses otherwise. */
  #look(search: string): void {
    this.search = search;
    this.trouble = null;
    const entries = this.#entries;
    if (!entries.some(({ key }) => key === this.chosen)) this.chosen = search === '' ? '' : (entries[0]?.key ?? '');
    else if (search !== '') this.chosen = entries[0]?.key ?? '';
  }

  #choose(key: string): void {
    this.chosen = key;
    this.missing = null;
    this.trouble = null;
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const entry = this.#entry;
    const text = this.text.trim();
    if (this.busy || this.conversation === undefined) return;
    this.trouble = null;
    this.missing = entry === undefined ? 'recipient' : this.mode === 'consult' && text === '' ? 'text' : null;
    if (entry === undefined) return this.#focus('console-directory');
    if (this.missing !== null) return this.#focus('#text');
    this.busy = true;
    const answer = await this.handOver(this.#what(this.conversation.id, entry, text));
    this.busy = false;
    this.trouble = answer.ok ? null : answer.code;
    if (answer.ok) this.#dismiss();
  }

  #what(conversationId: string, entry: DirectoryEntry, text: string): HandOver {
    const to = targetOf(entry);
    return this.mode === 'consult'
      ? { mode: 'consult', request: { conversationId, to, kind: this.kind, summary: text } }
      : { mode: 'transfer', request: { conversationId, to, ...(text === '' ? {} : { note: text }) } };
  }

  #dismiss(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }
}

define('console-hand-over', HandOverWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-hand-over': HandOverWindow;
  }
}
