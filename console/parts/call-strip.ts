import { css, html, nothing } from 'lit';
import type { CallClient } from '../../widget/core/call-client.ts';
import { inCall } from '../../widget/core/call-state.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { SelectEvent } from './events.ts';
import { icons } from './icons.ts';

/**
 * In a call that is not on screen: the other person goes on seeing, perhaps hearing, the operator, and signs to them.
 *
 * @fires console-select - Back to the call.
 */
export class CallStrip extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }

      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        min-height: 44px;
        padding: 4px 16px;
        border-bottom: 1px solid var(--sportello-border);
        border-inline-start: 6px solid var(--sportello-danger);
        background: var(--sportello-tint);
        font-weight: 600;
      }

      p {
        flex: 1 1 16rem;
      }

      .button.small {
        min-height: 32px;
        padding: 2px 10px;
      }
    `,
  ];
  static override properties = { conversationId: { attribute: false }, call: { attribute: false }, name: {} };

  declare conversationId: string;
  declare call: CallClient<MediaStreamTrack>;
  /** Whom with. */
  declare name: string;

  constructor() {
    super();
    this.name = '';
    new Observe(this, () => this.call);
  }

  protected override render() {
    const { phase, camera, microphone } = this.call.value;
    if (!inCall(phase)) return nothing;
    const on = camera.state === 'on' || camera.state === 'asking';
    const words = [
      this.t('console.call.with', { name: this.name }),
      this.t(on ? 'console.call.seen' : 'console.call.unseen'),
      ...(microphone.state === 'on' ? [this.t('console.call.heard')] : []),
    ];
    return html`<section aria-label=${this.t('console.call.label')}>
      ${icons.lis}
      <p role="status">${words.join(' ')}</p>
      <button
        class="button primary small back"
        type="button"
        @click=${() => this.dispatchEvent(new SelectEvent(this.conversationId))}
      >
        ${this.t('console.call.back')}
      </button>
      <button class="button small camera" type="button" @click=${() => void this.call.setCamera(!on)}>
        ${this.t(on ? 'console.call.camera-off' : 'console.call.camera-on')}
      </button>
    </section>`;
  }
}

define('console-call-strip', CallStrip);

declare global {
  interface HTMLElementTagNameMap {
    'console-call-strip': CallStrip;
  }
}
