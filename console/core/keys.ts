/** Everything that can be done from the keyboard, in the order in which `?` lists it. */
export const ACTIONS = [
  'keys',
  'accept-next',
  'decline',
  'available',
  'queue',
  'mine',
  'switch',
  'next-unread',
  'answer',
  'offers',
  'search',
  'note',
  'attach',
  'transfer',
  'consult',
  'side',
  'end-question',
  'ready',
  'close',
  'presence',
  'dismiss',
  'settings',
  'place',
  'call-enter',
  'call-microphone',
  'call-camera',
  'call-end',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What a key press asks for. `switch` carries which of my conversations, from 0. */
export type Command = { action: Exclude<Action, 'switch'> } | { action: 'switch'; index: number };

/**
 * Physical keys, with Alt: they work from within the answer box, and neither NVDA, JAWS nor VoiceOver use them. Some
 * open a browser's menu: the page hears them first and keeps them.
 */
export const KEY_OF: Record<Exclude<Action, 'switch'>, string> = {
  keys: 'K',
  'accept-next': 'N',
  decline: 'J',
  available: 'D',
  queue: 'Q',
  mine: 'L',
  'next-unread': 'U',
  answer: 'R',
  offers: 'O',
  search: 'I',
  note: 'B',
  attach: 'Y',
  transfer: 'G',
  consult: 'C',
  side: 'S',
  'end-question': 'W',
  ready: 'F',
  close: 'X',
  presence: 'P',
  dismiss: 'A',
  settings: 'Z',
  place: 'T',
  'call-enter': 'E',
  'call-microphone': 'M',
  'call-camera': 'V',
  'call-end': 'H',
};

/** The part of a KeyboardEvent that counts. */
export interface KeyPress {
  key: string;
  /** Physical key: on a Mac, Alt changes `key` into another character. */
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  /** Whether a text box has the focus: there `?` is a question mark. */
  typing: boolean;
}

const byCode = new Map(
  Object.entries(KEY_OF).map(([action, letter]) => [`Key${letter}`, action as Exclude<Action, 'switch'>]),
);

export function commandFor(press: KeyPress): Command | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  if (!press.altKey) return press.key === '?' && !press.typing ? { action: 'keys' } : undefined;
  if (press.shiftKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit !== undefined) return { action: 'switch', index: Number(digit) - 1 };
  const action = byCode.get(press.code);
  return action === undefined ? undefined : { action };
}
