import { icon } from './launcher-icons.ts';

/** Icons of the screens that come later. */
export const moreIcons = {
  external: icon(
    'M5 4h6v2H6v12h12v-5h2v6a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm9-1h7v7h-2V6.4l-7.8 7.8-1.4-1.4L17.6 5H14V3Z',
  ),
  star: icon('m12 2.5 2.9 6.3 6.9.8-5.1 4.7 1.4 6.8-6.1-3.4-6.1 3.4 1.4-6.8L2.2 9.6l6.9-.8L12 2.5Z'),
  save: icon('M11 3h2v9.2l3.3-3.3 1.4 1.4L12 16l-5.7-5.7 1.4-1.4 3.3 3.3V3ZM4 18h16v2H4v-2Z'),
  alert: icon('M12 2.5 23 21.5H1L12 2.5Zm0 4L4.5 19.5h15L12 6.5Zm-1 4.5h2v4h-2v-4Zm0 5.3h2v2h-2v-2Z'),
  phone: icon(
    'M6.6 2.5 10 3l1 5-2.2 1.6a12 12 0 0 0 5.6 5.6L16 13l5 1 .5 3.4a2 2 0 0 1-2 2.3A17.2 17.2 0 0 1 4.3 4.5a2 2 0 0 1 2.3-2Z',
  ),
} as const;
