import { css, html, nothing, type PropertyValues } from 'lit';
import type { ArticleHead } from '../../protocol/article.ts';
import type { FeedbackWhy } from '../../protocol/feedback.ts';
import { define, SportelloElement } from './element.ts';
import { HelpfulEvent } from './events.ts';
import { base, buttons } from './theme.ts';

/** In the order shown. Written out, because the protocol's own list brings the schemas' library along. */
export const WHY: readonly FeedbackWhy[] = ['other-question', 'unclear', 'incomplete', 'wrong', 'too-long'];

/**
 * Whether an answer was of use, and if not, why: from a short list, so that nothing personal can come in.
 *
 * @fires sportello-helpful - Said. A «no» is said once its reason is chosen, or kept to oneself.
 */
export class Helpful extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        gap: 12px;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }

      h3 {
        flex-basis: 100%;
        font-size: 1.125em;
      }

      .why {
        display: grid;
        gap: 8px;
        justify-items: start;
      }

      .why .button {
        text-align: start;
      }

      legend {
        margin-bottom: 8px;
        padding: 0;
        font-weight: 600;
      }

      [aria-pressed='true'] {
        background: var(--sportello-primary);
        color: var(--sportello-on-primary);
      }
    `,
  ];
  static override properties = { article: { attribute: false }, said: { attribute: false }, asking: { state: true } };

  declare article: ArticleHead;
  /** What was said of this answer before. */
  declare said: boolean | undefined;
  /** The reason of a «no» is still to come. */
  declare asking: boolean;

  constructor() {
    super();
    this.said = undefined;
    this.asking = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#goOn(this.article);
  }

  /** The same place on the screen may come to belong to another answer. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('article');
    if (before) this.#goOn(before);
  }

  protected override render() {
    const no = this.asking || this.said === false;
    const thanks = this.said === undefined ? '' : this.t(this.said ? 'answer.thanksYes' : 'answer.thanksNo');
    return html`<div role="group" aria-labelledby="helpful" class="row">
        <h3 id="helpful">${this.t('answer.helpful')}</h3>
        <button
          class="button small"
          aria-pressed=${this.said === true ? 'true' : 'false'}
          @click=${() => this.#say(true)}
        >
          ${this.t('answer.yes')}
        </button>
        <button class="button small" aria-pressed=${no ? 'true' : 'false'} @click=${this.#ask}>
          ${this.t('answer.no')}
        </button>
      </div>
      ${this.asking ? this.#why() : nothing}
      <p role="status">${this.asking ? '' : thanks}</p>`;
  }

  #why() {
    return html`<fieldset class="why">
      <legend tabindex="-1">${this.t('answer.whyNot')}</legend>
      <div class="row">
        ${WHY.map(
          (why) =>
            html`<button class="button small" @click=${() => this.#say(false, why)}>
              ${this.t(`answer.why.${why}`)}
            </button>`,
        )}
        <button class="button small quiet" @click=${() => this.#say(false)}>${this.t('answer.whySkip')}</button>
      </div>
    </fieldset>`;
  }

  /** The reasons come below the button pressed: the focus goes to them, or a reader would not know. */
  #ask(): void {
    if (this.said !== undefined) return;
    this.asking = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector('legend')?.focus());
  }

  #say(useful: boolean, why?: FeedbackWhy): void {
    const wasAsking = this.asking;
    this.asking = false;
    // Counted once.
    if (this.said !== undefined) return;
    this.said = useful;
    this.dispatchEvent(new HelpfulEvent(this.article, useful, why));
    // The button pressed may have gone with the reasons.
    if (wasAsking) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus());
    }
  }

  /** Gone on without a reason: the «no» counts all the same. */
  #goOn(article: ArticleHead): void {
    if (!this.asking) return;
    this.asking = false;
    this.dispatchEvent(new HelpfulEvent(article, false));
  }
}

define('sportello-helpful', Helpful);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-helpful': Helpful;
  }
}
