import { css, html, nothing, type PropertyValues } from 'lit';
import type { ArticleHead, Knowledge } from '../../protocol/article.ts';
import { textsFor } from '../core/article-texts.ts';
import { searchEveryLanguage } from '../core/every-language.ts';
import { readFollowUp, type FollowUp } from '../core/follow-up.ts';
import { guideFor } from '../core/guide.ts';
import type { Shelf } from '../core/knowledge-shelf.ts';
import { read, searched } from '../core/visit.ts';
import { answerLanguageWords } from '../locales/foreign.ts';
import type { Search, SearchAnswer } from '../search/index.ts';
import { define } from '../parts/element.ts';
import type { FollowEvent } from '../parts/events.ts';
import { drawEmergency, emergencyStyles } from './emergency.ts';
import { drawOutcome } from './outcome.ts';
import { drawPersons, follow, ignore, isWithPerson } from './reading.ts';
import { View, viewStyles } from './view.ts';

/** A long story is not read out again whole. */
const QUOTED = 160;

/** What the search makes of a question: the answer, some guesses, or an honest «I did not find it». */
export class QuestionView extends View {
  static override styles = [
    ...viewStyles,
    emergencyStyles,
    css`
      .notice > .button {
        margin-top: 8px;
      }

      .part {
        gap: 16px;
        padding-top: 24px;
        border-top: 1px solid var(--sportello-border);
      }
    `,
  ];
  static override properties = {
    question: { attribute: false },
    about: { attribute: false },
    outcome: { state: true },
    failed: { state: true },
  };

  declare question: string;
  /** The id of the article that was being read. */
  declare about: string | undefined;
  declare outcome: FollowUp | undefined;
  declare failed: boolean;

  #asked: Promise<void> = Promise.resolve();
  #shelf: Shelf | undefined;

  constructor() {
    super();
    this.failed = false;
    this.watch(({ shelf }) => shelf);
    this.watch(textsFor);
    this.watch(({ status }) => status);
    this.watch(({ visit }) => visit);
    this.watch(({ lisFirst }) => lisFirst);
    this.watch(({ citizen }) => citizen.model);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const shelf = this.counter.shelf.value;
    const isNew = changed.has('question') || changed.has('about');
    // Other articles, in another language: the same question may find another answer.
    const isOther = this.#shelf?.name === 'ready' && shelf.name === 'ready' && this.#shelf !== shelf;
    this.#shelf = shelf;
    if (isNew || isOther) this.#asked = this.#ask(this.question, this.about);
  }

  protected override render() {
    const { shelf, i18n } = this.counter;
    const { question } = this;
    const quoted = question.length > QUOTED ? `${question.slice(0, QUOTED).trim()}…` : question;
    const words = i18n.t('question.yours', { question: quoted });
    // A sure answer brings its own heading.
    const yours = this.#isSure
      ? html`<p class="quiet-text" tabindex="-1">${words}</p>`
      : html`<h2 tabindex="-1">${words}</h2>`;
    if (this.failed) {
      return html`<div class="stack">
        ${yours}
        <p class="notice warning">${i18n.t('question.failed')}</p>
        ${drawPersons(i18n.t('home.talk'), this.counter)}
      </div>`;
    }
    if (!this.outcome || shelf.value.name !== 'ready') return html`<div class="stack">${yours}</div>`;
    const { knowledge } = shelf.value;
    const asked = { question, about: this.#aboutIn(knowledge), outcome: this.outcome };
    const emergency = this.outcome.name === 'found' ? this.outcome.found.emergency : null;
    return html`<div class="stack" @sportello-follow=${(event: FollowEvent) => follow(this.counter, event)}>
      ${yours} ${emergency ? drawEmergency(emergency, i18n) : nothing} ${this.#language(knowledge)}
      ${drawOutcome(asked, knowledge, this.counter)}
    </div>`;
  }

  override focus(): void {
    void this.#asked.then(() => super.focus());
  }

  get #isSure(): boolean {
    const { outcome } = this;
    if (outcome?.name === 'section') return true;
    return outcome?.found.decision === 'answer' && outcome.found.parts.length < 2;
  }

  #aboutIn({ articles }: Knowledge): ArticleHead | undefined {
    return articles.find(({ id }) => id === this.about);
  }

  async #ask(question: string, about: string | undefined): Promise<void> {
    this.outcome = undefined;
    this.failed = false;
    const { visit, shelf } = this.counter;
    visit.set(searched(visit.value, question));
    try {
      const engine = await this.#engineFor(question);
      const knowledge = shelf.value.name === 'ready' ? shelf.value.knowledge : undefined;
      const before = knowledge && this.#aboutIn(knowledge);
      const outcome: FollowUp = before
        ? readFollowUp(question, textsFor(this.counter).whole(before), engine, knowledge.articles)
        : { name: 'found', found: asBroad(question, engine.ask(question), knowledge), inContext: false };
      if (question === this.question && about === this.about) this.#show(outcome);
    } catch {
      this.failed = true;
    }
  }

  /** A question in another language than the screen's is looked for in all of them. */
  async #engineFor(question: string): Promise<Search> {
    const engine = await this.counter.search();
    const isOurs = engine.ask(question).lang === this.i18n.lang;
    return isOurs ? engine : searchEveryLanguage(this.counter).catch(() => engine);
  }

  #show(outcome: FollowUp): void {
    this.outcome = outcome;
    this.scrollTop = 0;
    if (outcome.name === 'section') return;
    const { found } = outcome;
    const { visit, reports } = this.counter;
    void reports().then((log) => {
      log.asked(this.question, found);
      for (const id of answered(found)) visit.set(read(visit.value, id));
    }, ignore);
    this.#say(found);
  }

  /** Aloud what the eye sees at once; beside a person the assistant keeps quiet, except of danger. */
  #say({ emergency, decision, parts }: Extract<FollowUp, { name: 'found' }>['found']): void {
    const { say, i18n } = this.counter;
    if (emergency) say(i18n.t('question.emergency'));
    else if (isWithPerson(this.counter)) return;
    else if (parts.length > 1) say(i18n.t('question.several', { count: parts.length }));
    else if (decision !== 'answer') say(i18n.t(`question.${decision}`));
  }

  /** In the question's own language, where the answer has another one; English is one press away. */
  #language({ articles }: Knowledge) {
    if (this.outcome?.name !== 'found') return nothing;
    const { found } = this.outcome;
    const first = articles.find(({ id }) => id === found.hits[0]?.id);
    const { i18n } = this.counter;
    if (!first || found.lang === first.lang || found.lang === i18n.lang) return nothing;
    return html`<div class="notice" lang=${found.lang}>
      <p>${answerLanguageWords(found.lang, first.lang)}</p>
      ${
        i18n.lang === 'en'
          ? nothing
          : html`<button class="button small" lang="en" @click=${() => this.counter.changeLanguage('en')}>
              Read in English
            </button>`
      }
    </div>`;
  }
}

/** A broad word has no one answer. */
function asBroad(question: string, found: SearchAnswer, knowledge: Knowledge | undefined): SearchAnswer {
  return knowledge && guideFor(question, found, knowledge) ? { ...found, decision: 'unsure' } : found;
}

/** The articles that are shown as answers. */
function answered({ decision, hits, parts }: Extract<FollowUp, { name: 'found' }>['found']): string[] {
  const sure = parts.length > 1 ? parts : [{ decision, hits }];
  return sure.flatMap((one) => (one.decision === 'answer' && one.hits[0] ? [one.hits[0].id] : []));
}

define('sportello-question', QuestionView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-question': QuestionView;
  }
}
