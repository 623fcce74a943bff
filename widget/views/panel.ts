import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { newsOf } from '../core/news.ts';
import { present, type Route } from '../core/route.ts';
import type { Connection } from '../core/wire.ts';
import { troubleWords } from '../core/words.ts';
import { unreachable } from '../core/unreachable.ts';
import '../parts/announcer.ts';
import { define } from '../parts/element.ts';
import { icons } from '../parts/icons.ts';
import './home.ts';
import type { Counter } from './counter.ts';
import { panelStyles } from './panel.styles.ts';
import { View, viewStyles } from './view.ts';

/** What each screen is made of beyond the first, fetched when it is first needed. */
const SCREENS: Record<Route['name'], (counter: Counter) => Promise<unknown>> = {
  home: async () => {},
  topic: () => import('./topic.ts'),
  answer: ({ learn }) => Promise.all([import('./answer.ts'), learn('reading'), learn('notices')]),
  question: ({ learn }) => Promise.all([import('./question.ts'), learn('reading'), learn('notices')]),
  handover: () => import('./talk.ts'),
  'call-check': () => import('./before-call.ts'),
  message: ({ learn, later }) =>
    Promise.all([import('./message.ts'), learn('message'), learn('files'), later.message()]),
  conversation: () => import('./talk.ts'),
};

/** A short break of the line is not worth a word. */
const BREAK_SHOWN_AFTER_MS = 1_500;

/** The panel: its head, the present screen, and what has to be seen on every screen. */
export class PanelView extends View {
  static override styles = [...viewStyles, panelStyles];
  static override properties = { failed: { state: true }, broken: { state: true } };

  /** The present screen's code could not be fetched. */
  declare failed: boolean;
  /** The line has been gone for a while. */
  declare broken: boolean;

  #shown: Route | undefined;
  #breaking: ReturnType<typeof setTimeout> | undefined;
  readonly #arrived = new Set<Route['name']>(['home']);

  constructor() {
    super();
    this.failed = false;
    this.broken = false;
    this.watch(({ trail }) => trail);
    this.watch(({ citizen }) => citizen);
    this.watch(({ citizen }) => citizen.connection);
    this.watch(({ citizen }) => citizen.model);
    this.watch(({ lisFirst }) => lisFirst);
    this.watch(({ later }) => later.reopening);
  }

  /** Says something to those who do not see the screen. */
  say(words: string): void {
    this.renderRoot.querySelector('sportello-announcer')?.say(words);
  }

