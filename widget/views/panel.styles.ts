import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    overflow: hidden;
    padding: 0;
    container-type: inline-size;
    background: var(--sportello-surface);
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 4px 4px 4px 16px;
    border-bottom: 3px solid var(--sportello-primary);
  }

  .title {
    flex: 1;
    font-size: 1.125em;
  }

  header .button.quiet {
    min-height: 44px;
    text-decoration: none;
  }

  header .back {
    margin-inline-start: -12px;
    padding-inline: 12px;
  }

  header .small {
    gap: 4px;
    padding-inline: 8px;
  }

  @container (max-width: 359px) {
    header {
      gap: 0;
      padding-inline: 12px 0;
    }

    header .small svg {
      display: none;
    }
  }

  header .on {
    border-color: var(--sportello-primary);
    background: var(--sportello-tint);
  }

  header abbr {
    text-decoration: none;
  }

  main {
    flex: 1;
    min-height: 0;
  }

  .line {
    border-width: 0 0 1px 6px;
    border-radius: 0;
  }

  .ongoing {
    justify-content: flex-start;
    border-radius: 0;
    padding-inline: 16px;
    text-align: start;
  }

  .ongoing:focus-visible {
    outline-offset: -5px;
    outline-color: var(--sportello-on-primary);
    box-shadow: none;
  }

  .sorry {
    display: grid;
    gap: 16px;
    justify-items: start;
    padding: 16px;
  }
`;
