import { css, html, nothing } from 'lit';
import type { CaseFile } from '../../protocol/desk.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, fields } from '../../widget/parts/theme.ts';
import type { NoteState } from '../core/case-notes.ts';
import { NoteEvent } from '../parts/events.ts';
import { panel } from '../parts/styles.ts';
import { recipientName, refusalWords } from '../parts/words.ts';

/**
 * What only operators know of a conversation: how it came here, and notes that are saved as one types.
 *
 * @fires console-note - The note now says this.
 */
export class CaseFileView extends SportelloElement {
  static override styles = [
    base,
    fields,
    panel,
    css`
      :host {
        display: block;
      }

      section {
        padding: 10px 16px;
        border-bottom: 1px solid var(--sportello-border);
      }

      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px;
      }

      h3 {
        padding-bottom: 4px;
        font-size: 1rem;
      }

      .passed {
        border-inline-start: 6px solid var(--sportello-primary);
        background: var(--sportello-tint);
      }

      .passed p {
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      textarea {
        min-height: 0;
        resize: vertical;
        line-height: 1.4;
      }

      .unsaved {
        color: var(--sportello-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    conversationId: { attribute: false },
    file: { attribute: false },
    note: { attribute: false },
  };

  declare conversationId: string;
  declare file: CaseFile;
  /** What was written here and where it stands; null while only the server's word is there. */
  declare note: NoteState;

  constructor() {
    super();
    this.conversationId = '';
    this.note = null;
  }

  /** Puts the focus into the note. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  protected override render() {
    return html`${this.#passed()}${this.#note()}`;
  }

  #passed() {
    const { transfer } = this.file;
    if (transfer === null) return nothing;
    const to = recipientName(this.i18n, transfer.to);
    return html`<section class="passed">
      <h3>${this.t('console.case.passed', { from: transfer.from.name, to })}</h3>
      ${transfer.note === null ? nothing : html`<p>${transfer.note}</p>`}
    </section>`;
  }

  #note() {
    const text = this.note?.text ?? this.file.note;
    return html`<section>
      <div class="head">
        <h3><label for="note">${this.t('console.case.note')}</label></h3>
        <span class="small ${this.note?.saved === 'unsaved' ? 'unsaved' : 'quiet'}" role="status"
          >${this.#saved()}</span
        >
      </div>
      <textarea
        class="input"
        id="note"
        rows="2"
        maxlength=${LIMITS.note}
        placeholder=${this.t('console.case.note-hint')}
        .value=${text}
        @input=${(event: Event) =>
          this.dispatchEvent(new NoteEvent(this.conversationId, (event.target as HTMLTextAreaElement).value))}
      ></textarea>
    </section>`;
  }

  /** Said once it stands still: a state at every key would drown the person out. */
  #saved(): string {
    if (this.note === null || (this.note.saved === 'unsaved' && this.note.trouble === null)) return '';
    if (this.note.trouble === null) return this.t(`console.case.${this.note.saved}`);
    return `${this.t('console.case.unsaved')} ${refusalWords(this.i18n, 'console.trouble.code', this.note.trouble)}`;
  }
}

define('console-case', CaseFileView);

declare global {
  interface HTMLElementTagNameMap {
    'console-case': CaseFileView;
  }
}
