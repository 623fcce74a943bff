import { html, type PropertyValues } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import type { App } from '../core/app.ts';
import { topicOf } from '../core/close-form.ts';
import type { Desk } from '../core/desk.ts';
import type { ClosingRequest } from '../core/desk-requests.ts';
import type { Passwords } from '../core/people.ts';
import type { SettingsModel } from '../core/settings.ts';
import type { WindowName } from '../parts/events.ts';
import './closing-card.ts';
import './hand-over-window.ts';
import type { HandOver } from './hand-over-window.ts';
import './keys-window.ts';
import './leave-window.ts';
import './settings-window.ts';

/** Windows about the conversation on screen. */
export const ABOUT_ONE: ReadonlySet<WindowName> = new Set(['finish', 'transfer', 'consult']);

/**
 * The windows over the desk, at most one at a time.
 *
 * @fires close - The window was closed.
 * @fires console-finished - After `close`: what the window was for is done, and work goes on elsewhere.
 */
export class DeskWindows extends SportelloElement {
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    window: { attribute: false },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  declare window: WindowName | null;

  #finished = false;
  /** The conversation that the window was opened for: another one may come on screen meanwhile. */
  #about: string | null = null;

  constructor() {
    super();
    this.window = null;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.desk?.mine);
    new Observe(this, () => this.app?.settings);
    new Observe(this, () => this.app?.shelf);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('window') && this.window !== null) this.#about = this.desk.value.selected;
  }

  /** A window about a conversation that is no longer mine has nothing to say. */
  protected override updated(): void {
    const gone = this.#about !== null && this.desk.mine.get(this.#about) === undefined;
    if (gone && this.window !== null && ABOUT_ONE.has(this.window) && !this.#finished) {
      this.dispatchEvent(new Event('close'));
    }
  }

  protected override render() {
    const { value: settings } = this.app.settings;
    const { value: shelf } = this.app.shelf;
    const { desk } = this.desk.value;
    const selected = this.window === null ? this.desk.value.selected : this.#about;
    const knowledge = shelf.name === 'ready' ? shelf.knowledge : null;
    const client = this.desk.mine.get(selected);
    const conversation = client?.value.state;
    const inserted = this.desk.value.inserted[selected ?? ''];
    return html`
      <console-keys
        .i18n=${this.i18n}
        ?open=${this.window === 'keys'}
        .enabled=${settings.keys}
        .places=${this.app.places.length}
        @close=${this.#handleClose}
      ></console-keys>
      <console-settings
        .i18n=${this.i18n}
        ?open=${this.window === 'settings'}
        desk
        .changePassword=${(passwords: Passwords) => this.app.session.changePassword(passwords)}
        .settings=${settings}
        @close=${this.#handleClose}
        @console-settings=${(event: CustomEvent<Partial<SettingsModel>>) => this.app.settings.change(event.detail)}
      ></console-settings>
      <console-closing-card
        .i18n=${this.i18n}
        ?open=${this.window === 'finish'}
        .conversation=${conversation}
        .knowledge=${knowledge}
        .inserted=${inserted}
        .offices=${desk?.offices ?? []}
        .fetchDueAt=${() => this.app.fetchDueAt()}
        .now=${() => this.app.clock.now()}
        .finish=${(request: ClosingRequest) => this.#finish(request)}
        @close=${this.#handleClose}
      ></console-closing-card>
      <console-hand-over
        .i18n=${this.i18n}
        .mode=${this.window === 'consult' ? 'consult' : 'transfer'}
        ?open=${this.window === 'transfer' || this.window === 'consult'}
        .conversation=${client}
        .desk=${desk}
        .topic=${conversation ? topicOf(knowledge, conversation.context, inserted) : ''}
        .titleOf=${(topic: string) => knowledge?.topics.find(({ id }) => id === topic)?.title ?? topic}
        .handOver=${(what: HandOver) => this.#handOver(what)}
        @close=${this.#handleClose}
      ></console-hand-over>
      <console-leave
        .i18n=${this.i18n}
        ?open=${this.window === 'leave'}
        .conversations=${this.desk.value.order.length}
        @close=${this.#handleClose}
        @console-leave=${() => this.#leave()}
      ></console-leave>
    `;
  }

  async #leave(): Promise<void> {
    const answer = await this.app.session.signOut();
    if (!answer.ok) this.desk.failed('sign-out', answer.code);
  }

  async #handOver(what: HandOver) {
    const answer = await (what.mode === 'consult' ? this.desk.consult(what.request) : this.desk.transfer(what.request));
    this.#finished = answer.ok;
    return answer;
  }

  async #finish(request: ClosingRequest) {
    const answer = await this.desk.finish(request);
    this.#finished = answer.ok;
    return answer;
  }

  readonly #handleClose = (): void => {
    this.dispatchEvent(new Event('close'));
    if (!this.#finished) return;
    this.#finished = false;
    this.dispatchEvent(new Event('console-finished'));
  };
}

define('console-windows', DeskWindows);

declare global {
  interface HTMLElementTagNameMap {
    'console-windows': DeskWindows;
  }
}
