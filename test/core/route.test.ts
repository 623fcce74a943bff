import { expect, it } from 'vitest';
import { goBack, goTo, present, START, type Route } from '../../widget/core/route.ts';

const ANSWER: Route = { name: 'answer', article: 'bollo-scadenza' };
const HANDOVER: Route = { name: 'handover', service: 'chat' };
const TALK: Route = { name: 'conversation' };

const names = (routes: readonly Route[]): string[] => routes.map(({ name }) => name);

it.each([
  { go: [ANSWER], way: ['home', 'answer'] },
  { go: [ANSWER, ANSWER], way: ['home', 'answer'] },
  { go: [ANSWER, { name: 'answer', article: 'other' }], way: ['home', 'answer', 'answer'] },
  { go: [ANSWER, { name: 'home' }], way: ['home'] },
  { go: [ANSWER, HANDOVER, TALK], way: ['home', 'answer', 'conversation'] },
  { go: [TALK, ANSWER, TALK], way: ['home', 'answer', 'conversation'] },
] satisfies { go: Route[]; way: string[] }[])('the way to $way', ({ go, way }) => {
  expect(names(go.reduce(goTo, START))).toEqual(way);
});

it('leads back step by step, and never beyond home', () => {
  const trail = [ANSWER, HANDOVER].reduce(goTo, START);
  expect(present(goBack(trail))).toEqual(ANSWER);
  expect(present(goBack(goBack(goBack(trail))))).toEqual({ name: 'home' });
});
