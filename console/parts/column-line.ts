import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base } from '../../widget/parts/theme.ts';
import { COLUMN_LIMITS, widthForKey, type Column, type Columns } from '../core/columns.ts';
import { WidthEvent } from './events.ts';

/**
 * The line between two columns: moved by dragging it, by the arrow keys (more with Shift), Home, End; Enter or a double
 * click bring the usual width back. The settings have the same widths as sliders, for who does not drag.
 *
 * @fires console-width - The column beside it is to be this wide.
 */
export class ColumnLine extends SportelloElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      div {
        position: relative;
        height: 100%;
        background: var(--sportello-border);
        cursor: col-resize;
        touch-action: none;
      }

      /* Wider to catch than to see. */
      div::before {
        position: absolute;
        z-index: 1;
        inset: 0 -5px;
        content: '';
      }

      div:hover,
      div:focus-visible {
        background: var(--sportello-primary);
      }

      div:focus-visible {
        outline-offset: 0;
      }

      @media (forced-colors: active) {
        div {
          forced-color-adjust: none;
          background: CanvasText;
        }

        div:hover,
        div:focus-visible {
          background: Highlight;
        }
      }
    `,
  ];
  static override properties = { column: { attribute: false }, columns: { attribute: false } };

  declare column: Column;
  declare columns: Columns;

  #grip: { x: number; width: number } | undefined;

  protected override render() {
    const { min, max } = COLUMN_LIMITS[this.column];
    return html`
      <div
        role="separator"
        tabindex="0"
        aria-orientation="vertical"
        aria-label=${this.t(`console.column.${this.column}`)}
        aria-valuemin=${min}
        aria-valuemax=${max}
        aria-valuenow=${this.columns[this.column]}
        aria-valuetext=${this.t('console.settings.pixels', { count: this.columns[this.column] })}
        @keydown=${this.#handleKey}
        @dblclick=${() => this.#ask(COLUMN_LIMITS[this.column].usual)}
        @pointerdown=${this.#handleGrip}
        @pointermove=${this.#handleMove}
        @pointerup=${this.#handleRelease}
        @pointercancel=${this.#handleRelease}
      ></div>
    `;
  }

  #ask(width: number): void {
    this.dispatchEvent(new WidthEvent(width));
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const width = widthForKey(this.columns, this.column, event.key, event.shiftKey);
    if (width === undefined) return;
    event.preventDefault();
    this.#ask(width);
  };

  readonly #handleGrip = (event: PointerEvent): void => {
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#grip = { x: event.clientX, width: this.columns[this.column] };
  };

  readonly #handleMove = (event: PointerEvent): void => {
    if (this.#grip === undefined) return;
    const moved = event.clientX - this.#grip.x;
    this.#ask(this.#grip.width + (this.column === 'left' ? moved : -moved));
  };

  readonly #handleRelease = (): void => {
    this.#grip = undefined;
  };
}

define('console-column-line', ColumnLine);

declare global {
  interface HTMLElementTagNameMap {
    'console-column-line': ColumnLine;
  }
}
