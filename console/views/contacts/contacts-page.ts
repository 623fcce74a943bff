import { css, html, nothing } from 'lit';
import type { Office } from '../../../protocol/office.ts';
import type { Trouble } from '../../../widget/core/wire.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { Observe } from '../../../widget/parts/observe.ts';
import { base, buttons, fields, notices } from '../../../widget/parts/theme.ts';
import type { App } from '../../core/app.ts';
import { FINAL_OUTCOMES, OTHER_TOPIC, type ContactForm } from '../../core/close-form.ts';
import type { ContactDesk } from '../../core/contact-desk.ts';
import { entryProblems, TYPED_CHANNELS, type ContactEntry, type EntryProblem } from '../../core/contact-entry.ts';
import type { Desk } from '../../core/desk.ts';
import '../../parts/contact-form.ts';
import { choices } from '../../parts/contact-form.styles.ts';
import { sendsForm } from '../../parts/form-keys.ts';
import { panel, waitingButtons } from '../../parts/styles.ts';
import { refusalWords } from '../../parts/words.ts';
import { pageStyles } from '../page.styles.ts';

/** «Contatti»: what came in by telephone, e-mail, PEC, web form, at the counter, over social networks is typed in. */
export class ContactsPage extends SportelloElement {
  static override styles = [
    base,
    buttons,
    fields,
    notices,
    panel,
    choices,
    waitingButtons,
    pageStyles,
    css`
      .page {
        width: min(800px, 100%);
      }

      form {
        display: grid;
        gap: 14px;
      }

      .channels {
        grid-template-columns: repeat(auto-fill, minmax(min(200px, 45%), 1fr));
      }

      .when {
        max-width: 320px;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        align-items: center;
      }

      .done {
        display: grid;
        gap: 12px;
        justify-items: start;
      }

      .done h3 {
        padding: 0;
      }
    `,
  ];
  static override properties = {
    app: { attribute: false },
    desk: { attribute: false },
    contacts: { attribute: false },
    problems: { state: true },
    trouble: { state: true },
    busy: { state: true },
    done: { state: true },
  };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;
  declare contacts: ContactDesk;
  declare problems: readonly EntryProblem[];
  declare trouble: Trouble | null;
  declare busy: boolean;
  /** What was recorded last, until another one is begun. */
  declare done: ContactEntry | null;

  constructor() {
    super();
    this.problems = [];
    this.trouble = null;
    this.busy = false;
    this.done = null;
    new Observe(this, () => this.desk);
    new Observe(this, () => this.app?.shelf);
  }

  /** Puts the focus on the page's heading. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }

  protected override render() {
    return html`<div class="page">
      <div class="head">
        <div>
          <h2 tabindex="-1">${this.t('console.contacts.title')}</h2>
          <p class="quiet">${this.t('console.contacts.about')}</p>
        </div>
      </div>
      <div role="status">${this.done === null ? nothing : this.#done(this.done)}</div>
      ${this.done === null ? this.#form() : nothing}
    </div>`;
  }

  #form() {
    const { entry } = this.contacts;
    return html`<form novalidate @submit=${this.#handleSubmit} @keydown=${this.#handleKey}>
      <div role="alert">${this.#trouble()}</div>
      <fieldset>
        <legend>${this.t('console.contacts.channel')}</legend>
        <div class="choices channels">
          ${TYPED_CHANNELS.map(
            (channel) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="channel"
                  value=${channel}
                  .checked=${channel === entry.channel}
                  @change=${() => this.#set({ channel })}
                />
                ${this.t(`console.contacts.kind.${channel}`)}
              </label>`,
          )}
        </div>
      </fieldset>
      <console-contact-form
        .i18n=${this.i18n}
        .form=${entry}
        .outcomes=${FINAL_OUTCOMES}
        .problems=${this.problems}
        .knowledge=${this.#knowledge}
        .offices=${this.#offices}
        @console-form=${(event: CustomEvent<Partial<ContactForm>>) => this.#set(event.detail)}
      ></console-contact-form>
      <div class="field when">
        <label for="when">${this.t('console.contacts.when')}</label>
        <input
          class="input"
          id="when"
          type="datetime-local"
          aria-invalid=${this.problems.includes('when') ? 'true' : nothing}
          aria-describedby="when-hint problem-when"
          .value=${entry.when}
          @change=${(event: Event) => this.#set({ when: (event.target as HTMLInputElement).value })}
        />
        <span class="hint" id="when-hint">${this.t('console.contacts.when-hint')}</span>
        <span class="problem" id="problem-when"
          >${this.problems.includes('when') ? this.t('console.contacts.when-wrong') : nothing}</span
        >
      </div>
      <div class="acts">
        <button class="button primary" type="submit" aria-disabled=${String(this.busy)}>
          ${this.t(this.busy ? 'console.contacts.busy' : 'console.contacts.submit')}
        </button>
        <span class="quiet small">${this.t('console.contacts.keys')}</span>
      </div>
    </form>`;
  }

  #done({ channel, reason, topic, outcome }: ContactEntry) {
    const params = {
      channel: this.t(`console.contacts.kind.${channel}`),
      reason: this.t(`console.reason.${reason}`),
      topic: this.#topicTitle(topic),
      outcome: this.t(`console.outcome.${outcome}`),
    };
    return html`<div class="notice success done">
      <h3>${this.t('console.contacts.done')}</h3>
      <p>${this.t('console.contacts.done-what', params)}</p>
      <button class="button primary" type="button" data-another @click=${() => this.#another()}>
        ${this.t('console.contacts.another')}
      </button>
    </div>`;
  }

  #topicTitle(topic: string): string {
    if (topic === OTHER_TOPIC) return this.t('console.finish.topic-other');
    return this.#knowledge?.topics.find(({ id }) => id === topic)?.title ?? topic;
  }

  get #knowledge() {
    const { value } = this.app.shelf;
    return value.name === 'ready' ? value.knowledge : null;
  }

  get #offices(): readonly Office[] {
    return this.desk.value.desk?.offices ?? [];
  }

  #trouble() {
    if (this.trouble === null) return nothing;
    const why = refusalWords(this.i18n, 'console.contacts.code', this.trouble);
    return html`<p class="notice danger">${why} ${this.t('console.contacts.failed')}</p>`;
  }

  #set(change: Partial<ContactEntry>): void {
    this.contacts.entry = { ...this.contacts.entry, ...change };
    const left = entryProblems(this.contacts.entry, this.app.clock.now());
    this.problems = this.problems.filter((problem) => left.includes(problem));
    this.requestUpdate();
  }

  #focus(field: EntryProblem): void {
    if (field === 'when') this.renderRoot.querySelector<HTMLElement>('#when')?.focus();
    else this.renderRoot.querySelector('console-contact-form')?.focusOn(field);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (!sendsForm(event)) return;
    event.preventDefault();
    void this.#send();
  };

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    if (this.busy) return;
    const { entry } = this.contacts;
    this.problems = entryProblems(entry, this.app.clock.now());
    const [first] = this.problems;
    if (first !== undefined) return this.#focus(first);
    this.busy = true;
    const answer = await this.contacts.send();
    this.busy = false;
    if (answer === null) return;
    this.trouble = answer.ok ? null : answer.code;
    if (!answer.ok) return;
    this.done = entry;
    this.contacts.another();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[data-another]')?.focus();
  }

  /** One key after the last: the focus is where the next one begins. */
  async #another(): Promise<void> {
    this.done = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input[name="channel"]:checked')?.focus();
  }
}

define('console-contacts', ContactsPage);

declare global {
  interface HTMLElementTagNameMap {
    'console-contacts': ContactsPage;
  }
}
