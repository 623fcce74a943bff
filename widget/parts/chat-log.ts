import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Attachment } from '../../protocol/attachment.ts';
import type { EventMessage, Side, TextMessage } from '../../protocol/message.ts';
import type { Attaching } from '../core/attaching.ts';
import { joinedLast, type LogEntry, type Pending } from '../core/conversation-state.ts';
import { dayNumber, formatDay, formatTime } from '../core/format.ts';
import { splitLinks } from '../core/links.ts';
import { troubleWords } from '../core/words.ts';
import { drawLink } from './link.ts';
import { chatLogStyles } from './chat-log.styles.ts';
import { define, SportelloElement } from './element.ts';
import { PendingEvent } from './events.ts';
import { base, buttons } from './theme.ts';

/** This close to the end counts as reading along. */
const NEAR_END_PX = 48;
/** Lines of one person within this stand together under one name. */
const TOGETHER_MS = 120_000;
/** The history is on screen: from here on, what is added is news. */
const SETTLE_MS = 500;

/**
 * The log of a conversation: days apart, own lines right, delivery in words. A reader hears what is added and never
 * the history again.
 *
 * @fires sportello-pending - A refused text is to be tried again or taken out.
 */
export class ChatLog extends SportelloElement {
  static override styles = [base, buttons, chatLogStyles];
  static override properties = {
    entries: { attribute: false },
    me: { attribute: false },
    readByOther: { attribute: false },
    names: { attribute: false },
    self: { attribute: false },
    attaching: { attribute: false },
    settled: { state: true },
    newer: { state: true },
  };

  /** Oldest first. */
  declare entries: readonly LogEntry[];
  /** Whose lines are one's own; null for who only reads along. */
  declare me: Side | null;
  /** The highest sequence number the other side has seen. */
  declare readByOther: number;
  /** As shown beside the other side's lines; the own side is called by a word of the locale. */
  declare names: Readonly<Record<Side, string | null>>;
  /** Who one is, where several answer in turn: what a colleague wrote before is theirs. */
  declare self: string | null;
  /** Where files come from; without it they are only named. */
  declare attaching: Attaching<Blob> | undefined;
  declare settled: boolean;
  /** Lines have come in below what is in view. */
  declare newer: boolean;

  #atEnd = true;
  #fetched = false;
  /** How far it could be scrolled when last looked at. */
  #depth = 0;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Smaller for a keyboard, turned, on screen for the first time, larger letters: who was at the end stays there. */
  readonly #resizing = new ResizeObserver(() => this.#settle());

  constructor() {
    super();
    this.entries = [];
    this.me = 'citizen';
    this.readByOther = 0;
    this.names = { citizen: null, operator: null };
    this.self = null;
    this.attaching = undefined;
    this.settled = false;
    this.newer = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.settled = false;
    this.#settling = setTimeout(() => (this.settled = true), SETTLE_MS);
    this.#resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settling);
    this.#resizing.disconnect();
  }

  protected override render() {
    return html`<div
        id="log"
        role="log"
        tabindex="0"
        aria-label=${this.t('log.label')}
        aria-live=${this.settled ? 'polite' : 'off'}
        @scroll=${this.#scroll}
      >
        <ol>
          ${repeat(this.entries, keyOf, (entry, index) => this.#entry(entry, index))}
        </ol>
      </div>
      <button class="button small primary newer" ?hidden=${!this.newer} @click=${this.#toEnd}>
        ${this.t('log.newer')}
      </button>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('entries')) return;
    // One's own text is always followed.
    if (this.entries.at(-1)?.kind === 'pending') this.#atEnd = true;
    const grew = this.entries.length > (changed.get('entries')?.length ?? 0);
    this.newer ||= grew && !this.#atEnd;
    if (!this.#fetched && this.attaching && this.entries.some(hasFiles)) void this.#fetchFiles(this.attaching);
  }

  /** Files come with code and words of their own; until then, and if they cannot be fetched, they are only named. */
  async #fetchFiles(attaching: Attaching<Blob>): Promise<void> {
    this.#fetched = true;
    try {
      await Promise.all([attaching.files(), import('./attachment-list.ts')]);
      this.requestUpdate();
    } catch {
      this.#fetched = false;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('entries')) this.#settle();
  }

  #entry(entry: LogEntry, index: number): TemplateResult {
    const before = this.entries[index - 1];
    const day =
      before && dayNumber(before.at) === dayNumber(entry.at)
        ? nothing
        : html`<li class="day"><span>${formatDay(entry.at, Date.now(), this.i18n)}</span></li>`;
    return html`${day}${entry.kind === 'event' ? this.#event(entry) : this.#text(entry, index)}`;
  }

  #event(entry: EventMessage): TemplateResult {
    const name = entry.name ?? this.t('log.operator');
    return html`<li class="event">
      <span>${this.t(`log.event.${entry.event}`, { name })}</span> ${this.#time(entry.at)}
    </li>`;
  }

