import { css, html, nothing } from 'lit';
import type { OfficeNow } from '../../protocol/office.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, fields } from '../../widget/parts/theme.ts';
import { nameOf, type DirectoryEntry } from '../core/directory.ts';
import { badge } from './styles.ts';

/**
 * Offices and colleagues to choose one of: a search, a list that the arrows walk, and what to know of the one chosen.
 *
 * @fires console-search - `detail` is what is looked for.
 * @fires console-choose - `detail` is the key of the one chosen.
 * @fires console-chosen - Enter: on to what comes after.
 */
export class DirectoryList extends SportelloElement {
  static override styles = [
    base,
    fields,
    badge,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      .list {
        height: 226px;
        overflow-y: auto;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        scrollbar-width: thin;
      }

      label.row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 10px;
        min-height: 44px;
        padding: 2px 12px;
        cursor: pointer;
      }

      label.row + label.row {
        border-top: 1px solid var(--sportello-border);
      }

      label.row:hover {
        background: var(--sportello-surface-2);
      }

      label.row:has(:checked) {
        background: var(--sportello-tint);
        box-shadow: inset 4px 0 var(--sportello-primary);
      }

      label.row:has(:focus-visible) {
        outline: 3px solid var(--sportello-focus);
        outline-offset: -3px;
      }

      .row input {
        flex: none;
        width: 20px;
        height: 20px;
        outline: none;
        box-shadow: none;
      }

      .name {
        flex: 1 1 10em;
        font-weight: 600;
      }

      .now,
      .none {
        color: var(--sportello-text-quiet);
        font-size: 0.9375rem;
      }

      .now.there {
        color: var(--sportello-success);
        font-weight: 600;
      }

      /* Green is too light on the ground of the one chosen. */
      :checked ~ .now {
        color: inherit;
      }

      .none {
        padding: 12px;
      }

      /* Its room is kept: the boxes under it stay where they are. */
      .know {
        min-height: 48px;
        font-size: 0.9375rem;
      }

      .know p {
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override properties = {
    entries: { attribute: false },
    chosen: { attribute: false },
    search: { attribute: false },
  };

  declare entries: readonly DirectoryEntry[];
  /** The key of the one chosen; '' for none. */
  declare chosen: string;
  declare search: string;

  constructor() {
    super();
    this.entries = [];
    this.chosen = '';
    this.search = '';
  }

  /** Puts the focus into the search. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  protected override render() {
    const entry = this.entries.find(({ key }) => key === this.chosen);
    return html`
      <div class="field">
        <label for="search">${this.t('console.directory.search')}</label>
        <input
          class="input"
          id="search"
          type="search"
          autocomplete="off"
          .value=${this.search}
          @input=${(event: Event) => this.#tell('console-search', (event.target as HTMLInputElement).value)}
          @keydown=${this.#handleSearchKey}
        />
      </div>
      <fieldset class="list" @keydown=${this.#handleListKey}>
        <legend class="visually-hidden">${this.t('console.directory.label')}</legend>
        ${
          this.entries.length === 0
            ? html`<p class="none">${this.t('console.directory.none')}</p>`
            : this.entries.map((candidate) => this.#row(candidate))
        }
      </fieldset>
      <div class="know" role="status">${entry?.kind === 'office' ? this.#know(entry.office) : nothing}</div>
    `;
  }

  #row(entry: DirectoryEntry) {
    const { there, words } = this.#now(entry);
    return html`<label class="row">
      <input
        type="radio"
        name="recipient"
        .checked=${entry.key === this.chosen}
        @change=${() => this.#tell('console-choose', entry.key)}
      />
      <span class="name">${nameOf(entry, this.i18n.lang === 'en' ? 'en' : 'it')}</span>
      ${
        entry.kind === 'office' && entry.competent
          ? html`<span class="badge">${this.t('console.directory.competent')}</span>`
          : nothing
      }
      <span class="now ${there ? 'there' : ''}">${words}</span>
    </label>`;
  }

  #now(entry: DirectoryEntry): { there: boolean; words: string } {
    if (entry.kind === 'colleague') {
      const { presence, busy } = entry.colleague;
      const state = presence === 'available' && busy ? 'busy' : presence;
      return { there: state === 'available', words: this.t(`console.directory.person.${state}`) };
    }
    const { free, here } = entry.office;
    if (here === 0) return { there: false, words: this.t('console.directory.nobody') };
    if (free === 0) return { there: false, words: this.t('console.directory.all-busy', { count: here }) };
    return { there: true, words: this.t('console.directory.free', { count: free, here }) };
  }

  #know({ phone, email, note }: OfficeNow) {
    const lines = [
      phone && this.t('console.directory.phone', { phone }),
      email && this.t('console.directory.email', { email }),
    ].filter((line) => line !== null);
    return html`${lines.length > 0 ? html`<p>${lines.join(' · ')}</p>` : nothing}${note === null ? nothing : html`<p>${note}</p>`}`;
  }

  #tell(type: 'console-search' | 'console-choose', detail: string): void {
    this.dispatchEvent(new CustomEvent<string>(type, { detail }));
  }

  /** Down into the list; Enter takes the one that is marked. */
  readonly #handleSearchKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      const inputs = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.row input')];
      const target = inputs.find(({ checked }) => checked) ?? inputs[0];
      target?.focus();
      if (target && !target.checked) target.click();
    } else if (event.key === 'Enter') this.#next(event);
  };

  readonly #handleListKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') this.#next(event);
  };

  #next(event: Event): void {
    event.preventDefault();
    if (this.chosen !== '') this.dispatchEvent(new Event('console-chosen'));
  }
}

define('console-directory', DirectoryList);

declare global {
  interface HTMLElementTagNameMap {
    'console-directory': DirectoryList;
  }
}
