import { css, html, nothing } from 'lit';
import { isSettled, type Tray, type TrayEntry, type TrayState } from '../core/attachment-tray.ts';
import type { SentUp } from '../core/files.ts';
import { formatBytes } from '../core/format-bytes.ts';
import { unreachable } from '../core/unreachable.ts';
import { troubleWords } from '../core/words.ts';
import { define, SportelloElement } from './element.ts';
import { icons } from './icons.ts';
import { Observe } from './observe.ts';
import { base, buttons } from './theme.ts';

/**
 * The files that go along with what is being written: each with where it stands, and a way to take it out.
 *
 * @fires sportello-files-gone - The last one was taken out by hand: the focus needs another place.
 */
export class FilePicker extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        font-size: 0.9375em;
      }

      ul {
        margin-top: 8px;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 4px 4px 4px 12px;
      }

      li + li {
        border-top: 1px solid var(--sportello-border);
      }

      li > span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      small {
        display: block;
        color: var(--sportello-text-quiet);
        font-size: 0.875em;
      }

      .refused small {
        color: var(--sportello-danger);
        font-weight: 600;
      }

      progress {
        display: block;
        width: 100%;
        height: 6px;
        accent-color: var(--sportello-primary);
      }

      .note {
        margin-top: 8px;
      }
    `,
  ];
  static override properties = { tray: { attribute: false }, holding: { state: true }, news: { state: true } };

  declare tray: Tray<Blob>;
  /** The message goes as soon as the files are up. */
  declare holding: boolean;
  /** For those who do not see the list. */
  declare news: string;

  #send: ((files: readonly SentUp[]) => void) | undefined;
  #before: readonly TrayEntry[] = [];

  constructor() {
    super();
    this.holding = false;
    this.news = '';
    new Observe(this, () => this.tray);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#hurry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#hurry);
  }

  /** Whether there is anything to wait for, or to take along. */
  get isHolding(): boolean {
    return this.tray.value.some(({ state }) => state.name !== 'refused');
  }

  /** Calls back with the files once all are up, at once if they are. A file refused meanwhile calls it off. */
  whenReady(send: (files: readonly SentUp[]) => void): void {
    this.#send = send;
    this.holding = true;
    this.#settle();
  }

  protected override willUpdate(): void {
    if (this.tray.value === this.#before) return;
    this.#tell();
    this.#settle();
    this.#before = this.tray.value;
  }

  protected override render() {
    const entries = this.tray.value;
    const lost = entries.some(({ state }) => state.name === 'waiting' && state.lost);
    const refused = entries.some(({ state }) => state.name === 'refused');
    return html`${
        entries.length > 0
          ? html`<ul aria-label=${this.t('files.tray')}>
              ${entries.map((entry) => this.#entry(entry))}
            </ul>`
          : nothing
      }
      <div role="status" class=${lost || refused || this.holding ? 'note' : ''}>
        ${refused ? html`<p>${this.t('files.restKept')}</p>` : nothing}
        ${lost ? html`<p>${this.t('files.lostHint')}</p>` : nothing}
        ${this.holding ? html`<p>${this.t('files.holding')}</p>` : nothing}
      </div>
      ${
        this.holding
          ? html`<button class="button small" type="button" @click=${this.#unhold}>${this.t('files.unhold')}</button>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.news}</p>`;
  }

  #entry({ id, name, bytes, state }: TrayEntry) {
    return html`<li class=${state.name}>
      <span
        >${name} <small>${formatBytes(bytes, this.i18n)} · ${this.#words(state)}</small>
        ${
          state.name === 'uploading'
            ? html`<progress max="1" .value=${state.share} aria-label=${name}></progress>`
            : nothing
        }
      </span>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${this.t('files.remove', { name })}
        @click=${() => this.#remove(id, name)}
      >
        ${icons.close}
      </button>
    </li>`;
  }

  #words(state: TrayState): string {
    switch (state.name) {
      case 'waiting':
        return this.t(state.lost ? 'files.lost' : 'files.waiting');
      case 'uploading':
        return this.t('files.uploading', { percent: Math.round(state.share * 100) });
      case 'ready':
        return this.t('files.ready');
      case 'refused':
        return `${this.t('files.refused')}. ${this.#why(state.why)}`;
      default:
        return unreachable(state);
    }
  }

  #why(why: Extract<TrayState, { name: 'refused' }>['why']): string {
    if (why === 'too-large' || why === 'too-many-files') return this.t(`files.why.${why}`);
    const { what, next } = troubleWords(this.i18n, why);
    return `${what} ${next}`;
  }

  /** What has come to an end since: each once, and not how far it is. */
  #tell(): void {
    const was = new Map(this.#before.map(({ id, state }) => [id, state.name]));
    const news = this.tray.value.flatMap(({ id, name, state }) => {
      if (was.get(id) === state.name) return [];
      if (state.name === 'ready') return this.t('files.readyNews', { name });
      return state.name === 'refused' ? `${name}: ${this.#words(state)}` : [];
    });
    if (news.length > 0) this.news = news.join(' ');
    // One was not taken: the person decides whether the message goes without it.
    const wasRefused = ({ id, state }: TrayEntry): boolean => state.name === 'refused' && was.get(id) !== 'refused';
    if (this.tray.value.some(wasRefused)) this.holding = false;
  }

  #settle(): void {
    if (!this.holding || !isSettled(this.tray.value)) return;
    this.holding = false;
    const files = this.tray.take();
    this.#send?.(files);
  }

  #unhold(): void {
    this.holding = false;
  }

  /** The button pressed goes with its file: the focus goes to the next one, or to whoever holds the list. */
  async #remove(id: string, name: string): Promise<void> {
    this.tray.remove(id);
    this.news = this.t('files.removed', { name });
    await this.updateComplete;
    const next = this.renderRoot.querySelector<HTMLElement>('li button');
    if (next) next.focus();
    else this.dispatchEvent(new Event('sportello-files-gone'));
  }

  #hurry = (): void => this.tray.hurry();
}

define('sportello-file-picker', FilePicker);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-file-picker': FilePicker;
  }
}
