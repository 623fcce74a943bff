import { describe, expect, test } from 'vitest';
import { whyNotAccept, type Load } from '../../../server/desk/routing.ts';
import { serviceState, type ServiceFacts } from '../../../server/desk/service-state.ts';

describe('QU-5 an operator takes only what they have the skill and the room for', () => {
  const load: Load = { skills: ['chat', 'lis'], chats: 0, inCall: false };
  test.each([
    ['a chat', {}, 'chat', null],
    ['a call', {}, 'lis', null],
    ['a call without the skill', { skills: ['chat'] }, 'lis', 'forbidden'],
    ['a chat with the skill to sign only', { skills: ['lis'] }, 'chat', 'forbidden'],
    ['the last place', { chats: 5 }, 'chat', null],
    ['one more than the last place', { chats: 6 }, 'chat', 'at-capacity'],
    ['a call with all places taken by chats', { chats: 6 }, 'lis', null],
    ['a call after a call that goes on in writing', { chats: 7 }, 'lis', 'at-capacity'],
    ['the last chat beside a call', { chats: 5, inCall: true }, 'chat', null],
    ['a second call', { inCall: true }, 'lis', 'at-capacity'],
    ['a chat during a call', { inCall: true, chats: 1 }, 'chat', null],
  ] as const)('%s', (_name, change, service, expected) => {
    expect(whyNotAccept({ ...load, ...change }, service, 6)).toBe(expected);
  });
});

describe('QU-9 how a service is', () => {
  const facts: ServiceFacts = {
    opening: { open: true, closesAt: 99 },
    possible: true,
    waiting: 0,
    staffed: true,
    free: true,
    estimateMs: null,
  };
  test.each([
    ['free at once', {}, { state: 'open', waiting: 0, estimateMs: 0, closesAt: 99 }],
    [
      'free, but others come first',
      { waiting: 2, estimateMs: 5 },
      { state: 'open', waiting: 2, estimateMs: 5, closesAt: 99 },
    ],
    ['all busy', { free: false, estimateMs: 7 }, { state: 'open', waiting: 0, estimateMs: 7, closesAt: 99 }],
    ['all busy, pace unknown', { free: false }, { state: 'open', waiting: 0, estimateMs: null, closesAt: 99 }],
    ['nobody at the desk', { staffed: false, free: false }, { state: 'unstaffed', waiting: 0, closesAt: 99 }],
    ['closed', { opening: { open: false, opensAt: 7 } }, { state: 'closed', opensAt: 7 }],
    ['without media', { possible: false }, { state: 'unavailable' }],
    ['without media and closed', { possible: false, opening: { open: false, opensAt: 7 } }, { state: 'unavailable' }],
  ] as const)('%s', (_name, change, expected) => {
    expect(serviceState({ ...facts, ...change })).toEqual(expected);
  });
});
