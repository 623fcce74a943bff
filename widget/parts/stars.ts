import { css, html } from 'lit';
import { define, SportelloElement } from './element.ts';
import { moreIcons } from './more-icons.ts';
import { base } from './theme.ts';

const MOST = 5;

/** One to five stars: radio buttons, each with its number in words. */
export class Stars extends SportelloElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      legend {
        margin-bottom: 8px;
        padding: 0;
        font-size: 1.125em;
        font-weight: 700;
      }

      .stars {
        display: flex;
      }

      label {
        position: relative;
        display: grid;
        place-items: center;
        width: 48px;
        height: 48px;
        border-radius: var(--sportello-radius);
        color: var(--sportello-field-border);
        cursor: pointer;
      }

      label svg {
        width: 32px;
        height: 32px;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.5;
      }

      label.on {
        color: var(--sportello-primary);
      }

      label.on svg {
        fill: currentcolor;
      }

      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }

      /* The button itself is not seen: the ring goes around its star. */
      input:focus-visible + svg {
        border-radius: var(--sportello-radius);
        outline: 3px solid var(--sportello-focus);
        outline-offset: 3px;
      }

      .missing {
        color: var(--sportello-danger);
        font-weight: 600;
      }

      @media (forced-colors: active) {
        label.on {
          color: Highlight;
        }
      }
    `,
  ];
  static override properties = { value: { type: Number }, label: { attribute: false }, missing: { state: true } };

  /** 1 to 5; 0 while none is chosen. */
  declare value: number;
  declare label: string;
  declare missing: boolean;

  constructor() {
    super();
    this.value = 0;
    this.label = '';
    this.missing = false;
  }

  /** Whether stars were chosen; says so if not. */
  check(): boolean {
    this.missing = this.value === 0;
    if (this.missing) this.renderRoot.querySelector('input')?.focus();
    return !this.missing;
  }

  protected override render() {
    return html`<fieldset aria-describedby="missing">
      <legend>${this.label}</legend>
      <div class="stars">${Array.from({ length: MOST }, (_, index) => this.#star(index + 1))}</div>
      <p class="chosen">${this.value ? this.t('end.star', { count: this.value }) : ''}</p>
      <p id="missing" class="missing" role="alert">${this.missing ? this.t('end.missing') : ''}</p>
    </fieldset>`;
  }

  #star(count: number) {
    return html`<label class=${count <= this.value ? 'on' : ''}>
      <input
        type="radio"
        name="stars"
        value=${count}
        aria-label=${this.t('end.star', { count })}
        .checked=${count === this.value}
        @change=${() => this.#choose(count)}
      />${moreIcons.star}
    </label>`;
  }

  #choose(count: number): void {
    this.value = count;
    this.missing = false;
  }
}

define('sportello-stars', Stars);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-stars': Stars;
  }
}
