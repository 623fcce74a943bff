import { css } from 'lit';

export const deviceCheckStyles = css`
  :host {
    display: grid;
    gap: 16px;
  }

  .picture {
    position: relative;
    aspect-ratio: 4 / 3;
    width: 100%;
    max-width: 640px;
    max-height: min(60dvh, 480px);
    margin: 0 auto;
    overflow: hidden;
    border: 1px solid var(--sportello-border);
    border-radius: var(--sportello-radius);
    background: #17212b;
    color: #ffffff;
  }

  video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
    transform: scaleX(-1);
  }

  /* Light on a dark edge: seen on any picture. */
  .guide {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    fill: none;
    pointer-events: none;
  }

  .guide .edge {
    stroke: rgb(0 0 0 / 60%);
    stroke-width: 5px;
  }

  .guide .line {
    stroke: #ffffff;
    stroke-width: 2px;
    stroke-dasharray: 8 6;
  }

  .instead {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 16px;
    text-align: center;
  }

  .instead svg {
    width: 3em;
    height: 3em;
  }

  .facts {
    display: grid;
    gap: 8px;
    list-style: none;
  }

  .facts li {
    display: flex;
    align-items: start;
    gap: 8px;
  }

  .facts .dark,
  .facts .bright {
    font-weight: 600;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
