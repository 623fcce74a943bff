import { css, html, nothing } from 'lit';
import type { Attachment } from '../../protocol/attachment.ts';
import type { Attaching } from '../core/attaching.ts';
import { formatBytes } from '../core/format-bytes.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { define, SportelloElement } from './element.ts';
import { moreIcons } from './more-icons.ts';
import { saveBlob } from './save.ts';
import { base, buttons } from './theme.ts';

/** The files of a message: what each is and how heavy, and a button that fetches it. Nothing comes down by itself. */
export class AttachmentList extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        max-width: 100%;
        margin-top: 4px;
      }

      ul {
        display: grid;
        gap: 4px;
        list-style: none;
      }

      .button {
        justify-content: flex-start;
        border-width: 1px;
        text-align: start;
      }

      .button span {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      small {
        display: block;
        color: var(--sportello-text-quiet);
        font-size: 0.875em;
        font-weight: 400;
      }

      .trouble {
        color: var(--sportello-danger);
        font-size: 0.875em;
      }
    `,
  ];
  static override properties = {
    files: { attribute: false },
    attaching: { attribute: false },
    fetching: { state: true },
    trouble: { state: true },
  };

  declare files: readonly Attachment[];
  declare attaching: Attaching<Blob> | undefined;
  /** Ids of those on their way. */
  declare fetching: ReadonlySet<string>;
  declare trouble: Trouble | null;

  constructor() {
    super();
    this.files = [];
    this.attaching = undefined;
    this.fetching = new Set();
    this.trouble = null;
  }

  protected override render() {
    return html`<ul aria-label=${this.t('files.list')}>
        ${this.files.map((file) => html`<li>${this.#file(file)}</li>`)}
      </ul>
      <p class="trouble" role="alert">${this.trouble ? this.#sorry(this.trouble) : nothing}</p>`;
  }

  #file(file: Attachment) {
    const { id, name, type, bytes } = file;
    const kind = `${this.t(`files.kinds.${type}`)}, ${formatBytes(bytes, this.i18n)}`;
    const isOn = this.fetching.has(id);
    return html`<button
      class="button small"
      aria-label="${this.t('files.download', { name })}, ${kind}"
      aria-disabled=${isOn ? 'true' : nothing}
      @click=${() => this.#fetch(file)}
    >
      ${moreIcons.save}<span>${name} <small>${isOn ? this.t('files.downloading') : kind}</small></span>
    </button>`;
  }

  #sorry(code: Trouble): string {
    const { what, next } = troubleWords(this.i18n, code);
    return `${what} ${next}`;
  }

  async #fetch({ id, name }: Attachment): Promise<void> {
    if (!this.attaching || this.fetching.has(id)) return;
    this.trouble = null;
    this.fetching = new Set([...this.fetching, id]);
    const files = await this.attaching.files();
    const answer = await files.download(id);
    this.fetching = new Set([...this.fetching].filter((other) => other !== id));
    if (answer.ok) saveBlob(answer.body, name);
    else this.trouble = answer.code;
  }
}

define('sportello-attachments', AttachmentList);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-attachments': AttachmentList;
  }
}
