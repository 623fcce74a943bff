import { html, nothing } from 'lit';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import type { Observable } from '../../../widget/core/observable.ts';
import type { Trouble } from '../../../widget/core/wire.ts';
import { formatTime } from '../../../widget/core/format.ts';
import { define, SportelloElement } from '../../../widget/parts/element.ts';
import { Observe } from '../../../widget/parts/observe.ts';
import { base, buttons, notices } from '../../../widget/parts/theme.ts';
import { troubleOf, type Editors } from '../../core/editors.ts';
import '../../parts/data-table.ts';
import { CopyEvent } from '../../parts/events.ts';
import { icons } from '../../parts/icons.ts';
import { panel } from '../../parts/styles.ts';
import { refusalWords } from '../../parts/words.ts';
import { editorsPageStyles } from './editors-page.styles.ts';
import { editorsSections, type EditorsSection } from './sections.ts';

/** How the knowledge base stands: what is broken, what citizens miss, what is to be kept up, each with its file. */
export class EditorsPage extends SportelloElement {
  static override styles = [base, buttons, notices, panel, editorsPageStyles];
  static override properties = {
    editors: { attribute: false },
    online: { attribute: false },
    said: { state: true },
  };

  declare editors: Editors;
  declare online: Observable<boolean>;
  /** What a screen reader is to hear. */
  declare said: string;

  constructor() {
    super();
    this.said = '';
    new Observe(this, () => this.editors);
    new Observe(this, () => this.online);
    this.addEventListener(CopyEvent.type, ({ detail: { path, copied } }) => {
      this.said = this.t(`console.editors.file.${copied ? 'copied-name' : 'by-hand-name'}`, { path });
    });
  }

  /** Puts the focus on the page's heading. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('h2')?.focus());
  }

  protected override render() {
    const { value: model } = this.editors;
    const overview = model.name === 'ready' ? model.overview : null;
    const busy = model.name === 'loading' || model.busy;
    return html`
      <div class="page">
        <div class="head">
          <div>
            <h2 tabindex="-1">${this.t('console.editors.title')}</h2>
            <p class="quiet">${overview === null ? this.t('console.editors.about') : this.#asOf(overview)}</p>
          </div>
          <button
            class="button small"
            type="button"
            aria-disabled=${String(busy)}
            @click=${() => void this.editors.refresh()}
          >
            ${icons.refresh}${this.t(busy ? 'console.editors.refreshing' : 'console.editors.refresh')}
          </button>
        </div>
        <div role="status">${this.#trouble(troubleOf(model), overview)}</div>
        <p class="visually-hidden" role="status">${this.said}</p>
        ${model.name === 'loading' ? html`<p class="loading" role="status">${this.t('console.editors.loading')}</p>` : nothing}
        ${overview === null ? nothing : this.#sections(editorsSections(overview, this.i18n))}
      </div>
    `;
  }

  #asOf({ now }: EditorsOverview): string {
    return this.t('console.editors.as-of', { time: formatTime(now, this.i18n) });
  }

  #trouble(code: Trouble | null, overview: EditorsOverview | null) {
    // The sign-in comes over the page by itself.
    if (code === null || code === 'not-signed-in') return nothing;
    const why = this.online.value
      ? refusalWords(this.i18n, 'console.editors.trouble', code)
      : this.t('console.editors.trouble.offline');
    const kept = overview === null ? '' : this.t('console.editors.kept', { time: formatTime(overview.now, this.i18n) });
    return html`<p class="notice ${overview === null ? 'danger' : 'warning'}">${why} ${kept}</p>`;
  }

  #sections(sections: readonly EditorsSection[]) {
    return html`
      <nav aria-label=${this.t('console.editors.jumps')}>
        <ul class="jumps">
          ${sections.map((section) => html`<li>${this.#jump(section)}</li>`)}
        </ul>
      </nav>
      ${sections.map((section) => this.#section(section))}
    `;
  }

  #jump({ name, table }: EditorsSection) {
    return html`<button type="button" @click=${() => this.#goTo(name)}>
      ${this.t(`console.editors.${name}.title`)} <span class="count">${table.rows.length}</span>
    </button>`;
  }

  #section({ name, table }: EditorsSection) {
    return html`<section aria-labelledby=${name}>
      <h3 id=${name} tabindex="-1">${this.t(`console.editors.${name}.title`)}</h3>
      ${
        table.rows.length === 0
          ? html`<p class="quiet">${this.t(`console.editors.${name}.empty`)}</p>`
          : html`<console-table .i18n=${this.i18n} .content=${table}></console-table>`
      }
    </section>`;
  }

  #goTo(name: EditorsSection['name']): void {
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${name}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
}

define('console-editors', EditorsPage);

declare global {
  interface HTMLElementTagNameMap {
    'console-editors': EditorsPage;
  }
}
