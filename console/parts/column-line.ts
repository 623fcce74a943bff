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

  #drag: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drag?.abort();
  }

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

  /** From here on every move counts, wherever the pointer gets to. */
  readonly #handleGrip = (grip: PointerEvent): void => {
    const begin = this.columns[this.column];
    const drag = new AbortController();
    const { signal } = drag;
    const move = ({ clientX }: PointerEvent): void => {
      const moved = clientX - grip.clientX;
      this.#ask(begin + (this.column === 'left' ? moved : -moved));
    };
    this.#drag = drag;
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', () => drag.abort(), { signal });
    addEventListener('pointercancel', () => drag.abort(), { signal });
  };
}

define('console-column-line', ColumnLine);

declare global {
  interface HTMLElementTagNameMap {
    'console-column-line': ColumnLine;
  }
}
