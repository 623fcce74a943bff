import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Service } from '../../protocol/conversation.ts';
import type { CallbackCounts } from '../../protocol/callback.ts';
import type { Presence } from '../../protocol/desk.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { base, buttons } from '../../widget/parts/theme.ts';
import type { Place } from '../core/places.ts';
import { GoEvent, OpenEvent } from '../parts/events.ts';
import { icons } from '../parts/icons.ts';
import '../parts/presence-choice.ts';

/**
 * The bar at the top: where one is, who one is, whether one is at the desk.
 *
 * @fires console-go - The other place is wanted.
 * @fires console-open - The keys or the settings are wanted.
 * @fires console-presence-set - `detail` is the presence asked for.
 * @fires console-silence - Sounds are to be off, or on again.
 * @fires console-sign-out
 */
export class DeskBar extends SportelloElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        background: var(--console-bar);
        color: #ffffff;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
        min-height: 56px;
        padding: 6px 16px;
        border-bottom: 1px solid var(--console-bar-edge);
      }

      h1 {
        font-size: 1.25rem;
      }

      .me {
        flex: 1;
        min-width: 9em;
        padding-inline-start: 16px;
        border-inline-start: 1px solid rgb(255 255 255 / 50%);
        line-height: 1.3;
      }

      .skills {
        overflow: hidden;
        font-size: 0.875rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .places {
        display: flex;
        flex-wrap: wrap;
        gap: 0 4px;
      }

      .places button {
        min-height: 36px;
        padding: 4px 12px;
        border: 0;
        border-bottom: 3px solid transparent;
        background: none;
        cursor: pointer;
      }

      .places button:hover {
        border-bottom-color: rgb(255 255 255 / 50%);
      }

      .places [aria-current='true'] {
        border-bottom-color: #ffffff;
        font-weight: 700;
      }

      /* Red words need a ground of their own on the coloured bar. */
      .late {
        padding: 0 6px;
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface);
        color: var(--sportello-danger);
        font-size: 0.875rem;
        font-weight: 700;
        white-space: nowrap;
      }

      .tools {
        display: flex;
        gap: 4px;
      }

      .button,
      .button:hover {
        border-color: transparent;
        color: #ffffff;
      }

      .button:hover {
        border-color: currentcolor;
        background: none;
      }

      :focus-visible {
        outline-color: #ffffff;
        box-shadow: none;
      }

      /* More than fit beside the rest: a line of their own. */
      .many .places {
        order: 1;
        width: 100%;
        margin-inline-start: -12px;
      }

      @media (max-width: 1180px) {
        .tools .word {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }

      @media (max-width: 1560px) {
        .some .tools .word {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }
      }

      @media (max-width: 959px) {
        h1 {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        .me {
          padding-inline-start: 0;
          border: 0;
        }
      }

      @media (max-width: 800px) {
        .skills {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      @media (forced-colors: active) {
        .places button {
          border-bottom-color: Canvas;
        }

        .places [aria-current='true'] {
          border-bottom-color: Highlight;
        }
      }

      @media (max-width: 560px) {
        .places button {
          padding-inline: 8px;
        }

        .many .places {
          order: 2;
          margin-inline-start: -8px;
        }

        console-presence {
          order: 1;
          width: 100%;
        }
      }
    `,
  ];
  static override properties = {
    name: { attribute: false },
    skills: { attribute: false },
    presence: { attribute: false },
    busy: { type: Boolean },
    places: { attribute: false },
    place: { attribute: false },
    callbacks: { attribute: false },
    sound: { type: Boolean },
  };

  /** Who one is. */
  declare name: string;
  declare skills: readonly Service[];
  /** Null for who has no desk. */
  declare presence: Presence | null;
  /** At capacity, or in a call. */
  declare busy: boolean;
  /** Where one may go. */
  declare places: readonly Place[];
  declare place: Place;
  /** How many promises are open; null while nobody says. */
  declare callbacks: CallbackCounts | null;
  /** Whether who arrives is heard. */
  declare sound: boolean;

  constructor() {
    super();
    this.name = '';
    this.skills = [];
    this.presence = null;
    this.busy = false;
    this.places = [];
    this.place = 'editors';
    this.callbacks = null;
    this.sound = false;
  }

  /** Puts the focus on the presence. */
  focusPresence(): void {
    this.renderRoot.querySelector('console-presence')?.focus();
  }

  protected override render() {
    return html`
      <header class=${this.places.length > 2 ? 'many' : this.places.length > 1 ? 'some' : ''}>
        <h1>${this.t('console.title')}</h1>
        <div class="me">
          <strong>${this.name}</strong>
          <div class="skills">${this.#does()}</div>
        </div>
        ${this.places.length > 1 ? this.#places() : null} ${this.#presence()}
        <div class="tools">
          ${this.presence === null ? null : this.#sound()}
          ${this.presence === null ? null : this.#tool('keys', () => this.dispatchEvent(new OpenEvent('keys')))}
          ${this.#tool('settings', () => this.dispatchEvent(new OpenEvent('settings')))}
          ${this.#tool('sign-out', () => this.dispatchEvent(new Event('console-sign-out')))}
        </div>
      </header>
    `;
  }

  #does(): string {
    if (this.skills.length === 0) return this.t(`console.bar.${this.presence === null ? 'editors' : 'helps'}`);
    const skills = this.skills.map((service) => this.t(`console.service.${service}`));
    return this.t('console.bar.skills', { skills: new Intl.ListFormat(this.i18n.lang).format(skills) });
  }

  #places() {
    return html`<nav class="places" aria-label=${this.t('console.place.label')}>
      ${this.places.map(
        (place) =>
          html`<button
            type="button"
            aria-current=${String(place === this.place) as 'true' | 'false'}
            @click=${() => this.dispatchEvent(new GoEvent(place))}
          >
            ${this.t(`console.place.${place}`)}${place === 'callbacks' ? this.#open() : null}
          </button>`,
      )}
    </nav>`;
  }

  /** «(3)», and in red words how many are late. */
  #open() {
    if (this.callbacks === null || this.callbacks.open === 0) return null;
    const { open, overdue } = this.callbacks;
    const late = this.t('console.place.callbacks-overdue', { count: overdue });
    return html` (${open})${overdue > 0 ? html` <span class="late">${late}</span>` : null}`;
  }

  #presence() {
    if (this.presence === null) return null;
    return html`<console-presence
      .i18n=${this.i18n}
      .value=${live(this.presence)}
      ?busy=${this.busy}
      @change=${this.#handlePresence}
    ></console-presence>`;
  }

  #sound() {
    return html`<button
      class="button small"
      type="button"
      aria-pressed=${this.sound}
      title=${this.t(`console.bar.sound-${this.sound ? 'on' : 'off'}`)}
      @click=${() => this.dispatchEvent(new Event('console-silence'))}
    >
      ${icons[this.sound ? 'bell' : 'silent']}<span class="word">${this.t('console.bar.sound')}</span>
    </button>`;
  }

  #tool(name: 'keys' | 'settings' | 'sign-out', act: () => void) {
    return html`<button class="button small" type="button" @click=${act}>
      ${icons[name === 'sign-out' ? 'exit' : name]}<span class="word">${this.t(`console.bar.${name}`)}</span>
    </button>`;
  }

  /** The choice goes back to what the server says until the server has it. */
  readonly #handlePresence = (event: Event): void => {
    const choice = event.currentTarget as HTMLElement & { value: Presence };
    this.dispatchEvent(new CustomEvent<Presence>('console-presence-set', { detail: choice.value }));
  };
}

define('console-bar', DeskBar);

declare global {
  interface HTMLElementTagNameMap {
    'console-bar': DeskBar;
  }
}
