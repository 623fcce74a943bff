import { css, html, nothing, type PropertyValues } from 'lit';
import type { Language } from '../../protocol/conversation.ts';
import type { CannedReply } from '../../protocol/office.ts';
import { Composer } from '../../widget/parts/composer.ts';
import { define } from '../../widget/parts/element.ts';
import { fittingReplies, slashAt, type FittingReply, type Slash } from '../core/canned-replies.ts';
import { badge } from './styles.ts';

/**
 * The answer box with the replies that operators have ready: `/` at the start of a word lists them, arrows choose, Enter
 * or Tab puts the text in, to be edited; Escape leaves what is written.
 */
export class ReplyComposer extends Composer {
  static override styles = [
    ...Composer.styles,
    badge,
    css`
      :host {
        position: relative;
      }

      .replies {
        position: absolute;
        z-index: 2;
        inset: auto 16px calc(100% - 4px);
        max-height: 320px;
        padding: 4px 0;
        overflow-y: auto;
        border: 1px solid var(--sportello-field-border);
        border-radius: var(--sportello-radius);
        background: var(--sportello-surface);
        box-shadow: var(--sportello-shadow);
        list-style: none;
      }

      .replies li {
        padding: 6px 12px;
        border-inline-start: 4px solid transparent;
        cursor: pointer;
      }

      .replies li[aria-selected='true'],
      .replies li:hover {
        border-inline-start-color: var(--sportello-primary);
        background: var(--sportello-tint);
      }

      .replies b {
        margin-inline-end: 8px;
      }

      .replies .words {
        display: -webkit-box;
        overflow: hidden;
        color: var(--sportello-text-quiet);
        font-size: 0.9375rem;
        line-height: 1.35;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }

      .replies .none {
        cursor: default;
      }
    `,
  ];
  static override properties = {
    ...Composer.properties,
    replies: { attribute: false },
    language: { attribute: false },
    slash: { state: true },
    active: { state: true },
  };

  declare replies: readonly CannedReply[];
  /** The citizen's: a reply that is not there in it is Italian, and says so. */
  declare language: Language;
  declare slash: Slash | null;
  declare active: number;

  /** Put away with Escape: the same slash does not open it again. */
  #dismissed = -1;

  constructor() {
    super();
    this.replies = [];
    this.language = 'it';
    this.slash = null;
    this.active = 0;
  }

  /** Puts the focus into the box, from the button beside it, too. */
  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Puts the focus on the button that attaches a file. */
  focusAttach(): void {
    this.renderRoot.querySelector<HTMLElement>('.under .button')?.focus();
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('input', this.#look);
    this.renderRoot.addEventListener('click', this.#look);
    this.renderRoot.addEventListener('focusout', () => (this.slash = null));
    // Before the box's own: there Enter sends.
    this.renderRoot.addEventListener('keydown', this.#handleKey, { capture: true });
  }

  protected override render() {
    const found = this.#found;
    return html`${super.render()} ${this.slash === null ? nothing : this.#list(found)}
      <p class="visually-hidden" role="status">
        ${this.slash === null ? '' : this.t('console.replies.found', { count: found.length })}
      </p>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const box = this.renderRoot.querySelector('textarea');
    if (!box) return;
    const open = this.slash !== null && this.#found.length > 0;
    box.setAttribute('aria-autocomplete', 'list');
    box.toggleAttribute('aria-controls', false);
    if (open) {
      box.setAttribute('aria-controls', 'replies');
      box.setAttribute('aria-activedescendant', `reply-${this.active}`);
      this.renderRoot.querySelector(`#reply-${this.active}`)?.scrollIntoView({ block: 'nearest' });
    } else box.removeAttribute('aria-activedescendant');
  }

  get #found(): FittingReply[] {
    return this.slash === null ? [] : fittingReplies(this.slash.query, this.replies, this.language);
  }

  #list(found: readonly FittingReply[]) {
    if (found.length === 0) {
      return html`<div class="replies"><p class="words none">${this.t('console.replies.none')}</p></div>`;
    }
    return html`<ul class="replies" id="replies" role="listbox" aria-label=${this.t('console.replies.label')}>
      ${found.map(
        (reply, index) =>
          html`<li
            id="reply-${index}"
            role="option"
            aria-selected=${index === this.active ? 'true' : 'false'}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${(event: Event) => this.#choose(event, reply)}
          >
            <b>/${reply.key}</b
            >${reply.lang === this.language ? nothing : html`<span class="badge attention">${this.t('console.replies.italian')}</span>`}
            <span class="words" lang=${reply.lang}>${reply.text}</span>
          </li>`,
      )}
    </ul>`;
  }

  #choose(event: Event, reply: FittingReply): void {
    event.stopPropagation();
    this.#put(reply);
  }

  #put({ text }: FittingReply): void {
    const box = this.renderRoot.querySelector('textarea');
    if (!box || this.slash === null) return;
    box.setRangeText(text, this.slash.start, box.selectionEnd, 'end');
    this.slash = null;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    box.focus();
  }

  readonly #look = (): void => {
    const box = this.renderRoot.querySelector('textarea');
    const slash = box && this.replies.length > 0 ? slashAt(box.value, box.selectionEnd) : null;
    if (slash === null) this.#dismissed = -1;
    this.slash = slash !== null && slash.start === this.#dismissed ? null : slash;
    this.active = 0;
  };

  readonly #handleKey = (event: Event): void => {
    const found = this.#found;
    if (!(event instanceof KeyboardEvent) || event.isComposing || this.slash === null) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = found[this.active];
    if (event.key === 'Escape') {
      this.#dismissed = this.slash.start;
      this.slash = null;
    } else if (step !== 0 && found.length > 0) this.active = (this.active + step + found.length) % found.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && chosen) this.#put(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

define('console-composer', ReplyComposer);

declare global {
  interface HTMLElementTagNameMap {
    'console-composer': ReplyComposer;
  }
}
