import type { ReachBy } from '../../protocol/callback.ts';
import type { Language } from '../../protocol/conversation.ts';
import type { Message } from '../../protocol/message.ts';
import { asHtml, asText, type Block, type Content } from './layout.ts';
import type { Letter } from './post.ts';
import { timesIn, wordsIn } from './words.ts';

interface Addressed {
  /** One address, checked before. */
  to: string;
  language: Language;
  timeZone: string;
}

interface Request {
  number: string;
  citizenName: string | null;
  receivedAt: number;
}

/**
 * «Abbiamo la tua richiesta»: number and time. It does not repeat what was written, because anybody can give anybody's
 * address: nobody shall have a public body send their words to others.
 */
export function receiptLetter(receipt: Addressed & Request & { dueAt: number; reach: ReachBy }): Letter {
  const { to, language, timeZone, number, receivedAt, dueAt, reach } = receipt;
  const t = wordsIn(language);
  const { moment } = timesIn(language, timeZone);
  const facts = [
    { name: t('number'), value: number },
    { name: t('receipt.received'), value: moment(receivedAt) },
    { name: t('receipt.due'), value: moment(dueAt) },
    { name: t('receipt.reach'), value: reach.by === 'email' ? reach.email : reach.phone },
  ];
  return letter(to, t('receipt.subject', { number }), {
    language,
    title: t('receipt.title'),
    blocks: [
      { type: 'paragraph', text: t('receipt.promise', { due: moment(dueAt) }) },
      { type: 'facts', facts },
      { type: 'paragraph', text: t('answerable', { number }) },
      { type: 'paragraph', text: t('automatic') },
    ],
  });
}

export function answerLetter(answer: Addressed & Request & { answer: string; question: string }): Letter {
  const { to, language, timeZone, number, citizenName, receivedAt } = answer;
  const t = wordsIn(language);
  const { date } = timesIn(language, timeZone);
  return letter(to, t('answer.subject', { number }), {
    language,
    title: t('answer.title'),
    blocks: [
      ...hello(citizenName, language),
      { type: 'paragraph', text: answer.answer },
      { type: 'heading', text: t('answer.asked', { when: date(receivedAt) }) },
      { type: 'facts', facts: [{ name: t('number'), value: number }] },
      { type: 'words', text: answer.question },
      { type: 'paragraph', text: t('answerable', { number }) },
    ],
  });
}

export function transcriptLetter(talk: Addressed & { startedAt: number; messages: readonly Message[] }): Letter {
  const { to, language, timeZone, startedAt, messages } = talk;
  const t = wordsIn(language);
  const { date } = timesIn(language, timeZone);
  return letter(to, t('transcript.subject', { when: date(startedAt) }), {
    language,
    title: t('transcript.title'),
    blocks: [
      { type: 'paragraph', text: t('transcript.intro') },
      ...threadBlocks(messages, language, timeZone),
      { type: 'paragraph', text: t('automatic') },
    ],
  });
}

/** Every day under a heading of its own, every line with who and when. */
export function threadBlocks(messages: readonly Message[], language: Language, timeZone: string): Block[] {
  const t = wordsIn(language);
  const { date, time } = timesIn(language, timeZone);
  const blocks: Block[] = [];
  let operator = t('transcript.desk');
  let day = '';
  for (const message of messages) {
    if (date(message.at) !== day) {
      day = date(message.at);
      blocks.push({ type: 'heading', text: day });
    }
    if (message.kind === 'event') {
      const { event, name } = message;
      if (event === 'operator-joined' || event === 'handed-over') operator = name ?? operator;
      const said = t(`event.${event}`, { name: name ?? t('transcript.desk') });
      blocks.push({ type: 'paragraph', text: t('transcript.line', { who: said, time: time(message.at) }) });
      continue;
    }
    const who = message.from === 'citizen' ? t('transcript.you') : operator;
    const names = message.attachments?.map((attachment) => attachment.name).join(', ');
    const text = [message.text, ...(names === undefined ? [] : [t('files', { names })])].filter(Boolean).join('\n');
    blocks.push({ type: 'words', text, by: t('transcript.line', { who, time: time(message.at) }) });
  }
  return blocks;
}

/** To an office that is asked and has nobody at the desk. The citizen's own words are behind the link only. */
export function consultationLetter(
  question: Addressed & {
    /** The office, in the letter's language. */
    office: string;
    /** Who asks. */
    operator: string;
    summary: string;
    link: string;
    expiresAt: number;
  },
): Letter {
  const { to, language, timeZone, operator, summary, link, expiresAt } = question;
  const t = wordsIn(language);
  const { moment } = timesIn(language, timeZone);
  const office = question.office;
  return letter(to, t('consultation.subject', { office }), {
    language,
    title: t('consultation.title', { office }),
    blocks: [
      { type: 'paragraph', text: t('consultation.intro', { operator }) },
      { type: 'words', text: summary, by: t('consultation.asks', { operator }) },
      { type: 'link', text: t('consultation.link'), href: link },
      { type: 'paragraph', text: t('consultation.until', { until: moment(expiresAt) }) },
    ],
  });
}

function hello(name: string | null, language: Language): Block[] {
  return name === null ? [] : [{ type: 'paragraph', text: wordsIn(language)('hello', { name }) }];
}

function letter(to: string, subject: string, content: Content): Letter {
  const line = subject.replaceAll(/\s+/g, ' ');
  return { to, language: content.language, subject: line, text: asText(content), html: asHtml(content) };
}
