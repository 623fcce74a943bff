import { css, html, type TemplateResult } from 'lit';
import type { I18n } from '../core/i18n.ts';
import { moreIcons } from '../parts/more-icons.ts';
import type { Emergency, EmergencyContact } from '../search/index.ts';

/** Whom to call, above everything else; the rest stays as it is. */
export function drawEmergency({ contacts }: Emergency, i18n: I18n): TemplateResult {
  return html`<section class="notice danger emergency">
    <h3>${moreIcons.alert} ${i18n.t('question.emergency')}</h3>
    ${contacts.map((contact) => drawContact(contact, i18n))}
  </section>`;
}

function drawContact({ name, number, href }: EmergencyContact, i18n: I18n): TemplateResult {
  return html`<div>
    <a class="button danger" href=${href}>${moreIcons.phone} ${i18n.t(`question.contact.${name}.call`)} ${number}</a>
    <p class="quiet-text">${i18n.t(`question.contact.${name}.about`)}</p>
  </div>`;
}

export const emergencyStyles = css`
  .emergency {
    display: grid;
    gap: 12px;
    border-width: 2px;
    border-inline-start-width: 6px;
  }

  .emergency h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
  }

  .emergency svg {
    color: var(--sportello-danger);
  }
`;
