import { css, html, nothing } from 'lit';
import type { Callback } from '../../../protocol/callback.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { Observe } from '../../../widget/parts/observe.ts';
import { base, buttons, notices } from '../../../widget/parts/theme.ts';
import type { App } from '../../core/app.ts';
import type { CallbackClosing, Callbacks } from '../../core/callbacks.ts';
import type { Desk } from '../../core/desk.ts';
import { panel } from '../../parts/styles.ts';
import { Tick } from '../../parts/tick.ts';
import { refusalWords } from '../../parts/words.ts';
import { pageStyles } from '../page.styles.ts';
import './callback-detail.ts';
import './callback-list.ts';
import './finish-callback.ts';

type Which = 'open' | 'closed';

const WHICH = ['open', 'closed'] as const satisfies readonly Which[];
/** Due times are shown in minutes. */
const TICK_MS = 10_000;

/** «Da richiamare»: the promises by due time, and one of them with all that belongs to it. */
export class CallbacksPage extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    panel,
    pageStyles,
    css`
      .both {
        display: grid;
        gap: 24px 32px;
        align-items: start;
      }

      .empty {
        max-width: 60ch;
      }

      .choose {
        color: var(--sportello-text-quiet);
      }

      .detail {
        min-width: 0;
      }

      @media (min-width: 1100px) {
        .both {
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }

        .detail {
          position: sticky;
          top: 16px;
          max-height: max(360px, calc(100dvh - 196px));
          padding-inline-start: 24px;
          border-inline-start: 1px solid var(--sportello-border);
        }
      }

      /* Where there is room for one, the list makes way. */
      @media (max-width: 1099px) {
        .reading .list,
        .reading > .head,
        .choose {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    callbacks: { attribute: false },
    which: { state: true },
    shown: { state: true },
    closing: { state: true },
    said: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  declare callbacks: Callbacks;
  declare which: Which;
  /** The one on screen, as it was last known. */
  declare shown: Callback | null;
  declare closing: Callback | null;
  declare said: string;

  constructor() {
    super();
    this.which = 'open';
    this.shown = null;
    this.closing = null;
    this.said = '';
    new Observe(this, () => this.callbacks);
    new Observe(this, () => this.desk);
    new Observe(this, () => this.app?.shelf);
    new Tick(this, () => this.app?.clock, TICK_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.callbacks?.refresh();
  }

  /** Puts the focus on the page's heading. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override willUpdate(): void {
    const list = this.callbacks.value[this.which];
    this.shown = list?.find(({ id }) => id === this.shown?.id) ?? this.shown;
  }

  protected override render() {
    return html`
      <div class="page ${this.shown === null ? '' : 'reading'}">
        <div class="head">
          <div>
            <h2 tabindex="-1">${this.t('console.callbacks.title')}</h2>
            <p class="quiet">${this.t('console.callbacks.about')}</p>
          </div>
          <div class="which" role="group" aria-label=${this.t('console.callbacks.which')}>
            ${WHICH.map((which) => this.#which(which))}
          </div>
        </div>
        <div role="status">${this.#trouble()}<span class="visually-hidden">${this.said}</span></div>
        ${this.#lists()}
      </div>
      <console-finish-callback
        .i18n=${this.i18n}
        .callback=${this.closing}
        .knowledge=${this.#knowledge}
        .offices=${this.desk.value.desk?.offices ?? []}
        .finish=${(request: CallbackClosing) => this.#finish(request)}
        @close=${() => (this.closing = null)}
      ></console-finish-callback>
    `;
  }

  #which(which: Which) {
    const count = this.callbacks.value.open?.length;
    return html`<button
      type="button"
      aria-pressed=${String(which === this.which) as 'true' | 'false'}
      @click=${() => this.#show(which)}
    >
      ${this.t(`console.callbacks.${which}`)}${which === 'open' && count !== undefined ? ` (${count})` : ''}
    </button>`;
  }

  #lists() {
    const list = this.callbacks.value[this.which];
    if (list === null) return html`<p class="loading" role="status">${this.t('console.callbacks.loading')}</p>`;
    if (list.length === 0 && this.shown === null) {
      return html`<p class="empty">${this.t(`console.callbacks.none-${this.which}`)}</p>`;
    }
    return html`<div class="both">
      <div class="list">
        ${
          list.length === 0
            ? html`<p class="empty">${this.t(`console.callbacks.none-${this.which}`)}</p>`
            : html`<console-callback-list
                .i18n=${this.i18n}
                .callbacks=${list}
                .selected=${this.shown?.id ?? null}
                .me=${this.#me}
                .now=${this.app.clock.now()}
                @console-callback=${(event: CustomEvent<string>) => this.#choose(event.detail)}
              ></console-callback-list>`
        }
      </div>
      <div class="detail scroll">${this.#detail(list)}</div>
    </div>`;
  }

  #detail(list: readonly Callback[]) {
    const { shown } = this;
    if (shown === null) return html`<p class="choose">${this.t('console.callbacks.choose')}</p>`;
    const account = 'account' in this.app.session.value ? this.app.session.value.account : null;
    return html`<console-callback
      .i18n=${this.i18n}
      .callback=${shown}
      ?gone=${!list.some(({ id }) => id === shown.id)}
      .callbacks=${this.callbacks}
      .knowledge=${this.#knowledge}
      .attaching=${this.app.attaching(this.callbacks)}
      .me=${this.#me}
      ?mayTakeOver=${account?.roles.includes('supervisor') === true}
      .now=${this.app.clock.now()}
      @console-callback-close=${() => void this.#close(shown)}
      @console-callback-back=${() => this.#back()}
    ></console-callback>`;
  }

  get #me(): string {
    return this.desk.value.desk?.me.id ?? '';
  }

  get #knowledge() {
    const { value } = this.app.shelf;
    return value.name === 'ready' ? value.knowledge : null;
  }

  #trouble() {
    const { trouble } = this.callbacks.value;
    if (trouble === null || trouble === 'not-signed-in') return nothing;
    const why = refusalWords(this.i18n, 'console.callbacks.trouble.code', trouble);
    return html`<p class="notice warning">${this.t('console.callbacks.old')} ${why}</p>`;
  }

  #show(which: Which): void {
    this.which = which;
    this.shown = null;
    if (which === 'closed') this.callbacks.showClosed();
  }

  /** The focus follows to where one reads. */
  #choose(id: string): void {
    this.shown = this.callbacks.value[this.which]?.find((callback) => callback.id === id) ?? null;
    this.said = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-callback')?.focus());
  }

  #back(): void {
    const list = this.renderRoot.querySelector('console-callback-list');
    this.shown = null;
    void this.updateComplete.then(() => (list ? list.focus() : this.focus()));
  }

  async #close(callback: Callback): Promise<void> {
    this.closing = callback;
    await this.updateComplete;
    await this.renderRoot.querySelector('console-finish-callback')?.begin();
  }

  async #finish(request: CallbackClosing) {
    const answer = await this.callbacks.finish(request);
    if (!answer.ok) return answer;
    this.said = this.t('console.callbacks.said-closed', { number: this.closing?.number ?? '' });
    this.shown = null;
    void this.updateComplete.then(() => this.focus());
    return answer;
  }
}

define('console-callbacks', CallbacksPage);

declare global {
  interface HTMLElementTagNameMap {
    'console-callbacks': CallbacksPage;
  }
}
