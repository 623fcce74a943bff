import { css, html } from 'lit';
import type { ArticleSoFar } from '../../protocol/article.ts';
import type { Conversation } from '../../widget/core/conversation.ts';
import { define, SportelloElement } from '../../widget/parts/element.ts';
import { Observe } from '../../widget/parts/observe.ts';
import { base } from '../../widget/parts/theme.ts';
import type { App } from '../core/app.ts';
import { insertInto } from '../core/article-insert.ts';
import { waitingForMe } from '../core/attention.ts';
import type { Desk } from '../core/desk.ts';
import { citizenOf } from '../core/notices.ts';
import { articlesToCheck, offersFor } from '../core/offers.ts';
import type { SideTalk } from '../core/side-talk.ts';
import { panel } from '../parts/styles.ts';
import { citizenLabel } from '../parts/words.ts';
import './asked-pane.ts';
import type { OwnCall } from './conversation-pane.ts';
import './conversation-pane.ts';
import './empty-desk.ts';

/**
 * The middle column: the conversation on screen, a question put to me, or what can be done in the quiet.
 *
 * @fires console-open - The closing card is wanted.
 * @fires console-accept-next - Whoever has waited longest is to be taken.
 * @fires console-read - An article is to be shown.
 */
export class DeskMiddle extends SportelloElement {
  static override styles = [
    base,
    panel,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      :host > *,
      console-asked,
      console-conversation,
      console-empty-desk {
        flex: 1;
        min-height: 0;
      }
    `,
  ];
  static override properties = { app: { attribute: false }, desk: { attribute: false } };

  declare app: App<MediaStreamTrack>;
  declare desk: Desk<MediaStreamTrack>;

  constructor() {
    super();
    new Observe(this, () => this.desk);
    new Observe(this, () => this.desk?.mine);
    new Observe(this, () => this.desk?.calls);
    new Observe(this, () => this.desk?.sideTalks);
    new Observe(this, () => this.app?.search);
    new Observe(this, () => this.app?.shelf);
  }

  /** Puts the focus into the box that is on screen. */
  override focus(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('console-asked, console-conversation')?.focus(),
    );
  }

  /** Puts the focus on the first article offered, if any. */
  focusOffers(): void {
    this.renderRoot.querySelector('console-conversation')?.focusOffers();
  }

  /** Puts the focus on the way to attach a file. */
  focusAttach(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-conversation')?.focusAttach());
  }

  /** Puts an article into the answer, to be edited; into a conversation that is over nothing can be put. */
  insert(articleId: string): void {
    const question = this.desk.sideTalks.get(this.desk.value.asked);
    const conversation = this.#conversation;
    const article = this.#knowledge?.articles.find(({ id }) => id === articleId);
    if (article !== undefined && question !== undefined) return this.#insertAside(question, article);
    if (article === undefined || conversation === undefined || conversation.value.state.phase.name === 'closed') return;
    conversation.draft = insertInto(conversation.draft, article);
    this.desk.inserted(conversation.id, articleId);
    this.renderRoot.querySelector('console-conversation')?.requestUpdate();
    this.writeTo('citizen');
  }

  /** Whoever is asked answers the colleague: the citizen's box is not on screen. */
  #insertAside(talk: SideTalk, article: ArticleSoFar): void {
    talk.draft = insertInto(talk.draft, article);
    this.renderRoot.querySelector('console-asked')?.redraw();
    this.focus();
  }

  /** Opens the box for the citizen, or for the colleague who is asked. */
  writeTo(whom: 'citizen' | 'colleague'): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('console-conversation')?.writeTo(whom));
  }

  protected override render() {
    const question = this.desk.sideTalks.get(this.desk.value.asked);
    if (question !== undefined) return this.#asked(question);
    return this.#conversation === undefined ? this.#quiet() : this.#talk(this.#conversation);
  }

  #asked(talk: SideTalk) {
    return html`<console-asked .i18n=${this.i18n} .talk=${talk} .me=${this.#me}></console-asked>`;
  }

  get #me(): string {
    return this.desk.value.desk?.me.id ?? '';
  }

  #talk(conversation: Conversation) {
    const { desk } = this.desk.value;
    const caseFile = desk?.cases[conversation.id];
    return html`<console-conversation
      .i18n=${this.i18n}
      .conversation=${conversation}
      .calls=${this.#calls()}
      .offers=${this.#offers(conversation)}
      .announcements=${desk?.notices ?? []}
      .caseFile=${caseFile}
      .talk=${this.desk.sideTalks.get(caseFile?.consultation?.id)}
      .me=${this.#me}
      .replies=${desk?.replies ?? []}
      .attaching=${this.app.attaching(conversation)}
      @console-draft=${() => this.requestUpdate()}
      @console-enter-call=${() => this.desk.calls.enter(conversation.id)}
    ></console-conversation>`;
  }

  #quiet() {
    const { desk } = this.desk.value;
    const today = new Date(this.app.clock.now()).toISOString().slice(0, 10);
    return html`<console-empty-desk
      class="scroll"
      .i18n=${this.i18n}
      .waiting=${waitingForMe(desk)}
      .presence=${desk?.me.presence ?? 'off'}
      .callbacks=${desk?.callbacks ?? null}
      .now=${this.app.clock.now()}
      .toCheck=${this.#knowledge && articlesToCheck(this.#knowledge, today)}
      .today=${today}
      @console-accept-next=${() => this.dispatchEvent(new Event('console-accept-next'))}
    ></console-empty-desk>`;
  }

  get #conversation(): Conversation | undefined {
    return this.desk.mine.get(this.desk.value.selected);
  }

  get #knowledge() {
    const { value } = this.app.shelf;
    return value.name === 'ready' ? value.knowledge : null;
  }

  #calls(): OwnCall[] {
    return [...this.desk.calls.value].map(([conversationId, call]) => {
      const state = this.desk.mine.get(conversationId)?.value.state;
      return { conversationId, call, name: state ? citizenLabel(this.i18n, citizenOf(state)) : '' };
    });
  }

  #offers({ draft, value }: Conversation) {
    const search = this.app.search.value;
    return search && this.#knowledge ? offersFor(draft, value.messages, search, this.#knowledge) : [];
  }
}

define('console-middle', DeskMiddle);

declare global {
  interface HTMLElementTagNameMap {
    'console-middle': DeskMiddle;
  }
}
