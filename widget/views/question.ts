import { css, html, nothing, type PropertyValues } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import { read, searched } from '../core/visit.ts';
import type { Emergency, EmergencyContact, SearchAnswer } from '../search/index.ts';
import { define } from '../parts/element.ts';
import { moreIcons } from '../parts/more-icons.ts';
import { drawAnswer, drawChoices, drawPersons } from './reading.ts';
import { View, viewStyles } from './view.ts';

const MOST_CHOICES = 4;
const MOST_NEARBY = 2;

/** What the search makes of a question: the answer, some guesses, or an honest «I did not find it». */
export class QuestionView extends View {
  static override styles = [
    ...viewStyles,
    css`
      .emergency {
        display: grid;
        gap: 12px;
        border-width: 2px;
        border-inline-start-width: 6px;
      }

      .emergency h3 {
        margin: 0;
      }

      .emergency svg {
        color: var(--sportello-danger);
      }
    `,
  ];
  static override properties = {
    question: { attribute: false },
    found: { state: true },
    failed: { state: true },
  };

  declare question: string;
  declare found: SearchAnswer | undefined;
  declare failed: boolean;

  #asked: Promise<void> = Promise.resolve();

  constructor() {
    super();
    this.failed = false;
    this.watch(({ shelf }) => shelf);
    this.watch(({ status }) => status);
    this.watch(({ visit }) => visit);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('question')) this.#asked = this.#ask(this.question);
  }

  protected override render() {
    const { shelf, i18n } = this.counter;
    const words = i18n.t('question.yours', { question: this.question });
    // A sure answer brings its own heading.
    const yours =
      this.found?.decision === 'answer'
        ? html`<p class="quiet-text" tabindex="-1">${words}</p>`
        : html`<h2 tabindex="-1">${words}</h2>`;
    if (this.failed) {
      return html`<div class="stack">
        ${yours}
        <p class="notice warning">${i18n.t('question.failed')}</p>
        ${drawPersons(i18n.t('home.talk'), this.counter)}
      </div>`;
    }
    if (!this.found || shelf.value.name !== 'ready') return html`<div class="stack">${yours}</div>`;
    const { emergency } = this.found;
    return html`<div class="stack">
      ${yours} ${emergency ? this.#emergency(emergency) : nothing} ${this.#outcome(this.found, shelf.value.knowledge)}
    </div>`;
  }

  override focus(): void {
    void this.#asked.then(() => super.focus());
  }

  async #ask(question: string): Promise<void> {
    this.found = undefined;
    this.failed = false;
    const { visit } = this.counter;
    visit.set(searched(visit.value, question));
    try {
      const engine = await this.counter.search();
      const found = engine.ask(question);
      if (question === this.question) this.#show(found);
    } catch {
      this.failed = true;
    }
  }

  #show(found: SearchAnswer): void {
    const { visit, say, i18n } = this.counter;
    const [first] = found.hits;
    this.found = found;
    this.scrollTop = 0;
    if (found.decision === 'answer' && first) visit.set(read(visit.value, first.id));
    if (found.emergency) say(i18n.t('question.emergency'));
    else if (found.decision !== 'answer') say(i18n.t(`question.${found.decision}`));
  }

  #outcome({ decision, hits }: SearchAnswer, knowledge: Knowledge) {
    const { i18n } = this.counter;
    const found = hits.flatMap(({ id }) => knowledge.articles.find((article) => article.id === id) ?? []);
    const [first, ...others] = found;
    if (!first) return this.#none();
    if (decision === 'answer') {
      const nearby = others.slice(0, MOST_NEARBY).map(({ id }) => id);
      return drawAnswer(first, knowledge, this.counter, nearby);
    }
    return html`${drawChoices(i18n.t('question.unsure'), found.slice(0, MOST_CHOICES), this.counter)}
    ${drawPersons(i18n.t('answer.notSolved'), this.counter)}`;
  }

  #none() {
    const { i18n } = this.counter;
    return html`<div>
        <p><strong>${i18n.t('question.none')}</strong></p>
        <p>${i18n.t('question.noneNext')}</p>
      </div>
      ${drawPersons(i18n.t('home.talk'), this.counter)}`;
  }

  #emergency({ contacts }: Emergency) {
    return html`<section class="notice danger emergency">
      <h3>${moreIcons.alert} ${this.t('question.emergency')}</h3>
      ${contacts.map((contact) => this.#contact(contact))}
    </section>`;
  }

  #contact({ name, number, href }: EmergencyContact) {
    return html`<div>
      <a class="button danger" href=${href}>${moreIcons.phone} ${this.t(`question.contact.${name}.call`)} ${number}</a>
      <p class="quiet-text">${this.t(`question.contact.${name}.about`)}</p>
    </div>`;
  }
}

define('sportello-question', QuestionView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-question': QuestionView;
  }
}
