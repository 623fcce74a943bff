import type { Message } from '../../protocol/message.ts';
import { joinedLast, visibleMessages, type ConversationModel } from './conversation-state.ts';
import { formatTime } from './format.ts';
import { formatMoment } from './format-date.ts';
import type { I18n } from './i18n.ts';

/** A conversation as plain text, to keep. Only what the server has confirmed. */
export function createTranscript(model: ConversationModel, i18n: I18n): string {
  const { startedAt } = model.state;
  const started = i18n.t('transcript.started', { when: formatMoment(startedAt, i18n) });
  const lines = visibleMessages(model).map((message) => lineOf(message, model, i18n));
  return [i18n.t('transcript.title'), i18n.t('chat.desk'), started, '', ...lines, ''].join('\n');
}

/** «conversazione-2026-11-24.txt» */
export function transcriptName({ state }: ConversationModel, i18n: I18n): string {
  return `${i18n.t('transcript.file')}-${new Date(state.startedAt).toISOString().slice(0, 10)}.txt`;
}

function lineOf(message: Message, model: ConversationModel, i18n: I18n): string {
  const time = formatTime(message.at, i18n);
  if (message.kind === 'event') {
    const name = message.name ?? i18n.t('log.operator');
    return i18n.t('transcript.event', { time, text: i18n.t(`log.event.${message.event}`, { name }) });
  }
  const name = message.from === model.me ? i18n.t('log.you') : nameOf(message, model, i18n);
  const files = message.attachments?.map((file) => `[${file.name}]`) ?? [];
  return i18n.t('transcript.line', { time, name, text: [message.text, ...files].filter(Boolean).join(' ') });
}

function nameOf({ from, seq }: Message, { state, messages }: ConversationModel, i18n: I18n): string {
  const name = from === 'citizen' ? state.citizenName : joinedLast(messages.filter((one) => one.seq < seq));
  return name ?? i18n.t(`log.${from}`);
}
