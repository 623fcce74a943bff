import { css, html, LitElement } from 'lit';
import { base, tokens } from '../widget/parts/theme.ts';

/** A panel as wide as the widget's, with its colours and letters around what stands in it. */
class PreviewPanel extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        max-width: 420px;
        margin: 0 auto;
        background: var(--sportello-surface);
        color: var(--sportello-text);
        font: var(--sportello-font-size) / 1.5 var(--sportello-font);
      }
    `,
  ];

  protected override render() {
    return html`<slot></slot>`;
  }
}

customElements.define('preview-panel', PreviewPanel);
