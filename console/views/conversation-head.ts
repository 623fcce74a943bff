import { css, html } from 'lit';
import type { ConversationState } from '../../protocol/conversation.ts';
import { formatTime } from '../../widget/core/format.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { citizenOf } from '../core/notices.ts';
import { OpenEvent } from '../parts/events.ts';
import { badge, panel } from '../parts/styles.ts';
import { citizenLabel } from '../parts/words.ts';

/**
 * Who is on the other side, in what language, whether they are there; and the way to finish.
 *
 * @fires console-open - The closing card is wanted.
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
        align-items: center;
        gap: 8px 16px;
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

      .away {
        color: var(--sportello-warning);
        font-weight: 600;
      }
    `,
  ];
  static override properties = { state: { attribute: false } };

  declare state: ConversationState;

  protected override render() {
    const { state } = this;
    const closed = state.phase.name === 'closed';
    const name = citizenLabel(this.i18n, citizenOf(state));
    return html`
      <div class="who">
        <h2 class="one-line">${name}</h2>
        <div class="facts small">
          <span>${this.t(`console.service.${state.service}`)}</span>
          <span>${this.t(`console.language.${state.language}`)}</span>
          <span>${this.t('console.conversation.since', { time: formatTime(state.startedAt, this.i18n) })}</span>
          ${closed ? null : this.#presence(state.citizenConnected)}
        </div>
      </div>
      <button
        class="button small ${closed ? 'primary' : ''}"
        type="button"
        @click=${() => this.dispatchEvent(new OpenEvent('finish'))}
      >
        ${this.t(closed ? 'console.conversation.complete' : 'console.conversation.finish')}
      </button>
    `;
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
