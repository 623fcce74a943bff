import { css } from 'lit';

export const conversationPaneStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
  }

  .stage-and-text {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    container-type: size;
  }

  .stage {
    flex: none;
    max-height: 68%;
    border-bottom: 1px solid var(--sportello-border);
  }

  /* Names and buttons stay in view: the pictures share what height is left. */
  sportello-call-stage {
    --sportello-call-picture-height: max(160px, calc(68cqh - 150px));

    max-width: max(500px, calc(var(--sportello-call-picture-height) * 8 / 3 + 32px));
    margin-inline: auto;
  }

  /* Too narrow for two side by side: one over the other. */
  @container (max-width: 495px) {
    sportello-call-stage {
      --sportello-call-picture-height: max(150px, calc((68cqh - 190px) / 2));

      max-width: max(300px, calc(var(--sportello-call-picture-height) * 4 / 3 + 24px));
    }
  }

  .text {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  /* Nor high enough for that: small side by side, so that the buttons are to be seen. */
  @container (max-width: 495px) and (max-height: 640px) {
    sportello-call-stage {
      --sportello-call-picture-height: max(110px, calc(68cqh - 190px));
      --sportello-call-tiles: repeat(2, minmax(0, 1fr));

      max-width: none;
    }
  }

  /* Text beside the pictures where there is room for both, under them elsewhere. */
  @container (min-width: 1080px) {
    .in-call {
      flex-direction: row;
    }

    .in-call .stage {
      flex: 3;
      min-width: 0;
      max-height: none;
      border-bottom: 0;
      border-inline-end: 1px solid var(--sportello-border);
    }

    .in-call sportello-call-stage {
      --sportello-call-picture-height: max(160px, calc(100cqh - 150px));
    }

    .in-call .text {
      flex: 2;
    }
  }

  /* A small office screen: pictures still large enough for signs, and room to read what is written beside them. */
  @media (max-height: 860px) {
    @container (min-width: 496px) and (max-width: 1079px) {
      .in-call .stage {
        max-height: 64%;
      }

      .in-call sportello-call-stage {
        --sportello-call-picture-height: max(160px, calc(64cqh - 188px));
      }

      /* The articles beside them are found in the column of the citizen, too. */
      .in-call console-offers {
        display: none;
      }
    }
  }

  sportello-chat-log {
    flex: 1;
    min-height: 0;
  }

  /* Always there, so that the log does not jump when somebody types. */
  .typing {
    min-height: 24px;
    padding-inline: 16px;
  }

  console-composer {
    padding: 4px 16px 8px;
  }

  console-side {
    flex: 1.2 0 220px;
  }

  /* Two logs where there is no room for both: what does not fit is scrolled to. */
  .text:has(console-side) {
    overflow-y: auto;
  }

  .text:has(console-side) sportello-chat-log {
    flex-basis: 120px;
    flex-shrink: 0;
  }

  .to-citizen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 8px 16px;
    border-top: 1px solid var(--sportello-border);
  }

  .to-citizen p {
    flex: 1 1 14em;
  }

  .call-ready {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin: 8px 16px;
  }

  .ended {
    margin: 8px 16px 16px;
  }
`;
