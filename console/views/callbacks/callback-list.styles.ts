import { css } from 'lit';

export const callbackListStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 10px 12px 10px 0;
    border-top: 1px solid var(--sportello-border);
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: break-word;
  }

  :is(th, td):first-child {
    padding-inline-start: 12px;
  }

  td a {
    overflow-wrap: anywhere;
  }

  thead th {
    border-top: 0;
    color: var(--sportello-text-quiet);
    font-size: 0.875rem;
    font-weight: 600;
    vertical-align: bottom;
  }

  .group th {
    padding-top: 20px;
    border-top: 0;
    border-bottom: 2px solid var(--sportello-border);
    font-size: 1.0625rem;
  }

  .overdue .group th {
    border-bottom-color: var(--sportello-danger);
    color: var(--sportello-danger);
  }

  .group .count {
    font-weight: 400;
  }

  tr:not(.group) {
    cursor: pointer;
  }

  tbody tr:not(.group):hover {
    background: var(--sportello-surface-2);
  }

  tbody .shown,
  tbody tr.shown:hover {
    background: var(--sportello-tint);
    box-shadow: inset 4px 0 var(--sportello-primary);
  }

  .due {
    white-space: normal;
  }

  .late {
    color: var(--sportello-danger);
    font-weight: 700;
  }

  .gone td {
    text-decoration: line-through;
  }

  .number {
    min-height: 28px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--sportello-primary);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    white-space: nowrap;
    cursor: pointer;
  }

  .fresh-strip {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 4px 8px 4px 16px;
    background: var(--sportello-tint);
    font-weight: 600;
  }

  @container (max-width: 640px) {
    table,
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

    tbody tr:not(.group) {
      padding: 10px 12px;
      border-top: 1px solid var(--sportello-border);
    }

    .group + tr {
      border-top: 0;
    }

    td,
    td:first-child {
      padding: 1px 0;
      border: 0;
    }

    .group th {
      padding: 20px 12px 6px;
    }

    .number {
      min-height: 36px;
    }

    /* The head that the cell stood under; who hears the table hears it already. */
    td:nth-child(n + 4)::before {
      color: var(--sportello-text-quiet);
      font-size: 0.875rem;
      content: attr(data-head) ': ' / '';
    }
  }
`;
