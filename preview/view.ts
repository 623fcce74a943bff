import { html, nothing, type TemplateResult } from 'lit';
import type { Article } from '../protocol/article.ts';
import type { FileFinding } from '../protocol/editors.ts';
import type { PreviewAnswer, PreviewArticle, PreviewHit, PreviewState, WordFound } from '../protocol/preview.ts';
import type { I18n } from '../widget/core/i18n.ts';
import '../widget/parts/article.ts';
import { drawBlocks } from '../widget/parts/blocks.ts';
import './panel.ts';
import { DECISIONS, PLACES } from './words.ts';

export interface Model {
  state: PreviewState;
  /** The file that is looked at. */
  file: string | null;
  /** Of that article's questions, asked to the search. */
  asked: FileFinding[];
  filter: string;
  question: string;
  answer: PreviewAnswer | null;
  i18n: I18n;
}

export interface Actions {
  choose(file: string): void;
  follow(article: string): void;
  filter(text: string): void;
  ask(question: string): void;
}

export function draw(model: Model, actions: Actions): TemplateResult {
  const { state, file } = model;
  const shown = state.articles.find((one) => one.file === file);
  return html`<div class="page">
    ${drawArticles(model, actions)}
    <main @sportello-follow=${(event: CustomEvent<{ article: string }>) => actions.follow(event.detail.article)}>
      ${shown ? drawArticle(shown.article, model) : html`<p>Scegli un articolo dall’elenco.</p>`}
    </main>
    <aside>${drawQuestion(model, actions)} ${shown ? drawFindings(shown, model) : nothing} ${drawRest(model)}</aside>
  </div>`;
}

function drawArticles({ state, file, filter }: Model, { choose, filter: setFilter }: Actions): TemplateResult {
  const matches = ({ article }: PreviewArticle): boolean =>
    `${article.title} ${article.id}`.toLowerCase().includes(filter.toLowerCase());
  return html`<nav aria-label="Articoli">
    <label for="filter">Cerca tra gli articoli</label>
    <input id="filter" type="search" .value=${filter} @input=${onInput(setFilter)} />
    ${state.topics.map((topic) => {
      const own = state.articles.filter((one) => one.article.topic === topic.id && matches(one));
      if (own.length === 0) return nothing;
      return html`<h2>${topic.title}</h2>
        <ul>
          ${own.map((one) => {
            const current = one.file === file ? 'true' : nothing;
            return html`<li lang=${one.article.lang}>
              <button type="button" aria-current=${current} @click=${() => choose(one.file)}>
                ${one.article.title}${problems(one, state)}
              </button>
            </li>`;
          })}
        </ul>`;
    })}
  </nav>`;
}

function problems({ file }: PreviewArticle, { findings }: PreviewState): string {
  const count = findings.filter((finding) => finding.file === file).length;
  return count === 0 ? '' : ` (${count} da sistemare)`;
}

function drawArticle(article: Article, { state, i18n }: Model): TemplateResult {
  const notices = state.notices.filter(({ articles, topics }) =>
    articles.length + topics.length === 0 ? true : articles.includes(article.id) || topics.includes(article.topic),
  );
  return html`${notices.map(
      ({ id, text }) =>
        html`<section>
          <p class="quiet">Avviso «${id}»</p>
          ${drawBlocks(text.it, i18n)}
        </section>`,
    )} <preview-panel><sportello-article .i18n=${i18n} .article=${article}></sportello-article></preview-panel>`;
}

function drawQuestion({ question, answer }: Model, { ask }: Actions): TemplateResult {
  return html`<section>
    <label for="question">Prova una domanda</label>
    <input id="question" type="search" .value=${question} @input=${onInput(ask)} />
    <div aria-live="polite">${answer && question.trim() !== '' ? drawAnswer(answer) : nothing}</div>
  </section>`;
}

function drawAnswer({ decision, hits }: PreviewAnswer): TemplateResult {
  return html`<p><strong>${decision}</strong>. ${DECISIONS[decision]}</p>
    <ol class="hits">
      ${hits.map(drawHit)}
    </ol>`;
}

function drawHit({ title, id, score, words }: PreviewHit): TemplateResult {
  const missing = words.filter(({ places }) => places.length === 0).map(({ word }) => `«${word}»`);
  return html`<li>
    <strong>${title}</strong> <span class="quiet">${score.toFixed(2)} ${id}</span>
    <ul class="quiet">
      ${words.filter(({ places }) => places.length > 0).map((word) => html`<li>${explainWord(word)}</li>`)}
      ${missing.length > 0 ? html`<li>Non ci sono: ${missing.join(', ')}</li>` : nothing}
    </ul>
  </li>`;
}

function explainWord({ word, as, places }: WordFound): string {
  return `«${word}»${as === null ? '' : ` come «${as}»`}: ${places.map((place) => PLACES[place]).join(', ')}`;
}

function drawFindings({ file, gulpease }: PreviewArticle, { state, asked }: Model): TemplateResult {
  const own = [...state.findings.filter((finding) => finding.file === file), ...asked];
  return html`<section>
    <h2>Che cosa sistemare</h2>
    <p class="quiet"><code>${file}</code></p>
    ${gulpease === null ? nothing : html`<p>Leggibilità (indice Gulpease): <strong>${gulpease.toFixed(1)}</strong></p>`}
    ${own.length === 0 ? html`<p>Niente: va bene così.</p>` : drawFindingList(own)}
    ${
      own.some(({ shown }) => shown === 'last-good')
        ? html`<p><strong>Qui accanto c’è l’ultima versione senza errori.</strong></p>`
        : nothing
    }
  </section>`;
}

/** What stands in files that no article is shown of. */
function drawRest({ state }: Model): TemplateResult {
  const files = new Set(state.articles.map(({ file }) => file));
  const rest = state.findings.filter(({ file }) => !files.has(file));
  if (rest.length === 0) return html``;
  return html`<section>
    <h2>In altri file</h2>
    ${drawFindingList(rest, true)}
  </section>`;
}

function drawFindingList(findings: readonly FileFinding[], withFile = false): TemplateResult {
  return html`<ul class="findings">
    ${findings.map(
      ({ file, line, message, severity }) =>
        html`<li class=${severity}>
          <strong>${severity === 'error' ? 'Errore' : 'Avviso'}, ${withFile ? `${file}, ` : ''}riga ${line}:</strong>
          ${message}
        </li>`,
    )}
  </ul>`;
}

function onInput(take: (text: string) => void): (event: Event) => void {
  return ({ target }) => take((target as HTMLInputElement).value);
}
