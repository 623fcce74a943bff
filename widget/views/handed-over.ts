import { html, type TemplateResult } from 'lit';
import '../parts/handed-over.ts';
import type { View } from './view.ts';

/** What goes along to the operator. The button of a line taken out is gone: the focus goes to the view's heading. */
export function drawHandedOver(view: View): TemplateResult {
  const { i18n, visit, shelf, say } = view.counter;
  const titleOf = (id: string): string => {
    const article = shelf.value.name === 'ready' && shelf.value.knowledge.articles.find((one) => one.id === id);
    return article ? article.title : id;
  };
  return html`<sportello-handed-over
    .i18n=${i18n}
    .visit=${visit}
    .titleOf=${titleOf}
    @sportello-taken-out=${({ detail }: CustomEvent<string>) => {
      say(i18n.t('handover.removed', { text: detail }));
      view.focus();
    }}
  ></sportello-handed-over>`;
}
