import { css, html } from 'lit';
import type { CallClient } from '../core/call-client.ts';
import '../parts/device-check.ts';
import { define, SportelloElement } from '../parts/element.ts';
import { base } from '../parts/theme.ts';

/**
 * Before the call.
 *
 * @fires sportello-call-ready - Into the line, with or without a camera.
 * @fires sportello-call-write - The person would rather write.
 */
export class CallCheckView extends SportelloElement {
  static override properties = { call: { attribute: false } };
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 16px;
      }

      h2 {
        font-size: 1.25em;
      }
    `,
  ];

  declare call: CallClient<MediaStreamTrack>;

  /** To where the screen begins. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus());
  }

  protected override render() {
    return html`
      <h2 tabindex="-1">${this.t('call.check.title')}</h2>
      <sportello-device-check .i18n=${this.i18n} .call=${this.call}></sportello-device-check>
    `;
  }
}

define('sportello-call-check', CallCheckView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-call-check': CallCheckView;
  }
}
