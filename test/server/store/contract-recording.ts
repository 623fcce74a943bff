import { describe, expect, test } from 'vitest';
import type { FeedbackRecord } from '../../../server/store/store.ts';
import { NOON, questionRecord } from './records.ts';
import type { Subject } from './store-contract.ts';

export function describeRecording({ store, reopen }: Subject): void {
  describe('questions', () => {
    test('come back as they were added, from a time on, in the order of their times', async () => {
      const later = questionRecord({ at: NOON + 2, read: [], contact: false, decision: 'none', language: 'en' });
      const sooner = questionRecord({ at: NOON + 1 });
      const before = questionRecord({ at: NOON });
      await store().write(async (writer) => {
        for (const record of [later, before, sooner]) await writer.addQuestion(record);
      });
      expect(await store().questionsSince(NOON + 1)).toStrictEqual([sooner, later]);
      expect(await (await reopen()).questionsSince(0)).toStrictEqual([before, sooner, later]);
    });

    test('before a time are removed together', async () => {
      const [old, still] = [questionRecord({ at: NOON - 1 }), questionRecord({ at: NOON })];
      await store().write(async (writer) => {
        await writer.addQuestion(old);
        await writer.addQuestion(still);
        await writer.removeQuestionsBefore(NOON);
      });
      expect(await store().questionsSince(0)).toStrictEqual([still]);
    });
  });

  describe('feedback', () => {
    const record = (change: Partial<FeedbackRecord> = {}): FeedbackRecord => ({
      article: 'bollo-scadenza',
      language: 'it',
      day: '2026-11-20',
      verdict: 'useful',
      ...change,
    });
    const count = (...records: FeedbackRecord[]) =>
      store().write(async (writer) => {
        for (const one of records) await writer.countFeedback(one);
      });

    test('is counted for each article, language and verdict, over the days', async () => {
      await count(record(), record(), record({ verdict: 'unclear' }), record({ day: '2026-11-21' }));
      await count(record({ language: 'en' }), record({ article: 'bollo-altro' }), record({ day: '2026-11-19' }));
      expect(await store().feedbackSince('2026-11-20')).toStrictEqual([
        { article: 'bollo-altro', language: 'it', verdict: 'useful', count: 1 },
        { article: 'bollo-scadenza', language: 'en', verdict: 'useful', count: 1 },
        { article: 'bollo-scadenza', language: 'it', verdict: 'unclear', count: 1 },
        { article: 'bollo-scadenza', language: 'it', verdict: 'useful', count: 3 },
      ]);
    });

    test('given at the same time is all counted', async () => {
      await Promise.all(Array.from({ length: 50 }, () => count(record())));
      expect(await store().feedbackSince('2026-11-20')).toMatchObject([{ count: 50 }]);
    });

    test('of days gone by is removed', async () => {
      await count(record({ day: '2026-10-20' }), record({ day: '2026-10-21' }));
      await store().write((writer) => writer.removeFeedbackBefore('2026-10-21'));
      expect(await store().feedbackSince('')).toMatchObject([{ count: 1 }]);
    });
  });
}
