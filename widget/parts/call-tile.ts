import { css, html, nothing, type PropertyValues } from 'lit';
import { icons } from './call-icons.ts';
import { define, SportelloElement } from './element.ts';
import { base } from './theme.ts';

/**
 * One person's picture, with the name under it. It always shows the whole picture: what a crop cuts off may be a hand.
 *
 * @csspart picture - The frame around the picture.
 * @cssproperty --sportello-call-picture-height - The most height that a picture may take.
 */
export class CallTile extends SportelloElement {
  static override properties = {
    track: { attribute: false },
    name: { attribute: false },
    label: { attribute: false },
    instead: { attribute: false },
    mirrored: { type: Boolean },
    voice: { type: Boolean },
  };

  /** The picture, or null. */
  declare track: MediaStreamTrack | null;
  /** As shown under the picture. */
  declare name: string;
  /** What readers call the picture. */
  declare label: string;
  /** Words in place of the picture; empty when the picture is to be seen. */
  declare instead: string;
  /** For the person's own picture, and for their eyes only. */
  declare mirrored: boolean;
  /** The person's microphone is on. */
  declare voice: boolean;

  constructor() {
    super();
    this.track = null;
    this.name = '';
    this.label = '';
    this.instead = '';
    this.mirrored = false;
    this.voice = false;
  }

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      figure {
        display: grid;
        gap: 4px;
        margin: 0;
      }

      .picture {
        position: relative;
        width: min(100%, calc(var(--sportello-call-picture-height, 60rem) * 4 / 3));
        aspect-ratio: 4 / 3;
        margin-inline: auto;
        overflow: hidden;
        outline: 1px solid var(--sportello-border);
        outline-offset: -1px;
        border-radius: var(--sportello-radius);
        background: #17212b;
        color: #ffffff;
      }

      video {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }

      video.mirrored {
        transform: scaleX(-1);
      }

      .instead {
        position: absolute;
        inset: 0;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 8px;
        padding: 8px;
        text-align: center;
      }

      .instead svg {
        width: 3em;
        height: 3em;
      }

      figcaption {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 0 8px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .voice {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-weight: 400;
      }

      .voice svg {
        width: 1.25em;
        height: 1.25em;
      }
    `,
  ];

  /** A picture that was moved in the page has stopped. */
  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#show();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#show();
  }

  #show(): void {
    const video = this.renderRoot.querySelector('video');
    if (!video) return;
    const shown = video.srcObject instanceof MediaStream ? (video.srcObject.getVideoTracks()[0] ?? null) : null;
    if (shown !== this.track) video.srcObject = this.track && new MediaStream([this.track]);
    // Refused only while it is being replaced: the next picture plays by itself.
    if (this.track && video.paused) video.play().catch(() => {});
  }

  protected override render() {
    return html`<figure>
      <div class="picture" part="picture">
        <video
          class=${this.mirrored ? 'mirrored' : ''}
          .muted=${true}
          autoplay
          playsinline
          ?hidden=${this.instead !== ''}
          aria-label=${this.label}
        ></video>
        ${this.instead ? html`<p class="instead">${icons.person}${this.instead}</p>` : nothing}
      </div>
      <figcaption>${this.name}${this.voice ? this.#voice() : nothing}</figcaption>
    </figure>`;
  }

  #voice() {
    return html`<span class="voice">${icons.microphone}${this.t('call.stage.voiceOn')}</span>`;
  }
}

define('sportello-call-tile', CallTile);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-call-tile': CallTile;
  }
}
