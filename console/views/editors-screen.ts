import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, notices } from '../../widget/parts/theme.ts';
import type { Trouble } from '../../widget/core/wire.ts';
import type { App } from '../core/app.ts';
import type { Passwords } from '../core/people.ts';
import type { SettingsModel } from '../core/settings.ts';
import { OpenEvent } from '../parts/events.ts';
import { refusalWords } from '../parts/words.ts';
import './desk-bar.ts';
import './page-host.ts';
import './settings-window.ts';

/** The whole console of who looks after the articles and answers nobody. */
export class EditorsScreen extends SportelloElement {
  static override styles = [
    base,
    notices,
    css`
      :host {
        display: block;
        min-height: 100dvh;
        background: var(--sportello-surface);
      }

      [role='alert'] .notice {
        margin: 8px 16px;
      }
    `,
  ];
  static override properties = {
    app: { attribute: false },
    settingsOpen: { state: true },
    trouble: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare settingsOpen: boolean;
  /** Why signing out did not work. */
  declare trouble: Trouble | null;

  constructor() {
    super();
    this.settingsOpen = false;
    this.trouble = null;
    new Observe(this, () => this.app?.session);
    new Observe(this, () => this.app?.settings);
    this.addEventListener(OpenEvent.type, ({ detail }) => (this.settingsOpen = detail.window === 'settings'));
  }

  protected override render() {
    const { session, settings } = this.app;
    const account = 'account' in session.value ? session.value.account : null;
    return html`
      <console-bar
        .i18n=${this.i18n}
        .name=${account?.name ?? ''}
        @console-sign-out=${() => this.#signOut()}
      ></console-bar>
      <div role="alert">${this.#trouble()}</div>
      <main>
        <console-page .i18n=${this.i18n} .app=${this.app} .place=${'editors' as const}></console-page>
      </main>
      <console-settings
        .i18n=${this.i18n}
        ?open=${this.settingsOpen}
        .changePassword=${(passwords: Passwords) => this.app.session.changePassword(passwords)}
        .settings=${settings.value}
        @close=${() => (this.settingsOpen = false)}
        @console-settings=${(event: CustomEvent<Partial<SettingsModel>>) => settings.change(event.detail)}
      ></console-settings>
    `;
  }

  #trouble() {
    if (this.trouble === null) return null;
    const why = refusalWords(this.i18n, 'console.trouble.code', this.trouble);
    return html`<p class="notice danger">${this.t('console.trouble.sign-out')} ${why}</p>`;
  }

  async #signOut(): Promise<void> {
    const answer = await this.app.session.signOut();
    this.trouble = answer.ok ? null : answer.code;
  }
}

define('console-editors-screen', EditorsScreen);

declare global {
  interface HTMLElementTagNameMap {
    'console-editors-screen': EditorsScreen;
  }
}
