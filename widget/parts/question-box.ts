import { css, html, nothing } from 'lit';
import { LIMITS } from '../../protocol/limits.ts';
import type { Search } from '../search/index.ts';
import { define, SportelloElement } from './element.ts';
import { AskEvent, ChooseEvent } from './events.ts';
import { icons } from './icons.ts';
import type { SuggestionList } from './suggestion-list.ts';
import { base, buttons, fields } from './theme.ts';

/**
 * The box one asks in: a combobox whose list offers the questions it may become. Enter takes the question as it
 * stands. The list and the engine come when the box is first used; without them one can still ask.
 *
 * @fires sportello-ask - The question as it stands.
 * @fires sportello-choose - One of the suggested questions.
 */
export class QuestionBox extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }

      form {
        position: relative;
      }

      .box {
        display: flex;
      }

      .box .input {
        flex: 1;
        min-width: 0;
        min-height: 48px;
        border-inline-end: 0;
        border-start-end-radius: 0;
        border-end-end-radius: 0;
      }

      .box .button {
        min-width: 52px;
        border-start-start-radius: 0;
        border-end-start-radius: 0;
      }

      .box :focus-visible {
        position: relative;
        z-index: 1;
      }
    `,
  ];
  static override properties = {
    label: { attribute: false },
    search: { attribute: false },
    topics: { attribute: false },
    list: { state: true },
  };

  /** What stands above the box, if not the usual. */
  declare label: string | undefined;

  /** Fetches the engine. */
  declare search: () => Promise<Search>;
  /** Topic id -> title. */
  declare topics: ReadonlyMap<string, string>;
  declare list: SuggestionList | undefined;

  #isFetching = false;

  constructor() {
    super();
    this.search = () => Promise.reject(new Error('no search engine'));
    this.topics = new Map();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.list?.collapse();
  }

  /** A suggestion was chosen. */
  choose(article: string): void {
    this.dispatchEvent(new ChooseEvent(article));
  }

  protected override render() {
    const { list } = this;
    return html`<form role="search" class="field" @submit=${this.#submit}>
      <label for="question">${this.label ?? this.t('search.label')}</label>
      <div class="box">
        <input
          id="question"
          class="input"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded=${list?.isOpen ? 'true' : 'false'}
          aria-controls=${list ? 'list' : nothing}
          aria-activedescendant=${list?.activeId ?? nothing}
          autocomplete="off"
          enterkeyhint="search"
          maxlength=${LIMITS.messageText}
          @focus=${this.#fetchList}
          @input=${this.#type}
          @keydown=${(event: KeyboardEvent) => event.isComposing || list?.handleKey(event)}
          @blur=${() => list?.collapse()}
        />
        <button class="button primary icon" aria-label=${this.t('search.submit')}>${icons.search}</button>
      </div>
      ${list?.draw()}
    </form>`;
  }

  get #text(): string {
    return this.renderRoot.querySelector('input')?.value ?? '';
  }

  #type(): void {
    this.list?.suggest(this.#text);
    this.#fetchList();
  }

  #fetchList(): void {
    if (this.list || this.#isFetching) return;
    this.#isFetching = true;
    void this.#makeList().finally(() => (this.#isFetching = false));
  }

  async #makeList(): Promise<void> {
    try {
      const [engine, { SuggestionList }] = await Promise.all([this.search(), import('./suggestion-list.ts')]);
      this.list = new SuggestionList(this, engine);
      if (this.#text) this.list.suggest(this.#text);
    } catch {
      // Tried again at the next keystroke.
    }
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.list?.collapse();
    const question = this.#text.trim();
    if (question) this.dispatchEvent(new AskEvent(question));
  }
}

define('sportello-question-box', QuestionBox);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-question-box': QuestionBox;
  }
}
