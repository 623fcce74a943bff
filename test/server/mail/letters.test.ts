import { describe, expect, test } from 'vitest';
import type { Message } from '../../../protocol/message.ts';
import { parseSender } from '../../../server/mail/address.ts';
import { afterTry, stateOf } from '../../../server/mail/delivery.ts';
import { answerLetter, consultationLetter, receiptLetter, transcriptLetter } from '../../../server/mail/letters.ts';
import { NOON, mailRecord } from '../store/records.ts';

const timeZone = 'Europe/Rome';
const to = 'citizen@example.org';
const FRIDAY = Temporal.ZonedDateTime.from('2027-03-26T16:50[Europe/Rome]').epochMilliseconds;
const TUESDAY = Temporal.ZonedDateTime.from('2027-03-30T16:50[Europe/Rome]').epochMilliseconds;
const request = { to, timeZone, number: '2027-000012', citizenName: 'Anna', receivedAt: FRIDAY };
const MARKUP = '<img src=x onerror="alert(1)"> & \'so\'\n</blockquote><script>1</script>';

describe('letters', () => {
  test('CB-11 a receipt says number and time in the citizen’s language, on the clock of the place', () => {
    const reach = { by: 'email', email: to } as const;
    const it = receiptLetter({ ...request, language: 'it', dueAt: TUESDAY, reach });
    expect(it.subject).toBe('Abbiamo la tua richiesta 2027-000012');
    expect(it.text).toContain('Ti rispondiamo entro martedì 30 marzo alle 16:50.');
    expect(it.text).toContain('Ricevuta: venerdì 26 marzo alle 16:50');
    const en = receiptLetter({ ...request, language: 'en', dueAt: TUESDAY, reach });
    expect(en.text).toContain('You will have an answer by Tuesday 30 March at 16:50.');
    expect(en.html).toContain('<html lang="en">');
  });

  test('CB-11 HTML has a language, a title, one main heading, and fetches nothing', () => {
    const { html } = answerLetter({ ...request, language: 'it', answer: 'Sì.\nCerto.', question: 'Posso?' });
    expect(html).toMatch(/^<!doctype html>\n<html lang="it">/);
    expect(html).toContain('<title>La risposta alla tua richiesta</title>');
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<p>Sì.<br>\nCerto.</p>');
    expect(html).not.toMatch(/<img|<link|<style|src=|url\(|http|color:(?! )|background/);
  });

  test('CB-12 nobody’s words become markup or a second line of a subject', () => {
    const letters = [
      answerLetter({ ...request, language: 'it', citizenName: MARKUP, answer: MARKUP, question: MARKUP }),
      consultationLetter({
        to,
        timeZone,
        language: 'it',
        office: MARKUP,
        operator: MARKUP,
        summary: MARKUP,
        link: 'https://sportello.example.org/consultation/a"b',
        expiresAt: TUESDAY,
      }),
      transcriptLetter({ to, timeZone, language: 'it', startedAt: FRIDAY, messages: [line(1, MARKUP)] }),
    ];
    for (const { html, subject } of letters) {
      expect(html).not.toMatch(/<img|<script|<\/blockquote><|a"b/);
      expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;so&#39;<br>');
      expect(subject).not.toMatch(/[\r\n]/);
    }
  });

  test('CB-19 a transcript tells who said what and when, with what happened and the names of files', () => {
    const messages: Message[] = [
      line(1, 'Buongiorno'),
      {
        kind: 'event',
        conversationId: 'c',
        seq: 2,
        at: FRIDAY,
        from: 'operator',
        event: 'operator-joined',
        name: 'Ada',
      },
      {
        ...line(3, ''),
        from: 'operator',
        attachments: [{ id: 'f', name: 'modulo.pdf', type: 'application/pdf', bytes: 1 }],
      },
      { kind: 'event', conversationId: 'c', seq: 4, at: TUESDAY, from: 'citizen', event: 'closed' },
    ];
    const { text, html } = transcriptLetter({ to, timeZone, language: 'it', startedAt: FRIDAY, messages });
    for (const part of [
      '26 MARZO 2027',
      'Tu, 16:50\n> Buongiorno',
      'Ada ti risponde, 16:50',
      'Ada, 16:50\n> Allegati: modulo.pdf',
      '30 MARZO 2027',
      'Conversazione chiusa',
    ]) {
      expect(text).toContain(part);
    }
    expect(html.match(/<h2/g)).toHaveLength(2);
  });

  function line(seq: number, text: string): Message & { kind: 'text' } {
    return { kind: 'text', conversationId: 'c', seq, at: FRIDAY, from: 'citizen', clientId: `c${seq}`, text };
  }
});

describe('senders', () => {
  test.each([
    ['urp@example.org', { name: '', address: 'urp@example.org' }],
    ['Comune di Esempio <urp@example.org>', { name: 'Comune di Esempio', address: 'urp@example.org' }],
    ['"URP, Comune" <urp@città.example.org>', { name: 'URP, Comune', address: 'urp@xn--citt-3na.example.org' }],
  ])('CB-12 %s is one', (text, sender) => expect(parseSender(text)).toStrictEqual(sender));

  test.each([
    '',
    'nobody',
    'a@b',
    'URP <a@example.org> x',
    'A\r\nBcc: b@example.org <a@example.org>',
    'a@example.org\n.',
  ])('CB-12 %j is none', (text) => expect(parseSender(text)).toBeNull());
});

describe('pauses', () => {
  test('CB-13 grow from a minute to four hours, by a fifth at most, for three days', () => {
    let mail = mailRecord();
    const pauses: number[] = [];
    for (let at = NOON; mail.state === 'waiting'; at = mail.nextAt) {
      mail = { ...mail, ...afterTry(mail, { name: 'later', why: '421 busy' }, at, 0) };
      if (mail.state === 'waiting') pauses.push((mail.nextAt - at) / 60_000);
    }
    expect(pauses.slice(0, 7)).toStrictEqual([1, 5, 15, 60, 240, 240, 240]);
    expect(mail).toMatchObject({ state: 'failed', why: '421 busy' });
    expect(mail.nextAt - NOON).toBeGreaterThanOrEqual(3 * 24 * 60 * 60_000);
    expect(mail.nextAt - NOON).toBeLessThan(3 * 24 * 60 * 60_000 + 4 * 60 * 60_000);
    const late = afterTry(mailRecord(), { name: 'later', why: '' }, NOON, 1);
    expect(late.nextAt).toBe(NOON + 72_000);
  });

  test('CB-17 without a server what failed before stays failed', () => {
    expect(stateOf(mailRecord({ state: 'failed', why: 'no' }), { configured: false })).toMatchObject({
      name: 'failed',
    });
  });
});
