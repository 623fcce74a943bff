import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { LIMITS } from '../../protocol/limits.ts';
import type { Attaching } from '../core/attaching.ts';
import type { ChosenFile, SentUp } from '../core/files.ts';
import { chosenFiles, TAKEN, toChosen } from './chosen-files.ts';
import { composerStyles } from './composer.styles.ts';
import { define, SportelloElement } from './element.ts';
import { DraftEvent, SendEvent, TypingEvent } from './events.ts';
import type { FilePicker } from './file-picker.ts';
import { icons } from './icons.ts';
import { base, buttons, fields } from './theme.ts';

const MOST_LINES = 5;
/** From here on the characters left are shown, and said at each of these marks. */
const MARKS = [200, 100, 50, 20, 10];

/**
 * The box one writes in. Enter sends (not while an input method composes), Shift+Enter starts a new line. With
 * `attaching`, files come in by the button, pasted or dropped.
 *
 * @fires sportello-send - The text is to go out, with its files; the box is already empty.
 * @fires sportello-typing - At each keystroke with true, with false when the box is emptied.
 * @fires sportello-draft - At every change of the text.
 */
export class Composer extends SportelloElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [base, buttons, fields, composerStyles];
  static override properties = {
    value: { attribute: false },
    label: { attribute: false },
    placeholder: { attribute: false },
    disabled: { type: Boolean },
    failed: { state: true },
    attaching: { attribute: false },
  };

  /** What is in the box. Set it to insert text. */
  declare value: string;
  /** The box's name for readers, and its placeholder unless there is one. */
  declare label: string;
  declare placeholder: string;
  declare disabled: boolean;
  /** What deals with files could not be fetched. */
  declare failed: boolean;
  /** Where files go; without it none are taken. */
  declare attaching: Attaching<Blob> | undefined;

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.placeholder = '';
    this.disabled = false;
    this.failed = false;
    this.attaching = undefined;
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
    return html`<form @submit=${this.#submit} @dragover=${this.#drag} @drop=${this.#drop}>
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
          @paste=${this.#paste}
        ></textarea>
        <button class="button primary" type="submit" ?disabled=${this.disabled}>
          ${icons.send}<span>${this.t('composer.send')}</span>
        </button>
      </form>
      <p id="hint" class="visually-hidden">${this.t('composer.hint')}</p>
      ${
        this.attaching?.tray
          ? html`<sportello-file-picker
              .i18n=${this.i18n}
              .tray=${this.attaching.tray}
              @sportello-files-gone=${() => this.renderRoot.querySelector<HTMLElement>('.under .button')?.focus()}
            ></sportello-file-picker>`
          : nothing
      }
      <div class="under">
        ${
          this.attaching
            ? html`<button class="button small quiet" ?disabled=${this.disabled} @click=${this.#choose}>
                  ${icons.attach}${this.t('composer.attach')}
                </button>
                <input type="file" multiple hidden accept=${TAKEN} @change=${this.#chosen} />`
            : nothing
        }
        <p id="count" class="count ${this.#left < 0 ? 'over' : ''}">${this.#count(this.#left)}</p>
      </div>
      <p role="alert">${this.failed ? this.t('composer.failed') : ''}</p>
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
    if (this.#left < 0 || this.disabled) return;
    const picker = this.#picker;
    // With files on their way up the message goes when they are there; what is in the box then goes along.
    if (picker?.isHolding) picker.whenReady((attachments) => this.#sendNow(attachments));
    else this.#sendNow(picker?.tray.take() ?? []);
  }

  #sendNow(attachments: readonly SentUp[]): void {
    const text = this.value.trim();
    if (!text && attachments.length === 0) return;
    this.value = '';
    this.dispatchEvent(new DraftEvent(''));
    this.dispatchEvent(new SendEvent(text, attachments));
  }

  get #picker(): FilePicker | null {
    return this.renderRoot.querySelector('sportello-file-picker');
  }

  /** Files from anywhere; what deals with them comes with the first. */
  attach(files: Iterable<File>): Promise<void> {
    return this.#add(toChosen(files));
  }

  async #add(chosen: readonly ChosenFile<Blob>[]): Promise<void> {
    if (!this.attaching || chosen.length === 0) return;
    this.failed = false;
    try {
      const [tray] = await Promise.all([this.attaching.open(), import('./file-picker.ts')]);
      tray.add(chosen);
    } catch {
      this.failed = true;
    }
    this.requestUpdate();
  }

  /** At once, while the press still counts as the person's own. */
  #choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('[type=file]')?.click();
  }

  #chosen(event: Event): void {
    void this.#add(chosenFiles(event.target as HTMLInputElement));
  }

  #paste(event: ClipboardEvent): void {
    this.#takeFiles(event, event.clipboardData);
  }

  /** Without this the browser would leave the page and show the file. */
  #drag(event: DragEvent): void {
    if (this.attaching && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  #drop(event: DragEvent): void {
    this.#takeFiles(event, event.dataTransfer);
  }

  #takeFiles(event: Event, data: DataTransfer | null): void {
    if (!this.attaching || !data?.files.length) return;
    event.preventDefault();
    void this.attach(data.files);
  }
}

define('sportello-composer', Composer);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-composer': Composer;
  }
}
