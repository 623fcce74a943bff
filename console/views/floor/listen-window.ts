import { css, html, nothing } from 'lit';
import type { FloorEntry } from '../../../protocol/desk.ts';
import type { Attaching } from '../../../widget/core/attaching.ts';
import { logEntries, type ConversationModel } from '../../../widget/core/conversation-state.ts';
import { unreachable } from '../../../widget/core/unreachable.ts';
import '../../../widget/parts/chat-log.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { Observe } from '../../../widget/parts/observe.ts';
import { base, notices } from '../../../widget/parts/theme.ts';
import type { Listening } from '../../core/listening.ts';
import '../../parts/dialog.ts';
import { icons } from '../../parts/icons.ts';
import { citizenLabel, refusalWords } from '../../parts/words.ts';

/**
 * Somebody else's conversation, to be read along while the window is open; its operator sees who does.
 *
 * @fires close - It was put away.
 */
export class ListenWindow extends SportelloElement {
  static override styles = [
    base,
    notices,
    css`
      console-dialog {
        --console-dialog-width: 720px;
      }

      .seen {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 6px 12px;
        background: var(--sportello-surface-2);
        font-weight: 600;
      }

      sportello-chat-log {
        height: min(56dvh, 560px);
        border: 1px solid var(--sportello-border);
      }

      .notice {
        margin-top: 8px;
      }
    `,
  ];
  static override properties = {
    entry: { attribute: false },
    listening: { attribute: false },
    attaching: { attribute: false },
  };

  declare entry: FloorEntry;
  declare listening: Listening;
  declare attaching: Attaching<Blob> | undefined;

  constructor() {
    super();
    new Observe(this, () => this.listening);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.close();
  }

  protected override render() {
    const operator = this.entry.operator.name;
    return html`<console-dialog
      .i18n=${this.i18n}
      .heading=${this.t('console.floor.listen-title', { operator, name: citizenLabel(this.i18n, this.entry) })}
      open
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <p class="seen">${icons.eye}${this.t('console.floor.listen-seen', { operator })}</p>
      ${this.#content()}
    </console-dialog>`;
  }

  #content() {
    const { value } = this.listening;
    switch (value.name) {
      case 'opening':
        return html`<p role="status">${this.t('console.floor.listen-opening')}</p>`;
      case 'failed':
        return html`<p class="notice danger" role="alert">
          ${this.t('console.floor.listen-failed')} ${refusalWords(this.i18n, 'console.floor.code', value.code)}
        </p>`;
      case 'reading':
        return html`${this.#log(value.conversation)}
          <div role="status">
            ${value.over ? html`<p class="notice">${this.t('console.floor.listen-over')}</p>` : nothing}
          </div>`;
      default:
        return unreachable(value);
    }
  }

  #log(conversation: ConversationModel) {
    return html`<sportello-chat-log
      .i18n=${this.i18n}
      .entries=${logEntries(conversation)}
      .me=${null}
      .readByOther=${conversation.state.read.citizen}
      .names=${{ citizen: citizenLabel(this.i18n, this.entry), operator: this.entry.operator.name }}
      .attaching=${this.attaching}
    ></sportello-chat-log>`;
  }
}

define('console-listen', ListenWindow);

declare global {
  interface HTMLElementTagNameMap {
    'console-listen': ListenWindow;
  }
}
