import { expect, test } from 'vitest';
import { createOrigins } from '../../../server/http/origins.ts';

const SETTINGS = {
  mode: 'production',
  publicUrl: 'https://sportello.example',
  origins: ['https://a.example'],
} as const;

test('OP-26 a refused origin is told once, an allowed one never, and inventing them fills nothing', () => {
  const told: string[] = [];
  const { mayEmbed } = createOrigins(SETTINGS, (origin) => told.push(origin));
  expect(['https://a.example', 'https://sportello.example', ''].map(mayEmbed)).toEqual([true, true, false]);
  expect(told).toEqual([]);
  expect(['https://b.example', 'https://b.example'].map(mayEmbed)).toEqual([false, false]);
  expect(told).toEqual(['https://b.example']);
  for (let each = 0; each < 1_000; each += 1) mayEmbed(`https://${each}.example`);
  expect(told).toHaveLength(100);
});
