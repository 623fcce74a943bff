import { closeIcon, icon } from './launcher-icons.ts';

/** Drawn for a 24 px square, in the current colour; always beside a word. */
export const icons = {
  chat: icon(
    'M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm0 2v11h5v2l2.4-2H20V5H4Zm3 3h10v1.8H7V8Zm0 3.5h7v1.8H7v-1.8Z',
  ),
  close: closeIcon,
  back: icon('M10.8 5.3 5.1 11H21v2H5.1l5.7 5.7-1.4 1.4L1.3 12l8.1-8.1 1.4 1.4Z'),
  forward: icon('m8.7 4.3 7.7 7.7-7.7 7.7-1.4-1.4 6.3-6.3-6.3-6.3 1.4-1.4Z'),
  search: icon(
    'M10.5 3a7.5 7.5 0 0 1 5.9 12.1l4.8 4.8-1.4 1.4-4.8-4.8A7.5 7.5 0 1 1 10.5 3Zm0 2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  ),
  send: icon('M3 3.5 21.5 12 3 20.5v-6.9l11-1.6-11-1.6V3.5Z'),
  hands: icon(
    'M9.2 2.2a1.3 1.3 0 0 1 1.8.3l3 4.2.2-2.5a1.2 1.2 0 0 1 2.4.2l-.4 5.6.7 1.9 1-1.7a1.2 1.2 0 0 1 2.2 1l-2.2 5.9a5.5 5.5 0 0 1-5 3.6H9.2l-4-.9a1.1 1.1 0 0 1 .3-2.2l2.9.4-5-3.3a1.2 1.2 0 0 1 1.2-2l4.2 2.5-4.6-4.5a1.2 1.2 0 0 1 1.7-1.7l4.8 4.4-3.4-5.4a1.2 1.2 0 0 1 2-1.3l3.3 5-3.7-7.7a1.3 1.3 0 0 1 .3-1.8Z',
  ),
} as const;
