import { html, nothing, type TemplateResult } from 'lit';
import { isAbout } from '../../protocol/notice.ts';
import '../parts/notices.ts';
import type { Counter } from './counter.ts';

/** The notices that touch an answer, or a topic; readers are told when one comes. */
export function drawNotices({ status, i18n }: Counter, subject: { id: string; topic: string }): TemplateResult {
  const desk = status.value.name === 'known' ? status.value.status : undefined;
  const shown = desk?.notices.filter((notice) => isAbout(notice, subject)) ?? [];
  return html`<div role="status" class="notices">
    ${
      desk && shown.length > 0
        ? html`<sportello-notices .i18n=${i18n} .notices=${shown} .now=${desk.now}></sportello-notices>`
        : nothing
    }
  </div>`;
}
