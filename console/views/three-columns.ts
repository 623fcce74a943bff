import { css, html, type PropertyValues } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import { withWidth, type Column, type Columns } from '../core/columns.ts';
import '../parts/column-line.ts';
import { ResizeEvent, type WidthEvent } from '../parts/events.ts';
import { panel } from '../parts/styles.ts';

export const VIEWS = ['queues', 'conversation', 'context'] as const;
export type View = (typeof VIEWS)[number];

/**
 * Three columns side by side where there is room; on a narrow screen one at a time, with a switch.
 *
 * @slot queues
 * @slot conversation
 * @slot context
 * @fires console-resize - The columns are to be this wide.
 */
export class ThreeColumns extends SportelloElement {
  static override styles = [
    base,
    panel,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }

      .columns {
        display: grid;
        flex: 1;
        grid-template-columns: var(--left) 1px minmax(0, 1fr) 1px var(--right);
        grid-template-rows: minmax(0, 1fr);
        min-height: 0;
      }

      .view {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }

      ::slotted(*) {
        flex: 1;
        min-height: 0;
      }

      .switch {
        display: none;
      }

      @media (max-width: 959px) {
        .switch {
          display: flex;
          border-bottom: 1px solid var(--sportello-border);
        }

        .switch button {
          flex: 1;
          min-height: 44px;
          padding: 4px;
          border: 0;
          border-bottom: 4px solid transparent;
          background: none;
          cursor: pointer;
        }

        .switch button:hover {
          background: var(--sportello-surface-2);
        }

        .switch [aria-current='true'] {
          border-bottom-color: var(--sportello-primary);
          font-weight: 700;
        }

        .switch button:focus-visible {
          outline-offset: -3px;
          box-shadow: none;
        }

        .columns {
          grid-template-columns: minmax(0, 1fr);
        }

        console-column-line,
        .view:not(.current) {
          display: none;
        }
      }

      @media (max-width: 959px) and (forced-colors: active) {
        .switch button {
          border-bottom-color: Canvas;
        }

        .switch [aria-current='true'] {
          border-bottom-color: Highlight;
        }
      }

      /* Little height, as at 200 % zoom, or a phone, where the bar takes much of it: the page scrolls instead of squeezing everything into a slit. */
      @media (max-height: 560px), (max-width: 480px) {
        .columns {
          flex: none;
          height: max(420px, calc(100dvh - 136px));
        }

        :host([tall]) .columns {
          height: 640px;
        }
      }
    `,
  ];
  static override properties = {
    columns: { attribute: false },
    view: { attribute: false },
    waiting: { attribute: false },
    tall: { type: Boolean, reflect: true },
  };

  declare columns: Columns;
  /** Which one a narrow screen shows. */
  declare view: View;
  /** How much waits behind the first view: shown in the switch. */
  declare waiting: number;
  /** There is a call to be seen. */
  declare tall: boolean;

  constructor() {
    super();
    this.view = 'queues';
    this.waiting = 0;
    this.tall = false;
  }

  /** Whether this view is on screen now. */
  shows(view: View): boolean {
    const place = this.renderRoot.querySelector(`.${view}`);
    return place !== null && getComputedStyle(place).display !== 'none';
  }

  protected override render() {
    return html`
      <nav class="switch" aria-label=${this.t('console.view.label')}>
        ${VIEWS.map(
          (view) => html`
            <button
              type="button"
              aria-current=${view === this.view ? 'true' : 'false'}
              @click=${() => (this.view = view)}
            >
              ${this.t(`console.view.${view}`)}${view === 'queues' && this.waiting > 0 ? ` (${this.waiting})` : ''}
            </button>
          `,
        )}
      </nav>
      <div class="columns">
        ${this.#place('queues')}${this.#line('left')}${this.#place('conversation')}${this.#line('right')}
        ${this.#place('context')}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Through the object model: a style attribute would break the page's Content-Security-Policy.
    this.style.setProperty('--left', `${this.columns.left}px`);
    this.style.setProperty('--right', `${this.columns.right}px`);
    if (changed.has('view')) this.dispatchEvent(new Event('console-view'));
  }

  #place(view: View) {
    return html`<div class="view ${view} ${view === this.view ? 'current' : ''}"><slot name=${view}></slot></div>`;
  }

  #line(column: Column) {
    return html`<console-column-line
      .i18n=${this.i18n}
      .column=${column}
      .columns=${this.columns}
      @console-width=${(event: WidthEvent) =>
        this.dispatchEvent(new ResizeEvent(withWidth(this.columns, column, event.detail.width)))}
    ></console-column-line>`;
  }
}

define('console-columns', ThreeColumns);

declare global {
  interface HTMLElementTagNameMap {
    'console-columns': ThreeColumns;
  }
}
