import { css, html, type PropertyValues } from 'lit';
import type { Language } from '../../protocol/conversation.ts';
import type { LisVideo } from '../../protocol/article.ts';
import { define, SportelloElement } from './element.ts';
import { base, buttons, notices } from './theme.ts';

const SPEEDS = [0.5, 0.75, 1, 1.25] as const;

/**
 * An answer in sign language: the browser's own player, captions on, at the speed one wants. It never starts by itself
 * and has no sound to make.
 */
export class LisVideoView extends SportelloElement {
  static override styles = [
    base,
    buttons,
    notices,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      video {
        width: 100%;
        /* Zoomed in, the player with its buttons still fits the screen. */
        max-height: max(10rem, 55dvh);
        aspect-ratio: 4 / 3;
        border-radius: var(--sportello-radius);
        background: #000000;
        object-fit: contain;
      }

      fieldset {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }

      legend {
        float: inline-start;
        margin-inline-end: 8px;
        padding: 0;
        font-weight: 600;
      }

      .button[aria-pressed='true'] {
        background: var(--sportello-primary);
        color: var(--sportello-on-primary);
      }
    `,
  ];
  static override properties = {
    clip: { attribute: false },
    captionsLang: { attribute: false },
    label: { attribute: false },
    speed: { state: true },
    failed: { state: true },
  };

  declare clip: LisVideo;
  declare captionsLang: Language;
  /** The question it answers. */
  declare label: string;
  declare speed: number;
  declare failed: boolean;

  constructor() {
    super();
    this.captionsLang = 'it';
    this.label = '';
    this.speed = 1;
    this.failed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('clip')) this.failed = false;
  }

  protected override render() {
    if (this.failed) return html`<p class="notice warning" role="status">${this.t('article.lis.failed')}</p>`;
    const { video, captions } = this.clip;
    // The clip may come from another origin than the page: captions are read across origins only when both allow it.
    return html`<video
        controls
        playsinline
        preload="metadata"
        crossorigin="anonymous"
        aria-label=${this.t('article.lis.label', { title: this.label })}
        .muted=${true}
        .src=${video}
        @error=${this.#fail}
        @loadedmetadata=${this.#handleReady}
      >
        <track
          default
          kind="captions"
          srclang=${this.captionsLang}
          label=${this.t('article.lis.captions')}
          src=${captions}
        />
      </video>
      <fieldset>
        <legend>${this.t('article.lis.speed')}</legend>
        ${SPEEDS.map((speed) => this.#button(speed))}
      </fieldset>`;
  }

  #button(speed: number) {
    const words = this.t('article.lis.times', { speed: new Intl.NumberFormat(this.i18n.lang).format(speed) });
    return html`<button
      class="button small"
      type="button"
      aria-pressed=${speed === this.speed ? 'true' : 'false'}
      @click=${() => this.#choose(speed)}
    >
      ${words}
    </button>`;
  }

  get #player(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  #choose(speed: number): void {
    this.speed = speed;
    this.#handleReady();
  }

  /** A newly loaded clip begins at the player's own speed. */
  #handleReady = (): void => {
    const player = this.#player;
    if (player) player.playbackRate = this.speed;
  };

  #fail = ({ target, currentTarget }: Event): void => {
    // A missing caption track is no reason to take the clip away.
    if (target === currentTarget) this.failed = true;
  };
}

define('sportello-lis-video', LisVideoView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-lis-video': LisVideoView;
  }
}