  /** To where the present screen begins. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('main > *')?.focus());
  }

  protected override willUpdate(): void {
    this.#followLine(this.counter.citizen.connection.value);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const route = present(this.counter.trail.value);
    if (route === this.#shown) return;
    const isFirst = this.#shown === undefined;
    this.#shown = route;
    void this.#arrive(route, !isFirst);
  }

  protected override render() {
    const route = present(this.counter.trail.value);
    return html`${this.#head(route)} ${this.#line()} ${this.#ongoing(route)} ${this.#opened(route)}
      <main>${this.failed ? this.#sorry() : this.#screen(route)}</main>
      <sportello-announcer></sportello-announcer>`;
  }

  async #arrive(route: Route, moveFocus: boolean): Promise<void> {
    this.failed = false;
    try {
      await SCREENS[route.name](this.counter);
      this.#arrived.add(route.name);
    } catch {
      this.failed = true;
    }
    this.requestUpdate();
    await this.updateComplete;
    if (moveFocus && route === this.#shown) this.focus();
  }

  #screen(route: Route): TemplateResult | typeof nothing {
    const { counter, i18n } = this;
    if (!this.#arrived.has(route.name)) return nothing;
    switch (route.name) {
      case 'home':
        return html`<sportello-home .i18n=${i18n} .counter=${counter}></sportello-home>`;
      case 'topic':
        return html`<sportello-topic .i18n=${i18n} .counter=${counter} .topic=${route.topic}></sportello-topic>`;
      case 'answer':
        return html`<sportello-answer
          .i18n=${i18n}
          .counter=${counter}
          .article=${route.article}
          .section=${route.section}
        ></sportello-answer>`;
      case 'question':
        return html`<sportello-question
          .i18n=${i18n}
          .counter=${counter}
          .question=${route.question}
          .about=${route.about}
        ></sportello-question>`;
      case 'handover':
        return html`<sportello-handover
          .i18n=${i18n}
          .counter=${counter}
          .service=${route.service}
        ></sportello-handover>`;
      case 'call-check':
        return html`<sportello-before-call .i18n=${i18n} .counter=${counter}></sportello-before-call>`;
      case 'message':
        return html`<sportello-message
          .i18n=${i18n}
          .counter=${counter}
          .service=${route.service}
        ></sportello-message>`;
      case 'conversation':
        return html`<sportello-conversation .i18n=${i18n} .counter=${counter}></sportello-conversation>`;
      default:
        return unreachable(route);
    }
  }

  #head(route: Route) {
    const home = route.name === 'home';
    return html`<header>
      ${
        home
          ? html`<strong class="title">${this.t('panel.title')}</strong>${this.#switches()}`
          : html`<button class="button quiet back" @click=${() => this.counter.back()}>
                ${icons.back}${this.t('panel.back')}
              </button>
              <span class="title"></span>`
      }
      <button class="button quiet icon" aria-label=${this.t('panel.closeLabel')} @click=${() => this.counter.dismiss()}>
        ${icons.close}
      </button>
    </header>`;
  }

  #switches() {
    const { lisFirst } = this.counter;
    const other = this.i18n.lang === 'it' ? { lang: 'en', name: 'English' } : { lang: 'it', name: 'Italiano' };
    return html`<button
        class="button small quiet ${lisFirst.value ? 'on' : ''}"
        aria-pressed=${lisFirst.value ? 'true' : 'false'}
        @click=${() => lisFirst.set(!lisFirst.value)}
      >
        ${icons.hands}<abbr title=${this.t('panel.lisLabel')}>${this.t('panel.lis')}</abbr>
      </button>
      <button class="button small quiet" lang=${other.lang} @click=${() => this.counter.changeLanguage(other.lang)}>
        ${other.name}
      </button>`;
  }

  /** The way back to a conversation from any other screen, with what is new in it. */
  #ongoing(route: Route) {
    const model = this.counter.citizen.model.value;
    if (route.name === 'conversation' || !model) return nothing;
    const { words, fresh } = newsOf(model, this.i18n);
    const way = this.t('panel.toConversation');
    return html`<button
      class="button ongoing ${fresh ? 'fresh' : 'primary'}"
      @click=${() => this.counter.go({ name: 'conversation' })}
    >
      ${icons.chat}
      <span>${words && words !== way ? html`<strong>${words}</strong> ` : nothing}${way}</span>
    </button>`;
  }

  /** A service that was waited for has opened. */
  #opened(route: Route) {
    const { opened: service } = this.counter.later.reopening.value;
    if (!service || (route.name === 'handover' && route.service === service)) return nothing;
    return html`<button class="button ongoing primary" @click=${() => this.counter.go({ name: 'handover', service })}>
      ${service === 'lis' ? icons.hands : icons.chat}<span>${this.t(`channel.opened.${service}`)}</span>
    </button>`;
  }

  #line() {
    const session = this.counter.citizen.value;
    const connection = this.counter.citizen.connection.value;
    if (connection.name === 'refused') return this.#refused(connection);
    if (!this.broken || session.name === 'none' || session.name === 'gone') {
      return html`<div role="status"></div>`;
    }
    const words = connection.name === 'offline' ? 'line.offline' : 'line.lost';
    return html`<div role="status"><p class="notice warning line">${this.t(words)}</p></div>`;
  }

  #refused({ code }: Extract<Connection, { name: 'refused' }>) {
    const { what, next } = troubleWords(this.i18n, code);
    return html`<div role="status">
      <p class="notice danger line">
        ${what} ${next}
        <button class="button small" @click=${() => location.reload()}>${this.t('line.reload')}</button>
      </p>
    </div>`;
  }

  #sorry() {
    return html`<div class="sorry">
      <p class="notice warning" role="alert">${this.t('panel.chunk')}</p>
      <button class="button" @click=${() => this.#shown && this.#arrive(this.#shown, true)}>
        ${this.t('panel.retry')}
      </button>
    </div>`;
  }

  /** Shows a broken line when it has lasted, and a mended one at once. */
  #followLine({ name }: Connection): void {
    const isBroken = name === 'lost' || name === 'offline';
    if (!isBroken) {
      clearTimeout(this.#breaking);
      this.#breaking = undefined;
      this.broken = false;
    } else if (!this.broken) {
      this.#breaking ??= setTimeout(() => (this.broken = true), BREAK_SHOWN_AFTER_MS);
    }
  }
}

define('sportello-panel', PanelView);

declare global {
  interface HTMLElementTagNameMap {
    'sportello-panel': PanelView;
  }
}
