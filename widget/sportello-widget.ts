import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { News } from './core/news.ts';
import type { Observable } from './core/observable.ts';
import { languageOf, launcherWords } from './launcher-words.ts';
import { Aside } from './parts/aside.ts';
import { isCovered } from './parts/covered.ts';
import { closeIcon, helpIcon } from './parts/launcher-icons.ts';
import { Observe } from './parts/observe.ts';
import { base, buttons, tokens } from './parts/theme.ts';
import { ViewportHeight } from './parts/viewport-height.ts';
import { widgetStyles } from './sportello-widget.styles.ts';

/** What the first click brings. */
export interface Inside {
  /** Goes into the dialog. Its `focus()` puts the focus where reading begins. */
  readonly panel: HTMLElement;
  readonly news: Observable<News>;
  /** A call needs room for two pictures. */
  readonly wide: Observable<boolean>;
  /** The language the citizen has chosen. */
  readonly lang: Observable<string>;
  handleOpen(): void;
  handleClose(): void;
  /** Another tab may have begun a conversation. */
  restore(): void;
  /** Idempotent. */
  close(): void;
}

export interface Surroundings {
  lang: string;
  server: URL;
  /** The citizen presses «close» inside the panel. */
  onDismiss: () => void;
}

/** The panel stands beside the page; on a narrow or very low screen it takes all of it. */
const NARROW = '(max-width: 599px), (max-height: 479px)';
/** Nobody needs to be told of a wait shorter than this. */
const SLOW_MS = 300;

/**
 * The help desk on a public body's page: a button, and a panel that opens beside the page.
 *
 * @attr server - The Sportello server's address. By default, where the script came from.
 * @attr lang - `it` or `en`. By default the page's language.
 * @attr position - `right` (default) or `left`: the side of the page that button and panel stand on.
 * @csspart launcher - The button.
 * @csspart panel - The dialog.
 * @cssproperty --sportello-offset-x - Distance of button and panel from the side of the page.
 * @cssproperty --sportello-offset-y - Distance of button and panel from the foot of the page.
 * @cssproperty --sportello-z-index - Where button and panel stand above the page.
 */
export abstract class SportelloWidget extends LitElement {
  static override styles = [tokens, base, buttons, widgetStyles];
  static override properties: PropertyDeclarations = {
    server: {},
    position: { reflect: true },
    opened: { state: true },
    inside: { state: true },
    trouble: { state: true },
  };

  declare server: string | null;
  declare position: string;
  declare opened: boolean;
  declare inside: Inside | undefined;
  /** Why there is nothing inside yet, when that is worth a word. */
  declare trouble: 'slow' | 'failed' | null;

  /** Where the script came from: the server, unless told otherwise. */
  protected abstract readonly home: URL;
  /** Whether a conversation from before is to be taken up: then, and only then, it is done without a click. */
  protected abstract isOngoing(): boolean;
  /** Fetches and makes what the first click needs. */
  protected abstract compose(surroundings: Surroundings): Promise<Inside>;

  readonly #narrow = matchMedia(NARROW);
  #composing: Promise<void> | undefined;

