import { css, html } from 'lit';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons, notices } from '../../widget/parts/theme.ts';

/**
 * Asked before what is not saved is thrown away.
 *
 * @fires console-keep - The work goes on.
 * @fires console-drop - The changes are of no use.
 */
export class Unsaved extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    css`
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }

      p {
        flex: 1 1 12em;
        font-weight: 600;
      }
    `,
  ];

  /** Puts the focus on what loses nothing. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('button')?.focus());
  }

  protected override render() {
    return html`<div class="notice warning" role="alertdialog" aria-labelledby="words">
      <p id="words">${this.t('console.people.unsaved.words')}</p>
      <button class="button primary small" type="button" @click=${() => this.dispatchEvent(new Event('console-keep'))}>
        ${this.t('console.people.unsaved.keep')}
      </button>
      <button class="button danger small" type="button" @click=${() => this.dispatchEvent(new Event('console-drop'))}>
        ${this.t('console.people.unsaved.drop')}
      </button>
    </div>`;
  }
}

define('console-unsaved', Unsaved);

declare global {
  interface HTMLElementTagNameMap {
    'console-unsaved': Unsaved;
  }
}
