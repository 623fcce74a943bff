import { css, html, nothing } from 'lit';
import type { WritableObservable } from '../core/observable.ts';
import { handedOver, takenOut, type Visit } from '../core/visit.ts';
import { define, SportelloElement } from './element.ts';
import { icons } from './icons.ts';
import { Observe } from './observe.ts';
import { base, buttons } from './theme.ts';

/**
 * What goes along to the operator: what was searched and read, and a way to take each out.
 *
 * @fires sportello-taken-out - A line was taken out by hand: the focus needs another place. `detail` is its text.
 */
export class HandedOver extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      h3 {
        margin-bottom: 8px;
        font-size: 1.125em;
      }

      .quiet-text {
        color: var(--sportello-text-quiet);
        font-size: 0.9375em;
      }

      .lines,
      .lines + p {
        margin-top: 8px;
      }

      .lines {
        padding: 0;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        list-style: none;
      }

      .lines li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 4px 4px 4px 12px;
      }

      .lines li + li {
        border-top: 1px solid var(--sportello-border);
      }

      .lines span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  static override properties = { visit: { attribute: false }, titleOf: { attribute: false } };

  declare visit: WritableObservable<Visit>;
  declare titleOf: (article: string) => string;

  constructor() {
    super();
    new Observe(this, () => this.visit);
  }

  protected override render() {
    const { searches, articles } = handedOver(this.visit.value);
    if (searches.length + articles.length === 0) return html`<p>${this.t('handover.nothing')}</p>`;
    return html`<section>
      <h3>${this.t('handover.context')}</h3>
      <p class="quiet-text">${this.t('handover.contextHint')}</p>
      <ul class="lines">
        ${searches.map((text) => this.#line(text, 'searched', text))}
        ${articles.map((id) => this.#line(id, 'read', this.titleOf(id)))}
      </ul>
      ${searches.length ? html`<p class="quiet-text">${this.t('question.kept')}</p>` : nothing}
    </section>`;
  }

  #line(key: string, kind: 'searched' | 'read', text: string) {
    return html`<li>
      <span>${this.t(`handover.${kind}`, { text })}</span>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${this.t('handover.removeLabel', { text })}
        @click=${() => this.#takeOut(key, text)}
      >
        ${icons.close}
      </button>
    </li>`;
  }

  #takeOut(key: string, text: string): void {
    this.visit.set(takenOut(this.visit.value, key));
    this.dispatchEvent(new CustomEvent('sportello-taken-out', { detail: text }));
  }
}

define('sportello-handed-over', HandedOver);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-handed-over': HandedOver;
  }
}
