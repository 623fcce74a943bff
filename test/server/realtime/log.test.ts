import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { ask, begin, cookieOf, must, PASSWORD, startDesk } from './harness.ts';

test('SE-9 nothing anyone wrote, is called, or is let in by is logged, however much is logged', async () => {
  let logged = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const desk = await startDesk({ log: pino({ level: 'trace' }, destination) });
  const secrets = [
    'Rosalba-the-name',
    'the-search-words',
    'the-very-message',
    'the-note',
    'the-comment',
    'query-secret',
  ];
  try {
    const citizen = await desk.citizen();
    const operator = await desk.operator('ada');
    const context = { searches: ['the-search-words'], articles: [] };
    const { conversation, token } = await begin(citizen, { name: 'Rosalba-the-name', context });
    const conversationId = conversation.id;
    await must(operator, 'conversation:accept', { conversationId });
    await must(citizen, 'message:send', { conversationId, clientId: 'client-1', text: 'the-very-message' });
    await ask(citizen, 'message:send', { conversationId, text: 'the-very-message' });
    await ask(citizen, 'the-very-message', {});
    await fetch(`${desk.url}/api/status?q=query-secret`, { headers: { referer: 'https://query-secret.example' } });
    await fetch(`${desk.url}/api/session`, { method: 'POST', body: 'the-very-message' });
    const signedIn = await desk.signIn('ada');
    const close = { conversationId, reason: 'other', topic: 'other', outcome: 'resolved', note: 'the-note' };
    await must(operator, 'conversation:close', close);
    await must(citizen, 'conversation:rate', { conversationId, stars: 1, comment: 'the-comment' });
    secrets.push(token, cookieOf(signedIn).split('=')[1] ?? 'no cookie', PASSWORD, '127.0.0.1', 'Ada');
  } finally {
    await desk.close();
  }
  expect(logged).toContain('"path":"/api/status"');
  expect(logged).toContain('an event was refused');
  for (const secret of secrets) expect(logged).not.toContain(secret);
});
