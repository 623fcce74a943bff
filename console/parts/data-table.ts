import { css, html, nothing } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import { badge, panel } from './styles.ts';

export interface TableContent {
  /** What the rows are, and in which order. */
  caption: string;
  heads: readonly TableHead[];
  /** One cell for each head; the first names the row. */
  rows: readonly (readonly unknown[])[];
}

export interface TableHead {
  words: string;
  /** Numbers stand under each other. */
  number?: boolean;
}

/** More than these are shown when asked for. */
const SHOWN = 15;

/** A table that becomes a list of cards where there is no room: nothing is ever scrolled sideways. */
export class DataTable extends SportelloElement {
  static override styles = [
    base,
    buttons,
    panel,
    badge,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      caption {
        padding-bottom: 8px;
        color: var(--sportello-text-quiet);
        text-align: start;
      }

      th,
      td {
        padding: 8px 24px 8px 0;
        border-top: 1px solid var(--sportello-border);
        text-align: start;
        vertical-align: top;
        overflow-wrap: break-word;
      }

      :is(th, td):last-child {
        padding-inline-end: 0;
      }

      thead th {
        border-top: 0;
        color: var(--sportello-text-quiet);
        font-size: 0.875rem;
        font-weight: 600;
        line-height: 1.25;
        vertical-align: bottom;
      }

      tbody th {
        min-width: 14em;
        font-weight: 600;
      }

      .number {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      .zero {
        color: var(--sportello-text-quiet);
      }

      .some {
        font-weight: 700;
      }

      .also {
        color: var(--sportello-text-quiet);
        font-size: 0.875rem;
        font-weight: 400;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }

      .badge.there {
        color: var(--sportello-success);
      }

      .reasons {
        display: grid;
        min-width: 13em;
        list-style: none;
      }

      .more {
        margin-top: 8px;
      }

      @container (max-width: 700px) {
        table,
        caption,
        tbody,
        tr,
        th,
        td {
          display: block;
        }

        thead {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        tr {
          padding-block: 12px;
          border-top: 1px solid var(--sportello-border);
        }

        th,
        td {
          padding: 2px 0;
          border: 0;
        }

        .number {
          text-align: start;
        }

        /* The head that the cell stood under; who hears the table hears it already. */
        td::before {
          color: var(--sportello-text-quiet);
          font-size: 0.875rem;
          content: attr(data-head) ': ' / '';
        }
      }
    `,
  ];
  static override properties = { content: { attribute: false }, whole: { state: true } };

  declare content: TableContent;
  declare whole: boolean;

  constructor() {
    super();
    this.whole = false;
  }

  /** The roles are said too: drawn as blocks, some browsers would take a table for none. */
  protected override render() {
    const { caption, heads, rows } = this.content;
    const shown = this.whole ? rows : rows.slice(0, SHOWN);
    return html`
      <table role="table">
        <caption>
          ${caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            ${heads.map(
              ({ words, number }) =>
                html`<th class=${number ? 'number' : nothing} scope="col" role="columnheader">${words}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map((cells) => this.#row(cells))}
        </tbody>
      </table>
      ${shown.length < rows.length ? this.#more(rows.length) : nothing}
    `;
  }

  #row([name, ...cells]: readonly unknown[]) {
    return html`<tr role="row">
      <th scope="row" role="rowheader">${name}</th>
      ${cells.map((cell, index) => this.#cell(cell, this.content.heads[index + 1]))}
    </tr>`;
  }

  #cell(cell: unknown, head: TableHead | undefined) {
    const kind = head?.number ? `number ${cell === 0 ? 'zero' : ''}` : nothing;
    return html`<td class=${kind} role="cell" data-head=${head?.words ?? nothing}>${cell}</td>`;
  }

  #more(count: number) {
    return html`<button class="button small more" type="button" @click=${() => this.#showAll()}>
      ${this.t('console.editors.show-all', { count })}
    </button>`;
  }

  /** The button goes: the focus stays where it was, on the first row that is new. */
  #showAll(): void {
    this.whole = true;
    void this.updateComplete.then(() => {
      const first = this.renderRoot.querySelectorAll<HTMLElement>('tbody th')[SHOWN];
      first?.setAttribute('tabindex', '-1');
      first?.focus();
    });
  }
}

define('console-table', DataTable);

declare global {
  interface HTMLElementTagNameMap {
    'console-table': DataTable;
  }
}
