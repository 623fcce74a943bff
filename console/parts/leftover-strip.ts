import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import type { Leftover } from '../core/leftovers.ts';
import { icons } from './icons.ts';
import { citizenLabel } from './words.ts';

/**
 * What did not leave before its citizen went to somebody else: said, shown, to be copied or taken away.
 *
 * @fires console-leftover-drop - It is to be taken away; `detail` is the conversation's id.
 */
export class LeftoverStrip extends SportelloElement {
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
        gap: 8px 12px;
        padding: 8px 16px;
        border-bottom: 1px solid var(--sportello-border);
        border-inline-start: 6px solid var(--sportello-warning);
        background: var(--sportello-warning-tint);
      }

      .words {
        flex: 1 1 20rem;
        min-width: 0;
      }

      .what {
        font-weight: 600;
      }

      .text {
        max-height: 4.5em;
        overflow-y: auto;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        user-select: all;
      }

      .button.small {
        min-height: 32px;
        padding: 2px 10px;
      }
    `,
  ];
  static override properties = { leftovers: { attribute: false }, copied: { state: true } };

  declare leftovers: readonly Leftover[];
  /** The conversation whose words were copied last. */
  declare copied: string | null;

  constructor() {
    super();
    this.leftovers = [];
    this.copied = null;
  }

  protected override render() {
    return html`<div role="status">
      ${repeat(
        this.leftovers,
        ({ conversationId }) => conversationId,
        (leftover) => this.#one(leftover),
      )}
    </div>`;
  }

  #one(leftover: Leftover) {
    const { conversationId, texts } = leftover;
    const name = citizenLabel(this.i18n, leftover);
    return html`<section aria-label=${this.t('console.leftover.label', { name })}>
      ${icons.warning}
      <div class="words">
        <p class="what">${this.t('console.leftover.what', { name })}</p>
        <p class="text" tabindex="0">${texts.join('\n')}</p>
      </div>
      <button class="button small" type="button" @click=${(event: Event) => void this.#copy(leftover, event)}>
        ${this.t(this.copied === conversationId ? 'console.leftover.copied' : 'console.leftover.copy')}
      </button>
      <button
        class="button quiet small"
        type="button"
        @click=${() => this.dispatchEvent(new CustomEvent('console-leftover-drop', { detail: conversationId }))}
      >
        ${this.t('console.leftover.drop')}
      </button>
    </section>`;
  }

  /** Where the browser does not let us copy, the words are selected for the person to do so. */
  async #copy({ conversationId, texts }: Leftover, { currentTarget }: Event): Promise<void> {
    const text = (currentTarget as HTMLElement).parentElement?.querySelector('.text');
    try {
      await navigator.clipboard.writeText(texts.join('\n'));
      this.copied = conversationId;
    } catch {
      if (text) getSelection()?.selectAllChildren(text);
    }
  }
}

define('console-leftovers', LeftoverStrip);

declare global {
  interface HTMLElementTagNameMap {
    'console-leftovers': LeftoverStrip;
  }
}
