import { html } from 'lit';
import { define, SportelloElement } from './element.ts';
import { base } from './theme.ts';

/**
 * The box one writes in. Enter sends (not while an input method composes), Shift+Enter starts a new line.
 *
 * @fires sportello-send - The text is to go out; the box is already empty.
 * @fires sportello-typing - At each keystroke with true, with false when the box is emptied.
 * @fires sportello-draft - At every change of the text.
 */
export class Composer extends SportelloElement {
  static override styles = [base];
  static override properties = {
    value: { attribute: false },
    label: { attribute: false },
    placeholder: { attribute: false },
    disabled: { type: Boolean },
  };

  /** What is in the box. Set it to insert text. */
  declare value: string;
  /** The box's name for readers; shown as the placeholder unless there is one. */
  declare label: string;
  declare placeholder: string;
  declare disabled: boolean;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.placeholder = '';
    this.disabled = false;
  }

  /** Puts text where the caret is, and the caret behind it. */
  insert(text: string): void {
    this.value += text;
  }

  protected override render() {
    return html``;
  }
}

define('sportello-composer', Composer);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-composer': Composer;
  }
}