  #text(entry: TextMessage | Pending, index: number): TemplateResult {
    const before = this.entries[index - 1];
    // Who only reads along has nothing on its way.
    const from = entry.kind === 'pending' ? (this.me as Side) : entry.from;
    const then = from === 'operator' ? joinedLast(this.entries.slice(0, index)) : null;
    const mine = from === this.me && (entry.kind === 'pending' || (then ?? this.self) === (this.self ?? then));
    const together = before !== undefined && authorOf(before, this.me) === from && entry.at - before.at < TOGETHER_MS;
    const name = mine ? this.t('log.you') : (then ?? this.names[from] ?? this.t(`log.${from}`));
    return html`<li class="line ${mine ? 'mine' : 'theirs'} ${together ? 'together' : ''}">
      <span class=${mine || together ? 'visually-hidden' : 'name'}>${name}<span class="visually-hidden">:</span></span>
      ${entry.text ? this.#bubble(entry.text) : nothing} ${entry.attachments ? this.#files(entry.attachments) : nothing}
      <p class="meta">${this.#time(entry.at)}${mine ? this.#delivery(entry) : nothing}</p>
      ${entry.kind === 'pending' && entry.refused ? this.#refused(entry.clientId, entry.refused) : nothing}
    </li>`;
  }

  /** Its white space is kept as written: nothing may stand between the tags and the text. */
  #bubble(text: string): TemplateResult {
    const stretches = splitLinks(text).map(({ text: words, href }) =>
      href ? drawLink(href, words, this.i18n) : words,
    );
    return html`<p class="bubble" dir="auto">${stretches}</p>`;
  }

  #files(files: readonly Attachment[]): TemplateResult {
    return html`<sportello-attachments .i18n=${this.i18n} .files=${files} .attaching=${this.attaching}
      >${files.map(({ name }) => name).join(', ')}</sportello-attachments
    >`;
  }

  #time(at: number): TemplateResult {
    return html`<time datetime=${new Date(at).toISOString()}>${formatTime(at, this.i18n)}</time>`;
  }

  /** Outside the live region's news: «sent» and «read» after every line would drown the conversation. */
  #delivery(entry: TextMessage | Pending): TemplateResult {
    return html` <span aria-live="off">· ${this.t(`log.${deliveryOf(entry, this.readByOther)}`)}</span>`;
  }

  #refused(clientId: string, code: NonNullable<Pending['refused']>): TemplateResult {
    const { what, next } = troubleWords(this.i18n, code);
    const act = (action: 'retry' | 'discard') => () => this.dispatchEvent(new PendingEvent(clientId, action));
    return html`<div class="refused">
      <p>${what} ${next}</p>
      <button class="button small" @click=${act('retry')}>${this.t('log.retry')}</button>
      <button class="button small quiet" @click=${act('discard')}>${this.t('log.discard')}</button>
    </div>`;
  }

  #scroll(event: Event): void {
    const log = event.target as HTMLElement;
    const depth = log.scrollHeight - log.clientHeight;
    // Moved by the browser because something has grown, not by the person.
    if (depth !== this.#depth) return;
    this.#atEnd = depth - log.scrollTop < NEAR_END_PX;
    if (this.#atEnd) this.newer = false;
  }

  #settle(): void {
    if (this.#atEnd) this.#toEnd();
    const log = this.renderRoot.querySelector('#log');
    if (!log?.firstElementChild) return;
    this.#depth = log.scrollHeight - log.clientHeight;
    this.#resizing.observe(log.firstElementChild);
  }

  #toEnd(): void {
    const log = this.renderRoot.querySelector('#log');
    if (log) log.scrollTop = log.scrollHeight;
    this.#atEnd = true;
    this.newer = false;
  }
}

/** A text keeps its place in the page from «sending» to «read»: drawn anew it would be announced again. */
function keyOf(entry: LogEntry): string | number {
  return entry.kind === 'event' ? entry.seq : entry.clientId;
}

function hasFiles(entry: LogEntry): boolean {
  return entry.kind !== 'event' && entry.attachments !== undefined;
}

function authorOf(entry: LogEntry, me: Side | null): Side | null {
  if (entry.kind === 'event') return null;
  return entry.kind === 'pending' ? me : entry.from;
}

function deliveryOf(entry: TextMessage | Pending, readByOther: number): 'sending' | 'refused' | 'sent' | 'read' {
  if (entry.kind === 'pending') return entry.refused ? 'refused' : 'sending';
  return entry.seq <= readByOther ? 'read' : 'sent';
}

define('sportello-chat-log', ChatLog);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-chat-log': ChatLog;
  }
}
