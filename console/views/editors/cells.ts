import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../../../protocol/conversation.ts';
import type { EditorsOverview } from '../../../protocol/editors.ts';
import type { I18n } from '../../../widget/core/i18n.ts';
import '../../parts/file-path.ts';

/** An article's title in its own language, which is said when it is not the Italian one. */
export function titleCell({ title, lang }: { title: string; lang: Language }, i18n: I18n): TemplateResult {
  const other = lang === 'it' ? nothing : html` <span class="also">(${i18n.t(`console.language.${lang}`)})</span>`;
  return html`<span lang=${lang}>${title}</span>${other}`;
}

export function fileCell(
  { file, line = null }: { file: string; line?: number | null },
  { editBase }: Pick<EditorsOverview, 'editBase'>,
  i18n: I18n,
): TemplateResult {
  return html`<console-file .i18n=${i18n} .file=${file} .line=${line} .editBase=${editBase}></console-file>`;
}
