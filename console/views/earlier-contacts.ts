import { html, nothing } from 'lit';
import type { Knowledge } from '../../protocol/article.ts';
import type { EarlierContact } from '../../protocol/desk.ts';
import { formatTime } from '../../widget/core/format.ts';
import type { I18n } from '../../widget/core/i18n.ts';

/** What was talked about before in the same visit, the latest first; nothing where there was nothing. */
export function earlierContacts(contacts: readonly EarlierContact[], knowledge: Knowledge | null, i18n: I18n) {
  if (contacts.length === 0) return nothing;
  const line = ({ startedAt, service, topic, outcome, operator }: EarlierContact): string =>
    [
      formatTime(startedAt, i18n),
      knowledge?.topics.find(({ id }) => id === topic)?.title ?? i18n.t(`console.service.${service}`),
      outcome && i18n.t(`console.outcome.${outcome}`),
      operator?.name,
    ]
      .filter(Boolean)
      .join(' · ');
  return html`<section>
    <h3>${i18n.t('console.case.earlier')}</h3>
    <ul class="plain small">
      ${contacts.map((contact) => html`<li>${line(contact)}</li>`)}
    </ul>
  </section>`;
}
