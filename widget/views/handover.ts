import { css, html, nothing } from 'lit';
import type { Service } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { handedOver, takenOut } from '../core/visit.ts';
import type { Trouble } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { define } from '../parts/element.ts';
import { icons } from '../parts/icons.ts';
import { drawLink } from '../parts/link.ts';
import { View, viewStyles } from './view.ts';

/** Before a person is called: what they will see, what happens to it, and an optional name. */
export class HandoverView extends View {
  static override styles = [
    ...viewStyles,
    css`
      .lines,
      .lines + p {
        margin-top: 8px;
      }

      .lines {
        padding: 0;
        border: 1px solid var(--sportello-border);
        border-radius: var(--sportello-radius);
        list-style: none;
      }

      .lines li {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 4px 4px 4px 12px;
      }

      .lines li + li {
        border-top: 1px solid var(--sportello-border);
      }

      .lines span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .start {
        justify-self: stretch;
      }
    `,
  ];
  static override properties = { service: { attribute: false }, trouble: { state: true }, starting: { state: true } };

  declare service: Service;
  /** Why the last attempt did not work. */
  declare trouble: Trouble | null;
  declare starting: boolean;

  constructor() {
    super();
    this.trouble = null;
    this.starting = false;
    this.watch(({ visit }) => visit);
    this.watch(({ status }) => status);
  }

  protected override render() {
    return html`<form class="stack" @submit=${this.#start}>
      <h2 tabindex="-1">${this.t(`handover.${this.service}`)}</h2>
      ${this.#context()}
      <p class="field">
        <label for="name">${this.t('handover.name')}</label>
        <input
          id="name"
          class="input"
          autocomplete="given-name"
          maxlength=${LIMITS.name}
          aria-describedby="name-hint"
          .value=${this.counter.visit.value.name}
          @input=${this.#name}
        />
        <span id="name-hint" class="hint">${this.t('handover.nameHint')}</span>
      </p>
      ${this.#privacy()}
      <div role="alert">${this.trouble ? this.#trouble(this.trouble) : nothing}</div>
      <button class="button primary start" type="submit" aria-disabled=${this.starting ? 'true' : nothing}>
        ${this.#startWords()}
      </button>
    </form>`;
  }

  #startWords(): string {
    if (this.starting) return this.t('handover.starting');
    return this.t(this.service === 'lis' ? 'handover.startLis' : 'handover.start');
  }

  #context() {
    const { searches, articles } = handedOver(this.counter.visit.value);
    if (searches.length + articles.length === 0) return html`<p>${this.t('handover.nothing')}</p>`;
    return html`<section>
      <h3>${this.t('handover.context')}</h3>
      <p class="quiet-text">${this.t('handover.contextHint')}</p>
      <ul class="lines">
        ${searches.map((text) => this.#line(text, 'searched', text))}
        ${articles.map((id) => this.#line(id, 'read', this.#titleOf(id)))}
      </ul>
      ${searches.length ? html`<p class="quiet-text">${this.t('question.kept')}</p>` : nothing}
    </section>`;
  }

  #line(key: string, kind: 'searched' | 'read', text: string) {
    return html`<li>
      <span>${this.t(`handover.${kind}`, { text })}</span>
      <button
        class="button quiet icon"
        type="button"
        aria-label=${this.t('handover.removeLabel', { text })}
        @click=${() => this.#takeOut(key, text)}
      >
        ${icons.close}
      </button>
    </li>`;
  }

  #titleOf(id: string): string {
    const { shelf } = this.counter;
    const article = shelf.value.name === 'ready' && shelf.value.knowledge.articles.find((one) => one.id === id);
    return article ? article.title : id;
  }

  #privacy() {
    const desk = this.counter.status.value;
    const href = desk.name === 'known' ? desk.status.privacyUrl : null;
    return html`<p class="quiet-text">
      ${this.t('handover.privacy')} ${href ? drawLink(href, this.t('handover.privacyLink'), this.i18n) : nothing}
    </p>`;
  }

  #trouble(code: Trouble) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<p class="notice danger"><strong>${what}</strong> ${next}</p>`;
  }

  #name(event: InputEvent): void {
    const { visit } = this.counter;
    visit.set({ ...visit.value, name: (event.target as HTMLInputElement).value });
  }

  /** The button pressed is gone with its line: the focus goes to the heading, not to nowhere. */
  #takeOut(key: string, text: string): void {
    const { visit, say } = this.counter;
    visit.set(takenOut(visit.value, key));
    say(this.t('handover.removed', { text }));
    this.focus();
  }

  #start = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.starting) return;
    if (this.service === 'lis') this.counter.go({ name: 'call-check' });
    else void this.#startChat();
  };

  async #startChat(): Promise<void> {
    this.trouble = null;
    this.starting = true;
    const answer = await this.counter.startConversation(this.service);
    this.starting = false;
    if (!answer.ok) this.trouble = answer.code;
  }
}

define('sportello-handover', HandoverView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-handover': HandoverView;
  }
}
