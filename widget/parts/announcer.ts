import { css, html, LitElement } from 'lit';
import { define } from './element.ts';
import { base } from './theme.ts';

/** Long enough for a reader to notice one word before the next replaces it. */
const PAUSE_MS = 1_000;

/**
 * The one voice of a screen for those who do not see it. It lives inside the dialog: a modal hides what is outside.
 * Words said while others are still to be read wait their turn.
 */
export class Announcer extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
      }
    `,
  ];
  static override properties = { words: { state: true } };

  declare words: string;

  #queue: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.words = '';
  }

  /** Says it politely, once. */
  say(words: string): void {
    this.#queue.push(words);
    this.#timer ??= setTimeout(() => this.#next(), 50);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#queue = [];
  }

  protected override render() {
    return html`<div class="visually-hidden" role="status">${this.words}</div>`;
  }

  /** Empties the region in between: the same words twice would not be noticed as new. */
  #next(): void {
    const words = this.words === '' ? this.#queue.shift() : '';
    this.words = words ?? '';
    if (words === undefined) this.#timer = undefined;
    else this.#timer = setTimeout(() => this.#next(), words === '' ? 50 : PAUSE_MS);
  }
}

define('sportello-announcer', Announcer);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-announcer': Announcer;
  }
}
