import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';

function errorOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

test('CB-34 without settings there is no mail server, no scanner, and texts stay half a year', () => {
  expect(readConfig({})).toMatchObject({
    mail: { server: null, from: null, replyTo: null },
    attachments: { scanCommand: null, quotaBytes: 2048 * 1024 * 1024 },
    textRetentionDays: 180,
  });
});

test('CB-34 a mail server comes with who the mails are from', () => {
  const SPORTELLO_SMTP_URL = 'smtps://urp:p%40ss@mail.example.org:465';
  const SPORTELLO_MAIL_FROM = 'URP <urp@example.org>';
  expect(
    readConfig({ SPORTELLO_SMTP_URL, SPORTELLO_MAIL_FROM, SPORTELLO_MAIL_REPLY_TO: 'pec@example.org' }).mail,
  ).toStrictEqual({
    server: SPORTELLO_SMTP_URL,
    from: { name: 'URP', address: 'urp@example.org' },
    replyTo: { name: '', address: 'pec@example.org' },
  });
  for (const server of ['smtp://127.0.0.1:25', 'smtp://mail']) {
    expect(readConfig({ SPORTELLO_SMTP_URL: server, SPORTELLO_MAIL_FROM }).mail.server).toBe(server);
  }
  expect(errorOf({ SPORTELLO_SMTP_URL })).toContain('SPORTELLO_SMTP_URL needs SPORTELLO_MAIL_FROM');
});

test('CB-34 what is wrong with it is told without the password', () => {
  const message = errorOf({ SPORTELLO_SMTP_URL: 'https://urp:secret@mail.example.org', SPORTELLO_MAIL_FROM: 'urp' });
  expect(message).toContain('SPORTELLO_SMTP_URL: this is no mail server');
  expect(message).toContain('SPORTELLO_MAIL_FROM: this is no sender');
  expect(message).not.toContain('secret');
});
