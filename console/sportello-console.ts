import { css, html, type PropertyValues } from 'lit';
import { define, SportelloElement } from '../widget/parts/element.ts';
import { Observe } from '../widget/parts/observe.ts';
import { base, buttons, tokens } from '../widget/parts/theme.ts';
import type { App } from './core/app.ts';
import { pageTitle, waitingForMe } from './core/attention.ts';
import { totalUnread } from './core/mine.ts';
import type { SessionModel } from './core/session-state.ts';
import type { Credentials } from './core/session.ts';
import './parts/dialog.ts';
import { consoleTokens } from './parts/styles.ts';
import './views/desk-screen.ts';
import './views/editors-screen.ts';
import './views/sign-in.ts';

/** The console: the sign-in, then the desk or the editors' page; when a session ends, the sign-in over them. */
export class SportelloConsole extends SportelloElement {
  static override styles = [
    tokens,
    consoleTokens,
    base,
    buttons,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        background: var(--sportello-surface);
      }

      .door {
        display: grid;
        align-content: center;
        justify-items: center;
        min-height: 100dvh;
        padding: 16px;
        background: var(--sportello-surface-2);
      }

      .card {
        width: min(420px, 100%);
        border: 1px solid var(--sportello-border);
        border-top: 8px solid var(--console-bar);
        border-radius: var(--sportello-radius);
        padding: 32px 24px;
        background: var(--sportello-surface);
      }

      .product {
        padding-bottom: 4px;
        color: var(--sportello-text-quiet);
      }

      h1 {
        padding-bottom: 24px;
        font-size: 1.75rem;
      }

      .why {
        padding-bottom: 16px;
      }

      .other {
        margin-top: 8px;
      }
    `,
  ];
  static override properties = { app: { attribute: false } };

  declare app: App<MediaStreamTrack> | undefined;
  /** Shows what the tab of the page should say. */
  declare onAttention: (title: string, waiting: boolean) => void;

  constructor() {
    super();
    this.onAttention = () => {};
    new Observe(this, () => this.app?.session);
    new Observe(this, () => this.app?.desk);
    new Observe(this, () => this.app?.editors);
    new Observe(this, () => this.app?.desk.value ?? undefined);
    new Observe(this, () => this.app?.desk.value?.mine);
  }

  protected override render() {
    const session = this.app?.session.value;
    if (this.app === undefined || session === undefined || session.name === 'starting') return null;
    if (session.name === 'signed-out') return this.#door(session);
    const screen = this.#screen(this.app);
    return screen && html`${screen}${this.#again(session)}`;
  }

  #screen(app: App<MediaStreamTrack>) {
    const { desk, editors } = app;
    if (desk.value !== null) {
      return html`<console-desk .i18n=${this.i18n} .app=${app} .desk=${desk.value}></console-desk>`;
    }
    if (editors.value === null) return app.session.value.name === 'signed-in' ? this.#nothing() : null;
    return html`<console-editors-screen .i18n=${this.i18n} .app=${app}></console-editors-screen>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const desk = this.app?.desk.value;
    const waiting = waitingForMe(desk?.value.desk ?? null);
    const unread = desk ? totalUnread(desk.mine.value) : 0;
    const urgent = desk?.value.desk?.offer ? this.t('console.offer.tab') : '';
    this.onAttention(pageTitle(this.t('console.title'), waiting, unread, urgent), waiting > 0);
  }

  #door(session: Extract<SessionModel, { name: 'signed-out' }>) {
    return html`<main class="door">
      <div class="card">
        <p class="product">${this.t('console.product')}</p>
        <h1>${this.t('console.sign-in.title')}</h1>
        ${this.#signIn(session)}
      </div>
    </main>`;
  }

  /** An account that nobody has given anything to do yet. */
  #nothing() {
    return html`<main class="door">
      <div class="card">
        <h1>${this.t('console.sign-in.nothing')}</h1>
        <p class="why">${this.t('console.sign-in.nothing-why')}</p>
        <button class="button quiet small" type="button" @click=${() => this.app?.session.signOut()}>
          ${this.t('console.sign-in.other')}
        </button>
      </div>
    </main>`;
  }

  #again(session: Extract<SessionModel, { name: 'signed-in' | 'ended' }>) {
    const ended = session.name === 'ended';
    return html`<console-dialog .i18n=${this.i18n} .heading=${this.t('console.sign-in.again')} ?open=${ended} fixed>
      <p class="why">${this.t('console.sign-in.again-why')}</p>
      ${ended ? this.#signIn(session) : null}
      <button class="button quiet small other" type="button" @click=${() => this.app?.session.signOut()}>
        ${this.t('console.sign-in.other')}
      </button>
    </console-dialog>`;
  }

  #signIn(session: Extract<SessionModel, { name: 'signed-out' | 'ended' }>) {
    return html`<console-sign-in
      data-first
      .i18n=${this.i18n}
      .attempt=${session}
      @console-credentials=${(event: CustomEvent<Credentials>) => this.app?.session.signIn(event.detail)}
    ></console-sign-in>`;
  }
}

define('sportello-console', SportelloConsole);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-console': SportelloConsole;
  }
}
