import { css, html } from 'lit';
import type { ConversationState } from '../../protocol/conversation.ts';
import type { CaseFile } from '../../protocol/desk.ts';
import { formatTime } from '../../widget/core/format.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { citizenOf } from '../core/notices.ts';
import { OpenEvent } from '../parts/events.ts';
import { icons } from '../parts/icons.ts';
import { badge, panel } from '../parts/styles.ts';
import { citizenLabel } from '../parts/words.ts';

/**
 * Who is on the other side, in what language, whether they are there, who reads along; and the ways to go on: to pass
 * it, to ask somebody, to finish.
 *
 * @fires console-open - The window for one of these is wanted.
 */
export class ConversationHead extends SportelloElement {
  static override styles = [
    base,
    buttons,
    panel,
    badge,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        min-height: 64px;
        padding: 8px 16px;
        border-bottom: 1px solid var(--sportello-border);
      }

      .who {
        flex: 1;
        min-width: 0;
      }

      h2 {
        font-size: 1.125rem;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
      }

      .facts > * + *::before {
        padding-inline: 5px;
        content: '·' / '';
      }

      @media (max-width: 480px) {
        .facts {
          gap: 0 10px;
        }

        .facts > * + *::before {
          content: none;
        }
      }

      .acts {
        display: flex;
        flex: none;
        gap: 8px;
      }

      .listening {
        display: flex;
        align-items: center;
        gap: 4px;
        font-weight: 600;
      }

      .listening svg {
        width: 1.25em;
        height: 1.25em;
      }

      /* The pictures stay, with their words for readers. */
      @container (max-width: 640px) {
        .acts .word {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      /* They stand in the context, too: here the talk needs the room. */
      @container (max-width: 420px) {
        .who {
          flex-basis: 100%;
        }

        .fact {
          display: none;
        }

        .facts > .fact + [role]::before {
          content: none;
        }
      }

      .away {
        color: var(--sportello-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = { state: { attribute: false }, caseFile: { attribute: false } };

  declare state: ConversationState;
  /** What only operators know of it; undefined until the desk says. */
  declare caseFile: CaseFile | undefined;

  protected override render() {
    const { state } = this;
    const name = citizenLabel(this.i18n, citizenOf(state));
    return html`
      <div class="who">
        <h2 class="one-line">${name}</h2>
        <div class="facts small">
          <span class="fact">${this.t(`console.service.${state.service}`)}</span>
          <span class="fact">${this.t(`console.language.${state.language}`)}</span>
          <span class="fact"
            >${this.t('console.conversation.since', { time: formatTime(state.startedAt, this.i18n) })}</span
          >
          ${state.phase.name === 'closed' ? null : this.#presence(state.citizenConnected)}
        </div>
        ${this.#listeners()}
      </div>
      ${this.#acts()}
    `;
  }

  #acts() {
    const closed = this.state.phase.name === 'closed';
    // While somebody is asked, the citizen waits for the answer: first that ends.
    const free = !closed && this.caseFile?.consultation?.state !== 'open';
    return html`<div class="acts">
      ${free ? html`${this.#act('transfer', 'G', icons.pass)}${this.#act('consult', 'C', icons.ask)}` : null}
      <button
        class="button small ${closed ? 'primary' : ''}"
        type="button"
        aria-keyshortcuts="Alt+X"
        @click=${() => this.dispatchEvent(new OpenEvent('finish'))}
      >
        ${this.t(closed ? 'console.conversation.complete' : 'console.conversation.finish')}
      </button>
    </div>`;
  }

  #act(window: 'transfer' | 'consult', key: string, icon: unknown) {
    return html`<button
      class="button small"
      type="button"
      aria-keyshortcuts="Alt+${key}"
      @click=${() => this.dispatchEvent(new OpenEvent(window))}
    >
      ${icon}<span class="word">${this.t(`console.conversation.${window}`)}</span>
    </button>`;
  }

  /** Nobody reads along unnoticed. */
  #listeners() {
    const names = this.caseFile?.listeners.map(({ name }) => name) ?? [];
    if (names.length === 0) return null;
    const list = new Intl.ListFormat(this.i18n.lang).format(names);
    return html`<span class="listening"
      >${icons.eye}${this.t('console.conversation.listening', { names: list })}</span
    >`;
  }

  #presence(connected: boolean) {
    const words = this.t(`console.conversation.${connected ? 'connected' : 'away'}`);
    return html`<span class=${connected ? '' : 'away'} role="status">${words}</span>`;
  }
}

define('console-conversation-head', ConversationHead);

declare global {
  interface HTMLElementTagNameMap {
    'console-conversation-head': ConversationHead;
  }
}
