import { html, nothing, type TemplateResult } from 'lit';
import type { ArticleHead } from '../../protocol/article.ts';
import type { I18n } from '../core/i18n.ts';
import { icons } from './icons.ts';

/** A question to choose, in a list; says what is to be known before: that it is in Italian only, that it is signed. */
export function drawChoice(
  { id, title, lang, lis }: ArticleHead,
  i18n: I18n,
  choose: (id: string) => void,
): TemplateResult {
  const marks = [lang === i18n.lang ? '' : i18n.t('choice.italian'), lis ? i18n.t('choice.lis') : ''].filter(Boolean);
  return html`<li>
    <button class="choice" @click=${() => choose(id)}>
      <span
        ><span lang=${lang}>${title}</span>${marks.length ? html` <small>${marks.join(' · ')}</small>` : nothing}</span
      >${icons.forward}
    </button>
  </li>`;
}
