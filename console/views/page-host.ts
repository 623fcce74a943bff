import { css, html, type PropertyValues } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, buttons, notices } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import type { Desk } from '../core/desk.ts';
import type { PagePlace } from '../core/places.ts';
import { panel } from '../parts/styles.ts';
import { pages } from './pages.ts';

/** Where the pages beside the desk are shown, one at a time, once their code is here. */
export class PageHost extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    panel,
    css`
      :host {
        display: block;
      }

      .loading {
        padding: 24px;
        color: var(--sportello-text-quiet);
        animation: appear 0s 300ms both;
      }

      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        margin: 16px;
      }

      @keyframes appear {
        from {
          visibility: hidden;
        }
      }
    `,
  ];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    place: { attribute: false },
    failed: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack> | null;
  declare place: PagePlace;
  /** The page's code did not come. */
  declare failed: boolean;

  readonly #here = new Set<PagePlace>();
  /** The focus is wanted in a page that is not here yet. */
  #wanted = false;

  constructor() {
    super();
    this.desk = null;
    this.failed = false;
    new Observe(this, () => this.app?.editors);
  }

  /** Puts the focus on the page's heading, as soon as there is one. */
  override focus(): void {
    this.#wanted = true;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('place')) void this.#load(this.place);
  }

  protected override render() {
    if (this.#here.has(this.place)) return pages[this.place].draw(this);
    if (!this.failed) return html`<p class="loading" role="status">${this.t('console.page.loading')}</p>`;
    return html`<div class="notice danger" role="alert">
      ${this.t('console.page.failed')}
      <button class="button small" type="button" @click=${() => void this.#load(this.place)}>
        ${this.t('console.page.retry')}
      </button>
    </div>`;
  }

  protected override updated(): void {
    const page = this.renderRoot.querySelector<HTMLElement>('[data-page]');
    if (!this.#wanted || page === null) return;
    this.#wanted = false;
    page.focus();
  }

  async #load(place: PagePlace): Promise<void> {
    this.failed = false;
    if (this.#here.has(place)) return;
    try {
      await pages[place].load();
      this.#here.add(place);
      this.requestUpdate();
    } catch {
      this.failed = place === this.place;
    }
  }
}

define('console-page', PageHost);

declare global {
  interface HTMLElementTagNameMap {
    'console-page': PageHost;
  }
}
