import type { LinkedQuestion } from '../chat/consultation-link.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { escapeHtml } from '../mail/layout.ts';
import { timesIn, wordsIn } from '../mail/words.ts';

/* What somebody in an office reads who got a question by e-mail: whole pages, for any browser, without a script. */

/** Offices of an Italian public body read Italian. */
const LANGUAGE = 'it';
const t = wordsIn(LANGUAGE);

/** What was wrong with the answer that was sent, and what it said: it is shown again. */
export interface Refused {
  why: 'missing' | 'tooLong';
  text: string;
}

/** @param refused null when the page is asked for */
export function questionPage(question: LinkedQuestion, timeZone: string, refused: Refused | null): string {
  const title = t('page.title', { office: question.office });
  return page(refused ? t('page.wrong', { title }) : title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(t('consultation.intro', { operator: question.operator }))}</p>`,
    `<h2>${escapeHtml(t('page.question'))}</h2>`,
    `<blockquote>${escapeHtml(question.summary)}</blockquote>`,
    `<h2>${escapeHtml(t('page.thread'))}</h2>`,
    threadList(question, timeZone),
    answerForm(question, timeZone, refused),
  ]);
}

function threadList({ thread, language }: LinkedQuestion, timeZone: string): string {
  if (thread.length === 0) return `<p>${escapeHtml(t('page.empty'))}</p>`;
  const { moment } = timesIn(LANGUAGE, timeZone);
  const lines = thread.map(({ from, at, text }) => {
    const by = t('transcript.line', { who: t(`page.${from}`), time: moment(at) });
    return `<li><p class="by">${escapeHtml(by)}</p><p class="words" lang="${language}">${escapeHtml(text)}</p></li>`;
  });
  return `<ol>${lines.join('\n')}</ol>`;
}

function answerForm({ expiresAt }: LinkedQuestion, timeZone: string, refused: Refused | null): string {
  const { moment } = timesIn(LANGUAGE, timeZone);
  const trouble = refused && t(`page.${refused.why}`, { max: LIMITS.messageText });
  return [
    '<form method="post">',
    `<label for="answer">${escapeHtml(t('page.answer'))}</label>`,
    `<p id="hint">${escapeHtml(t('page.hint', { until: moment(expiresAt) }))}</p>`,
    ...(trouble === null ? [] : [`<p id="trouble" role="alert">${escapeHtml(trouble)}</p>`]),
    textArea(refused),
    `<button type="submit">${escapeHtml(t('page.send'))}</button>`,
    '</form>',
  ].join('\n');
}

function textArea(refused: Refused | null): string {
  const state = refused ? 'aria-describedby="trouble hint" aria-invalid="true" autofocus' : 'aria-describedby="hint"';
  const rules = `rows="8" required maxlength="${LIMITS.messageText}"`;
  // The first line break in a text area belongs to the markup.
  return `<textarea id="answer" name="answer" ${rules} ${state}>\n${escapeHtml(refused?.text ?? '')}</textarea>`;
}

export type Notice = 'thanks' | 'over' | 'tooMany' | 'trouble';

export function noticePage(notice: Notice): string {
  const title = t(`page.${notice}`);
  return page(title, [`<h1>${escapeHtml(title)}</h1>`, `<p>${escapeHtml(t(`page.${notice}Text`))}</p>`]);
}

function page(title: string, body: string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${LANGUAGE}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>`,
    '<link rel="stylesheet" href="/consultation/style.css"></head>',
    '<body><main>',
    ...body,
    '</main></body></html>',
    '',
  ].join('\n');
}
