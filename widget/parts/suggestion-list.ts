import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { I18n } from '../core/i18n.ts';
import type { Search, Suggestion } from '../search/index.ts';
import { suggestionListStyles } from './suggestion-list.styles.ts';

/** Long enough not to talk over somebody who is typing. */
const COUNT_SAID_AFTER_MS = 700;

export interface SuggestionListHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly i18n: I18n;
  /** Topic id -> title. */
  readonly topics: ReadonlyMap<string, string>;
  /** A suggestion was chosen. */
  choose(article: string): void;
}

/**
 * The list of a combobox. It is no element of its own: input and options refer to each other by id, and ids do not
 * reach out of a shadow root.
 */
export class SuggestionList {
  readonly #host: SuggestionListHost;
  readonly #engine: Search;
  #suggestions: readonly Suggestion[] = [];
  #expanded = false;
  /** Index of the option the arrows stand on, -1 for the text itself. */
  #active = -1;
  /** What a reader is told of the list. */
  #count = '';
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SuggestionListHost, engine: Search) {
    this.#host = host;
    this.#engine = engine;
    const root = host.renderRoot;
    const sheet = suggestionListStyles.styleSheet;
    if (root instanceof ShadowRoot && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  get isOpen(): boolean {
    return this.#expanded && this.#suggestions.length > 0;
  }

  /** The id of the option the arrows stand on. */
  get activeId(): string | typeof nothing {
    return this.isOpen && this.#active >= 0 ? `option-${this.#active}` : nothing;
  }

  /** Offers what the text may become. */
  suggest(text: string): void {
    const asked = text.trim() !== '';
    this.#suggestions = asked ? this.#engine.suggest(text) : [];
    this.#active = -1;
    this.#expanded = true;
    this.#count = '';
    clearTimeout(this.#saying);
    if (asked) this.#saying = setTimeout(() => this.#sayCount(), COUNT_SAID_AFTER_MS);
    this.#host.requestUpdate();
  }

  /** Takes the keys that belong to the list; the others are left alone. */
  handleKey(event: KeyboardEvent): void {
    const chosen = this.isOpen ? this.#suggestions[this.#active] : undefined;
    if (event.key === 'ArrowDown') this.#move(event, 1);
    else if (event.key === 'ArrowUp') this.#move(event, -1);
    else if (event.key === 'Escape' && this.isOpen) {
      // Closes the list first; only then what is around it.
      event.preventDefault();
      this.collapse();
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      this.#choose(chosen.id);
    }
  }

  collapse(): void {
    clearTimeout(this.#saying);
    this.#expanded = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  draw(): TemplateResult {
    return html`<ul id="list" role="listbox" aria-label=${this.#host.i18n.t('search.list')} ?hidden=${!this.isOpen}>
        ${this.#suggestions.map((suggestion, index) => this.#option(suggestion, index))}
      </ul>
      <p class="visually-hidden" role="status">${this.#count}</p>`;
  }

  #option({ id, title, topic, marks }: Suggestion, index: number): TemplateResult {
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @pointerdown=${keepFocus}
      @click=${() => this.#choose(id)}
    >
      <span>${marked(title, marks).map(({ text, mark }) => (mark ? html`<mark>${text}</mark>` : text))}</span>
      <small>${this.#host.topics.get(topic) ?? ''}</small>
    </li>`;
  }

  /** Round through the options and the text itself. */
  #move(event: KeyboardEvent, step: 1 | -1): void {
    const places = this.#suggestions.length + 1;
    if (places === 1) return;
    event.preventDefault();
    const from = this.#expanded ? this.#active : -1;
    this.#active = ((from + 1 + step + places) % places) - 1;
    this.#expanded = true;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      this.#host.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  #choose(article: string): void {
    this.collapse();
    this.#host.choose(article);
  }

  #sayCount(): void {
    this.#count = this.#host.i18n.t('search.count', { count: this.#suggestions.length });
    this.#host.requestUpdate();
  }
}

/** A press on an option must not take the focus out of the box. */
function keepFocus(event: PointerEvent): void {
  event.preventDefault();
}

/** A title cut where its marks begin and end. */
function marked(title: string, marks: readonly [number, number][]): { text: string; mark: boolean }[] {
  let at = 0;
  const pieces = marks.flatMap(([start, end]) => {
    const before = { text: title.slice(at, start), mark: false };
    at = end;
    return [before, { text: title.slice(start, end), mark: true }];
  });
  return [...pieces, { text: title.slice(at), mark: false }];
}
