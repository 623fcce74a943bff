import { css, html, LitElement } from 'lit';
import { define } from './element.ts';
import { base } from './theme.ts';

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

  constructor() {
    super();
    this.words = '';
  }

  /** Says it politely, once. */
  say(words: string): void {
    this.words = words;
  }

  protected override render() {
    return html`<div class="visually-hidden" role="status">${this.words}</div>`;
  }
}

define('sportello-announcer', Announcer);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-announcer': Announcer;
  }
}
