import { html, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { LIMITS } from '../../protocol/limits.ts';
import type { Search, Suggestion } from '../search/index.ts';
import { define, SportelloElement } from './element.ts';
import { AskEvent, ChooseEvent } from './events.ts';
import { icons } from './icons.ts';
import { questionBoxStyles } from './question-box.styles.ts';
import { base, buttons, fields } from './theme.ts';

/** Long enough not to talk over somebody who is typing. */
const COUNT_SAID_AFTER_MS = 700;

/**
 * The box one asks in: a combobox whose list offers the questions it may become. Input, label, list and options share
 * one shadow root, since ids do not reach across. Enter takes the question as it stands.
 *
 * @fires sportello-ask - The question as it stands.
 * @fires sportello-choose - One of the suggested questions.
 */
export class QuestionBox extends SportelloElement {
  static override styles = [base, buttons, fields, questionBoxStyles];
  static override properties = {
    search: { attribute: false },
    topics: { attribute: false },
    value: { attribute: false },
    suggestions: { state: true },
    expanded: { state: true },
    active: { state: true },
    count: { state: true },
  };

  /** Fetches the engine; asked when the box gets the focus. */
  declare search: () => Promise<Search>;
  /** Topic id -> title. */
  declare topics: ReadonlyMap<string, string>;
  declare value: string;
  declare suggestions: readonly Suggestion[];
  declare expanded: boolean;
  /** Index of the option the arrows stand on, -1 for the text itself. */
  declare active: number;
  /** What a reader is told of the list. */
  declare count: string;

  #engine: Search | undefined;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.search = () => Promise.reject(new Error('no search engine'));
    this.topics = new Map();
    this.value = '';
    this.suggestions = [];
    this.expanded = false;
    this.active = -1;
    this.count = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#saying);
  }

  protected override render() {
    const open = this.expanded && this.suggestions.length > 0;
    return html`<form role="search" class="field" @submit=${this.#submit}>
        <label for="question">${this.t('search.label')}</label>
        <div class="box">
          <input
            id="question"
            class="input"
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded=${open ? 'true' : 'false'}
            aria-controls="list"
            aria-activedescendant=${open && this.active >= 0 ? `option-${this.active}` : nothing}
            autocomplete="off"
            autocapitalize="sentences"
            enterkeyhint="search"
            maxlength=${LIMITS.searchText}
            .value=${live(this.value)}
            @focus=${this.#warmUp}
            @input=${this.#type}
            @keydown=${this.#key}
            @blur=${this.#collapse}
          />
          <button class="button primary icon" type="submit" aria-label=${this.t('search.submit')}>
            ${icons.search}
          </button>
        </div>
        <ul id="list" role="listbox" aria-label=${this.t('search.list')} ?hidden=${!open}>
          ${this.suggestions.map((suggestion, index) => this.#option(suggestion, index))}
        </ul>
      </form>
      <p class="visually-hidden" role="status">${this.count}</p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('active') && this.active >= 0) {
      this.renderRoot.querySelector(`#option-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  #option({ id, title, topic, marks }: Suggestion, index: number) {
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @pointerdown=${(event: PointerEvent) => event.preventDefault()}
      @click=${() => this.#choose(id)}
    >
      <span>${marked(title, marks).map(({ text, mark }) => (mark ? html`<mark>${text}</mark>` : text))}</span>
      <small>${this.topics.get(topic) ?? ''}</small>
    </li>`;
  }

  /** The engine comes when the box is first used, not before. Without it one can still ask. */
  #warmUp = (): void => {
    if (this.#engine) return;
    this.search().then(
      (engine) => {
        this.#engine = engine;
        if (this.value) this.#suggest();
      },
      () => {},
    );
  };

  #type(event: InputEvent): void {
    this.value = (event.target as HTMLInputElement).value;
    this.#warmUp();
    this.#suggest();
  }

  #suggest(): void {
    this.suggestions = this.value.trim() && this.#engine ? this.#engine.suggest(this.value) : [];
    this.active = -1;
    this.expanded = true;
    this.#sayCount();
  }

  #sayCount(): void {
    clearTimeout(this.#saying);
    this.count = '';
    if (!this.value.trim() || !this.#engine) return;
    this.#saying = setTimeout(() => {
      this.count = this.t('search.count', { count: this.suggestions.length });
    }, COUNT_SAID_AFTER_MS);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        return this.#move(event, 1);
      case 'ArrowUp':
        return this.#move(event, -1);
      case 'Escape':
        return this.#escape(event);
      case 'Enter':
        return this.#enter(event);
      default:
    }
  }

  /** Round through the options and the text itself. */
  #move(event: KeyboardEvent, step: 1 | -1): void {
    const { length } = this.suggestions;
    if (length === 0) return;
    event.preventDefault();
    const places = length + 1;
    this.active = this.expanded ? ((this.active + 1 + step + places) % places) - 1 : step > 0 ? 0 : length - 1;
    this.expanded = true;
  }

  /** Closes the list first; only then what is around it. */
  #escape(event: KeyboardEvent): void {
    if (!this.expanded || this.suggestions.length === 0) return;
    event.preventDefault();
    this.#collapse();
  }

  #enter(event: KeyboardEvent): void {
    const chosen = this.expanded ? this.suggestions[this.active] : undefined;
    if (!chosen) return;
    event.preventDefault();
    this.#choose(chosen.id);
  }

  #collapse = (): void => {
    this.expanded = false;
    this.active = -1;
    clearTimeout(this.#saying);
  };

  #choose(article: string): void {
    this.#collapse();
    this.dispatchEvent(new ChooseEvent(article));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const question = this.value.trim();
    this.#collapse();
    if (question) this.dispatchEvent(new AskEvent(question));
  }
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

define('sportello-question-box', QuestionBox);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-question-box': QuestionBox;
  }
}
