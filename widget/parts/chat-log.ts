import { html } from 'lit';
import type { Side } from '../../protocol/message.ts';
import type { LogEntry } from '../core/conversation-state.ts';
import { define, SportelloElement } from './element.ts';
import { base } from './theme.ts';

/**
 * The log of a conversation: days apart, own lines right, delivery in words. A reader hears what is added and never
 * the history again.
 *
 * @fires sportello-pending - A refused text is to be tried again or taken out.
 */
export class ChatLog extends SportelloElement {
  static override styles = [base];
  static override properties = {
    entries: { attribute: false },
    me: { attribute: false },
    readByOther: { attribute: false },
    names: { attribute: false },
  };

  /** Oldest first. */
  declare entries: readonly LogEntry[];
  declare me: Side;
  /** The highest sequence number the other side has seen. */
  declare readByOther: number;
  /** As shown beside the other side's lines; the own side is called by a word of the locale. */
  declare names: Readonly<Record<Side, string | null>>;

  constructor() {
    super();
    this.entries = [];
    this.me = 'citizen';
    this.readByOther = 0;
    this.names = { citizen: null, operator: null };
  }

  protected override render() {
    return html`<div role="log"></div>`;
  }
}

define('sportello-chat-log', ChatLog);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-chat-log': ChatLog;
  }
}
