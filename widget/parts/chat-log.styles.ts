import { css } from 'lit';

export const chatLogStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
  }

  /* Its hidden words stand in it, or whatever it lies in could be scrolled to where they would be. */
  #log {
    position: relative;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px;
  }

  #log:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }

  ol {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 0;
    list-style: none;
  }

  .day,
  .event {
    margin-block: 12px 4px;
    color: var(--sportello-text-quiet);
    font-size: 0.875em;
    text-align: center;
  }

  .day {
    display: flex;
    align-items: center;
    gap: 12px;
    font-weight: 600;
  }

  .day::before,
  .day::after {
    content: '';
    flex: 1;
    border-top: 1px solid var(--sportello-border);
  }

  .line {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-width: 85%;
    margin-top: 8px;
  }

  .line.together {
    margin-top: 0;
  }

  .line.mine {
    align-self: flex-end;
    align-items: flex-end;
  }

  .name {
    font-size: 0.875em;
    font-weight: 600;
  }

  .bubble {
    padding: 8px 12px;
    border: 1px solid transparent;
    border-radius: 2px 12px 12px;
    background: var(--sportello-surface-2);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .mine .bubble {
    border-radius: 12px 2px 12px 12px;
    background: var(--sportello-primary);
    color: var(--sportello-on-primary);
  }

  .mine .bubble a {
    color: inherit;
  }

  .mine .bubble :focus-visible {
    outline-color: currentcolor;
    box-shadow: none;
  }

  .meta {
    color: var(--sportello-text-quiet);
    font-size: 0.8125em;
  }

  .refused {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 4px;
    color: var(--sportello-danger);
    font-size: 0.875em;
    text-align: end;
  }

  .refused p {
    flex-basis: 100%;
  }

  .newer {
    position: absolute;
    bottom: 8px;
    left: 50%;
    translate: -50%;
    box-shadow: var(--sportello-shadow);
  }
`;
