import { html, nothing, type TemplateResult } from 'lit';
import { LIMITS } from '../../protocol/limits.ts';
import type { I18n } from '../core/i18n.ts';
import type { MessageField } from '../core/message-check.ts';
import type { MessageDraft } from '../core/message-desk.ts';

/** What a field needs to draw itself. */
export interface Fields {
  i18n: I18n;
  draft: MessageDraft;
  /** Nothing can be changed meanwhile. */
  sending: boolean;
  /** What is wrong with a field, in words; empty when nothing is. */
  fault: (field: MessageField) => string;
  change: (part: Partial<MessageDraft>) => void;
}

export function drawText({ draft: { text }, sending, fault, change, i18n: { t } }: Fields): TemplateResult {
  return html`<p class="field">
    <label for="text">${t('message.text')}</label>
    <span id="text-hint" class="hint">${t('message.textHint')}</span>
    <textarea
      id="text"
      class="input"
      rows="5"
      aria-describedby="text-hint text-fault"
      aria-invalid=${fault('text') ? 'true' : nothing}
      ?readonly=${sending}
      .value=${text}
      @input=${(event: InputEvent) => change({ text: valueOf(event) })}
    ></textarea>
    <span id="text-fault" class="fault">${fault('text')}</span>
  </p>`;
}

/** How to answer: one of two ways, and where. */
export function drawReach(fields: Fields): TemplateResult {
  const {
    draft,
    sending,
    change,
    i18n: { t },
  } = fields;
  return html`<fieldset>
    <legend>${t('message.reach')}</legend>
    <div class="choose">
      ${(['email', 'phone'] as const).map(
        (by) =>
          html`<label
            ><input
              type="radio"
              name="by"
              .checked=${draft.by === by}
              ?disabled=${sending}
              @change=${() => change({ by })}
            />${t(by === 'email' ? 'message.byEmail' : 'message.byPhone')}</label
          >`,
      )}
    </div>
    ${drawContact(fields)}
  </fieldset>`;
}

function drawContact({ draft, sending, fault, change, i18n: { t } }: Fields): TemplateResult {
  const { by } = draft;
  return html`<p class="field">
    <label for=${by}>${t(`message.${by}`)}</label>
    <input
      id=${by}
      class="input"
      type=${by === 'email' ? 'email' : 'tel'}
      autocomplete=${by === 'email' ? 'email' : 'tel'}
      aria-describedby="${by}-hint ${by}-fault"
      aria-invalid=${fault(by) ? 'true' : nothing}
      ?readonly=${sending}
      .value=${draft[by]}
      @input=${(event: InputEvent) => change({ [by]: valueOf(event) })}
    />
    <span id="${by}-hint" class="hint">${t(`message.${by}Hint`)}</span>
    <span id="${by}-fault" class="fault">${fault(by)}</span>
  </p>`;
}

export function drawName({ draft: { name }, sending, change, i18n: { t } }: Fields): TemplateResult {
  return html`<p class="field">
    <label for="name">${t('message.name')}</label>
    <input
      id="name"
      class="input"
      autocomplete="name"
      maxlength=${LIMITS.name}
      ?readonly=${sending}
      .value=${name}
      @input=${(event: InputEvent) => change({ name: valueOf(event) })}
    />
  </p>`;
}

function valueOf(event: InputEvent): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}
