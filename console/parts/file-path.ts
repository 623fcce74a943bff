import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { CopyEvent } from './events.ts';
import { icons } from './icons.ts';

/**
 * Where a file is, to be copied; and the page to edit it on, where the server knows one.
 *
 * @fires console-copy - It was copied, or could not be: `detail` says which.
 */
export class FilePath extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 14px;
        font-size: 0.875rem;
        font-weight: 400;
      }

      code {
        overflow-wrap: anywhere;
        font-family: ui-monospace, 'Roboto Mono', monospace;
        font-size: 0.8125rem;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 12px;
        /* The icon under the path's first letter. */
        margin-inline-start: -6px;
      }

      .button.small {
        gap: 4px;
        min-height: 28px;
        padding: 0 4px;
        font-size: 0.875rem;
        font-weight: 400;
      }

      .button svg {
        width: 1.15em;
        height: 1.15em;
      }
    `,
  ];
  static override properties = {
    file: { attribute: false },
    line: { attribute: false },
    editBase: { attribute: false },
    told: { state: true },
  };

  /** Relative to the knowledge base. */
  declare file: string;
  /** Counted from 1; null for the file as a whole. */
  declare line: number | null;
  /** What `file` is appended to for the address to edit it at; null where there is none. */
  declare editBase: string | null;
  /** What became of copying, as long as the button has the focus. */
  declare told: 'copied' | 'by-hand' | null;

  constructor() {
    super();
    this.line = null;
    this.editBase = null;
    this.told = null;
  }

  protected override render() {
    return html`
      <code>${this.path}</code>
      <span class="acts">
        <button
          class="button quiet small"
          type="button"
          aria-label=${this.t('console.editors.file.copy-name', { path: this.path })}
          @click=${() => this.#copy()}
          @blur=${() => (this.told = null)}
        >
          ${icons.copy}${this.t(`console.editors.file.${this.told ?? 'copy'}`)}
        </button>
        ${this.#edit()}
      </span>
    `;
  }

  /** As one finds it from the repository's own folder; editors' programs understand the line after a colon. */
  get path(): string {
    return `knowledge-base/${this.file}${this.line === null ? '' : `:${this.line}`}`;
  }

  #edit() {
    if (this.editBase === null) return null;
    const name = this.t('console.editors.file.edit-name', { file: this.file });
    return html`<a
      href=${this.editBase + encodeURI(this.file)}
      target="_blank"
      rel="noopener noreferrer"
      aria-label="${name} (${this.t('link.newTab')})"
      >${this.t('console.editors.file.edit')}</a
    >`;
  }

  /** Where the browser refuses, the path is selected instead: one key is left to press. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.path);
      this.told = 'copied';
    } catch {
      const code = this.renderRoot.querySelector('code');
      if (code) getSelection()?.selectAllChildren(code);
      this.told = 'by-hand';
    }
    this.dispatchEvent(new CopyEvent(this.path, this.told === 'copied'));
  }
}

define('console-file', FilePath);

declare global {
  interface HTMLElementTagNameMap {
    'console-file': FilePath;
  }
}
