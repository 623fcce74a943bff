import { expect, test } from 'vitest';
import { groupQuestions } from '../../../server/recording/group-questions.ts';
import { NOON, questionRecord } from '../store/records.ts';

const ask = (q: string, at = NOON) => questionRecord({ q, at });
const wordings = (...questions: string[]) =>
  groupQuestions(questions.map((q) => ask(q))).map((group) => group.wordings);

test('KB-58 questions that differ in small words and endings are one, the usual wording first', () => {
  expect(
    wordings(
      'Rinnovo della patente',
      'come rinnovo la patente?',
      'rinnovare patente',
      'rinnovare patente',
      'asilo nido',
    ),
  ).toEqual([['rinnovare patente', 'Rinnovo della patente', 'come rinnovo la patente?'], ['asilo nido']]);
});

test('KB-58 questions that share one word of many are not', () => {
  expect(wordings('patente persa', 'patente nautica', 'bollo patente scaduto')).toHaveLength(3);
});

test('KB-58 what was taken out, emoji and small words alone still make a group', () => {
  expect(wordings('sono [nome]', 'sono [nome]', '🤷', 'ما هذا')).toEqual([['sono [nome]'], ['🤷'], ['ما هذا']]);
});

test('KB-58 the most asked stand first, then the latest', () => {
  const groups = groupQuestions([ask('uno', NOON + 5), ask('due', NOON + 9), ask('tre'), ask('tre')]);
  expect(groups.map((group) => group.wordings[0])).toEqual(['tre', 'due', 'uno']);
});