  constructor() {
    super();
    this.server = null;
    this.position = 'right';
    this.opened = false;
    this.trouble = null;
    new Aside(this, () => (this.opened ? null : this.#launcher));
    new ViewportHeight(this, () => this.#dialog);
    new Observe(this, () => this.inside?.news);
    new Observe(this, () => this.inside?.wide);
    new Observe(this, () => this.inside?.lang);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener('change', this.#place);
    document.addEventListener('keydown', this.#handlePageKey);
    addEventListener('storage', this.#takeUp);
    this.#takeUp();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener('change', this.#place);
    document.removeEventListener('keydown', this.#handlePageKey);
    removeEventListener('storage', this.#takeUp);
    // Moved to another place in the page, it is back before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#empty();
    });
  }

  /** Opens the panel, as a click on the button does. */
  open(): void {
    if (this.opened) return;
    this.opened = true;
    this.inside?.handleOpen();
    void this.#fill();
  }

  /** Closes the panel and gives the focus back. A conversation goes on. */
  close(): void {
    if (!this.opened) return;
    this.opened = false;
    this.inside?.handleClose();
  }

  protected override render() {
    const words = launcherWords(this.#language);
    const news = this.inside?.news.value;
    return html`<button
        id="launcher"
        part="launcher"
        class="button ${news?.fresh ? 'fresh' : 'primary'}"
        lang=${this.#language}
        aria-haspopup="dialog"
        aria-expanded=${this.opened ? 'true' : 'false'}
        ?hidden=${this.opened}
        @click=${this.open}
      >
        ${helpIcon}<span>${(!this.opened && news?.words) || words.open}</span>
      </button>
      <span class="visually-hidden" role="status" lang=${this.#language}
        >${!this.opened && news?.fresh ? news.words : ''}</span
      >
      <dialog
        part="panel"
        lang=${this.#language}
        aria-label=${words.panel}
        class=${this.inside?.wide.value ? 'wide' : ''}
        @close=${this.#handleClosed}
        @keydown=${this.#handleKey}
      >
        ${this.inside?.panel ?? this.#waiting()}
      </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('opened') && (this.opened || changed.get('opened'))) this.#place();
    if (this.opened && (changed.has('opened') || changed.has('inside'))) this.inside?.panel.focus();
  }

  get #launcher(): HTMLElement | null {
    return this.renderRoot.querySelector('#launcher');
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #language() {
    return languageOf(this.inside?.lang.value ?? this.closest<HTMLElement>('[lang]')?.lang ?? '');
  }

  #waiting() {
    if (!this.trouble) return nothing;
    const words = launcherWords(this.#language);
    return html`<div class="waiting">
      <button class="button icon quiet" aria-label=${words.close} @click=${this.close}>${closeIcon}</button>
      <p role="status">${this.trouble === 'slow' ? words.loading : words.failed}</p>
      ${
        this.trouble === 'failed'
          ? html`<button class="button primary" @click=${this.#fill}>${words.retry}</button>`
          : nothing
      }
    </div>`;
  }

  /** A conversation is going on, from before or since a moment ago in another tab. */
  #takeUp = (): void => {
    if (!this.isOngoing()) return;
    if (this.inside) this.inside.restore();
    else void this.#fill();
  };

  #fill = (): Promise<void> => {
    this.#composing ??= this.#fetchInside().finally(() => (this.#composing = undefined));
    return this.#composing;
  };

  async #fetchInside(): Promise<void> {
    if (this.inside) return;
    this.trouble = null;
    const slow = setTimeout(() => (this.trouble = 'slow'), SLOW_MS);
    try {
      const server = this.server ? new URL(this.server, document.baseURI) : this.home;
      const inside = await this.compose({ lang: this.#language, server, onDismiss: () => this.close() });
      if (!this.isConnected) return inside.close();
      this.inside = inside;
      if (this.opened) inside.handleOpen();
      this.trouble = null;
    } catch (error) {
      console.error('sportello:', error);
      this.trouble = 'failed';
    } finally {
      clearTimeout(slow);
    }
  }

  #empty(): void {
    this.opened = false;
    this.inside?.close();
    this.inside = undefined;
  }

  /** Puts the dialog where it belongs: beside the page, over all of it, or away. */
  #place = (): void => {
    const dialog = this.#dialog;
    if (!dialog || (!this.opened && !dialog.open)) return;
    if (dialog.open) dialog.close();
    if (!this.opened) this.#launcher?.focus();
    else if (this.#narrow.matches) dialog.showModal();
    else dialog.show();
  };

  /** The browser closed it: Esc, or a phone's «back». */
  #handleClosed(): void {
    if (!this.#dialog?.open) this.close();
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    this.close();
  }

  /** Esc on the page closes the panel only where it hides what has the focus. */
  #handlePageKey = (event: KeyboardEvent): void => {
    const focused = document.activeElement;
    if (event.key !== 'Escape' || event.defaultPrevented || !this.opened || !focused || focused === this) return;
    const dialog = this.#dialog;
    if (!dialog || focused === document.body || !isCovered(focused, dialog)) return;
    this.close();
  };
}
