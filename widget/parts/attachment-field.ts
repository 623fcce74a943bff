import { css, html, nothing } from 'lit';
import type { Attaching } from '../core/attaching.ts';
import type { Tray } from '../core/attachment-tray.ts';
import type { Unsubscribe } from '../core/observable.ts';
import { chosenFiles, TAKEN } from './chosen-files.ts';
import { define, SportelloElement } from './element.ts';
import './file-picker.ts';
import { icons } from './icons.ts';
import { base, buttons } from './theme.ts';

/**
 * A form's place for files: the button, and where each stands.
 *
 * @fires sportello-files-changed - Others lie there, to go along, than before; `detail` has their names.
 */
export class AttachmentField extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
    `,
  ];
  static override properties = { attaching: { attribute: false }, failed: { state: true } };

  declare attaching: Attaching<Blob>;
  declare failed: boolean;

  #names = '';
  #watched: Tray<Blob> | undefined;
  #forget: Unsubscribe | undefined;

  constructor() {
    super();
    this.failed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
    this.#watched = undefined;
  }

  protected override render() {
    const { tray } = this.attaching;
    if (tray) this.#watch(tray);
    return html`<button class="button small" type="button" @click=${this.#choose}>
        ${icons.attach}${this.t('composer.attach')}
      </button>
      <input type="file" multiple hidden accept=${TAKEN} @change=${this.#chosen} />
      <p role="alert">${this.failed ? this.t('composer.failed') : ''}</p>
      ${
        tray
          ? html`<sportello-file-picker
              .i18n=${this.i18n}
              .tray=${tray}
              @sportello-files-gone=${() => this.renderRoot.querySelector('button')?.focus()}
            ></sportello-file-picker>`
          : nothing
      }`;
  }

  #choose(): void {
    this.renderRoot.querySelector('input')?.click();
  }

  async #chosen(event: Event): Promise<void> {
    const files = chosenFiles(event.target as HTMLInputElement);
    this.failed = false;
    try {
      (await this.attaching.open()).add(files);
    } catch {
      this.failed = true;
    }
    this.requestUpdate();
  }

  #watch(tray: Tray<Blob>): void {
    if (tray === this.#watched) return;
    this.#watched = tray;
    this.#forget?.();
    this.#forget = tray.subscribe(() => this.#tell(tray));
    this.#tell(tray);
  }

  #tell(tray: Tray<Blob>): void {
    // What was refused will be refused again.
    const names = tray.value.filter(({ state }) => state.name !== 'refused').map(({ name }) => name);
    if (names.join('/') === this.#names) return;
    this.#names = names.join('/');
    this.dispatchEvent(new CustomEvent('sportello-files-changed', { detail: names }));
  }
}

define('sportello-attachment-field', AttachmentField);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-attachment-field': AttachmentField;
  }
}
