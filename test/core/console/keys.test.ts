import { describe, expect, it } from 'vitest';
import { ACTIONS, commandFor, KEY_OF, type KeyPress } from '../../../console/core/keys.ts';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  typing: false,
  ...change,
});

describe('keys', () => {
  it('AC-50 every action has a key of its own', () => {
    const letters = Object.values(KEY_OF);
    expect(new Set(letters).size).toBe(letters.length);
    expect(letters).toHaveLength(ACTIONS.length - 1);
    for (const [action, letter] of Object.entries(KEY_OF)) {
      expect(commandFor(press({ altKey: true, code: `Key${letter}` }))).toEqual({ action });
    }
  });

  it('switch among nine conversations, wherever the digits stand', () => {
    expect(commandFor(press({ altKey: true, code: 'Digit1', key: '¡' }))).toEqual({ action: 'switch', index: 0 });
    expect(commandFor(press({ altKey: true, code: 'Numpad9' }))).toEqual({ action: 'switch', index: 8 });
    expect(commandFor(press({ altKey: true, code: 'Digit0' }))).toBeUndefined();
  });

  it('leave what people write alone: plain letters, AltGr, and the question mark in a text box', () => {
    expect(commandFor(press({ code: 'KeyN', key: 'n' }))).toBeUndefined();
    expect(commandFor(press({ code: 'KeyN', altKey: true, ctrlKey: true }))).toBeUndefined();
    expect(commandFor(press({ code: 'KeyN', altKey: true, shiftKey: true }))).toBeUndefined();
    expect(commandFor(press({ key: '?', shiftKey: true, typing: true }))).toBeUndefined();
    expect(commandFor(press({ key: '?', shiftKey: true }))).toEqual({ action: 'keys' });
  });
});
