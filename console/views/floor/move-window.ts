import { css, html, nothing } from 'lit';
import type { DeskState, FloorEntry } from '../../../protocol/desk.ts';
import { LIMITS } from '../../../protocol/limits.ts';
import type { Answer, Trouble } from '../../../widget/core/wire.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { base, buttons, fields, notices } from '../../../widget/parts/theme.ts';
import type { TransferRequest } from '../../core/desk-requests.ts';
import { directoryOf, isThere, nameOf, targetOf, type DirectoryEntry } from '../../core/directory.ts';
import '../../parts/dialog.ts';
import '../../parts/directory-list.ts';
import { waitingButtons, windowActs } from '../../parts/styles.ts';
import { citizenLabel, refusalWords } from '../../parts/words.ts';

/**
 * To whom somebody else's conversation goes, with what the next one should know.
 *
 * @fires close - It was put away, or the conversation is on its way.
 */
export class MoveWindow extends SportelloElement {
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

      .there {
        color: var(--sportello-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    entry: { attribute: false },
    desk: { attribute: false },
    move: { attribute: false },
    search: { state: true },
    chosen: { state: true },
    note: { state: true },
    missing: { state: true },
    trouble: { state: true },
    busy: { state: true },
  };

  declare entry: FloorEntry;
  declare desk: DeskState;
  declare move: (request: TransferRequest) => Promise<Answer>;
  declare search: string;
  /** The key of the one chosen; '' for none. */
  declare chosen: string;
  declare note: string;
  declare missing: boolean;
  declare trouble: Trouble | null;
  declare busy: boolean;

  constructor() {
    super();
    this.search = '';
    this.chosen = '';
    this.note = '';
    this.missing = false;
    this.trouble = null;
    this.busy = false;
  }

  /** Who has it already is no choice. */
  get #entries(): DirectoryEntry[] {
    return directoryOf(this.desk, '', this.search, (topic) => topic).filter(
      (entry) => entry.key !== `operator:${this.entry.operator.id}`,
    );
  }

  protected override render() {
    const entries = this.#entries;
    const name = citizenLabel(this.i18n, this.entry);
    return html`<console-dialog
      .i18n=${this.i18n}
      .heading=${this.t('console.floor.move-title', { name })}
      open
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
        <div role="alert">${this.#problem()}</div>
        <console-directory
          data-first
          .i18n=${this.i18n}
          .entries=${entries}
          .chosen=${this.chosen}
          .search=${this.search}
          @console-search=${(event: CustomEvent<string>) => this.#look(event.detail)}
          @console-choose=${(event: CustomEvent<string>) => this.#choose(event.detail)}
          @console-chosen=${() => this.renderRoot.querySelector<HTMLElement>('#note')?.focus()}
        ></console-directory>
        <p class="there" role="status">${this.#there(entries)}</p>
        <div class="field">
          <label for="note">${this.t('console.hand.transfer.text')}</label>
          <textarea
            class="input"
            id="note"
            rows="2"
            maxlength=${LIMITS.note}
            aria-describedby="hint"
            .value=${this.note}
            @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
          <span class="hint" id="hint">${this.t('console.hand.transfer.hint')}</span>
        </div>
        <div class="acts">
          <button class="button" type="button" @click=${() => this.#dismiss()}>${this.t('console.cancel')}</button>
          <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
            ${this.t('console.floor.move-submit')}
          </button>
        </div>
      </form>
    </console-dialog>`;
  }

  #there(entries: readonly DirectoryEntry[]): string {
    const entry = entries.find(({ key }) => key === this.chosen);
    if (entry === undefined || isThere(entry)) return '';
    return this.t('console.hand.transfer.nobody', { name: nameOf(entry, this.i18n.lang === 'en' ? 'en' : 'it') });
  }

  #problem() {
    if (this.missing) return html`<p class="notice danger">${this.t('console.hand.transfer.missing-recipient')}</p>`;
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.hand.code', this.trouble);
    const failed = this.t('console.floor.move-failed', { operator: this.entry.operator.name });
    return html`<p class="notice danger">${failed} ${why}</p>`;
  }

  /** What is found first is chosen, until a hand chooses otherwise. */
  #look(search: string): void {
    this.search = search;
    this.chosen = search === '' ? '' : (this.#entries[0]?.key ?? '');
  }

  #choose(key: string): void {
    this.chosen = key;
    this.missing = false;
    this.trouble = null;
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
    if (this.busy) return;
    const recipient = this.#entries.find(({ key }) => key === this.chosen);
    this.trouble = null;
    this.missing = recipient === undefined;
    if (recipient === undefined) return this.renderRoot.querySelector('console-directory')?.focus();
    const note = this.note.trim();
    const { conversationId } = this.entry;
    this.busy = true;
    const answer = await this.move({ conversationId, to: targetOf(recipient), ...(note === '' ? {} : { note }) });
    this.busy = false;
    this.trouble = answer.ok ? null : answer.code;
    if (answer.ok) this.#dismiss();
  }

  #dismiss(): void {
    this.renderRoot.querySelector('console-dialog')?.dismiss();
  }
}

define('console-move', MoveWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-move': MoveWindow;
  }
}
