import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { LIMITS } from '../../protocol/limits.ts';
import { define, SportelloElement } from './element.ts';
import { DraftEvent, SendEvent, TypingEvent } from './events.ts';
import { icons } from './icons.ts';
import { base, buttons, fields } from './theme.ts';

const MOST_LINES = 5;
/** From here on the characters left are shown, and said at each of these marks. */
const MARKS = [200, 100, 50, 20, 10];

/**
 * The box one writes in. Enter sends (not while an input method composes), Shift+Enter starts a new line.
 *
 * @fires sportello-send - The text is to go out; the box is already empty.
 * @fires sportello-typing - At each keystroke with true, with false when the box is emptied.
 * @fires sportello-draft - At every change of the text.
 */
export class Composer extends SportelloElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    buttons,
    fields,
    css`
      :host {
        display: block;
      }

      form {
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }

      textarea {
        flex: 1;
        min-width: 0;
        resize: none;
        line-height: 1.5;
      }

      .count {
        margin-top: 4px;
        color: var(--sportello-text-quiet);
        font-size: 0.875em;
      }

      .count.over {
        color: var(--sportello-danger);
        font-weight: 600;
      }
    `,
  ];
  static override properties = {
    value: { attribute: false },
    label: { attribute: false },
    placeholder: { attribute: false },
    disabled: { type: Boolean },
  };

  /** What is in the box. Set it to insert text. */
  declare value: string;
  /** The box's name for readers, and its placeholder unless there is one. */
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

  /** Another width, or on screen for the first time: other lines. A frame later, since growing is resizing, too. */
  readonly #resizing = new ResizeObserver(() => requestAnimationFrame(() => this.#grow()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  /** Puts text where the caret is, and the caret behind it. */
  insert(text: string): void {
    const box = this.#box;
    if (!box) return;
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    this.#take(box.value);
    box.focus();
  }

  get #box(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  get #left(): number {
    return LIMITS.messageText - this.value.trim().length;
  }

  protected override render() {
    const label = this.label || this.t('composer.label');
    return html`<form @submit=${this.#submit}>
        <textarea
          class="input"
          rows="1"
          enterkeyhint="send"
          autocomplete="off"
          aria-label=${label}
          aria-describedby="hint count"
          aria-invalid=${this.#left < 0 ? 'true' : nothing}
          placeholder=${this.placeholder || label}
          ?disabled=${this.disabled}
          @input=${this.#type}
          @keydown=${this.#key}
        ></textarea>
        <button class="button primary" type="submit" ?disabled=${this.disabled}>
          ${icons.send}<span>${this.t('composer.send')}</span>
        </button>
      </form>
      <p id="hint" class="visually-hidden">${this.t('composer.hint')}</p>
      <p id="count" class="count ${this.#left < 0 ? 'over' : ''}">${this.#count(this.#left)}</p>
      <p class="visually-hidden" role="status">${this.#count(this.#mark())}</p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return;
    const box = this.#box;
    if (box && box.value !== this.value) box.value = this.value;
    this.#grow();
  }

  /** As many rows as the text needs, up to five. */
  #grow(): void {
    const box = this.#box;
    if (!box) return;
    box.rows = 1;
    const style = getComputedStyle(box);
    const padding = Number.parseFloat(style.paddingBlockStart) + Number.parseFloat(style.paddingBlockEnd);
    const lines = Math.round((box.scrollHeight - padding) / Number.parseFloat(style.lineHeight));
    box.rows = Math.min(MOST_LINES, Math.max(1, lines));
  }

  #count(left: number | undefined): string {
    if (left === undefined || left > (MARKS[0] ?? 0)) return '';
    return left < 0 ? this.t('composer.over', { count: -left }) : this.t('composer.left', { count: left });
  }

  /** The last mark passed: said once, where a number at every keystroke would drown the person out. */
  #mark(): number | undefined {
    if (this.#left < 0) return -1;
    return MARKS.findLast((mark) => this.#left <= mark);
  }

  #type(event: InputEvent): void {
    this.#take((event.target as HTMLTextAreaElement).value);
  }

  #take(text: string): void {
    this.value = text;
    this.dispatchEvent(new DraftEvent(text));
    this.dispatchEvent(new TypingEvent(text !== ''));
  }

  #key(event: KeyboardEvent): void {
    // 229: some input methods end their composition with an Enter that is no longer marked as composing.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
    this.#box?.focus();
  }

  #send(): void {
    const text = this.value.trim();
    if (!text || this.#left < 0 || this.disabled) return;
    this.value = '';
    this.dispatchEvent(new DraftEvent(''));
    this.dispatchEvent(new SendEvent(text));
  }
}

define('sportello-composer', Composer);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-composer': Composer;
  }
}
