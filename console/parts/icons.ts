import { svg, type SVGTemplateResult } from 'lit';
import { icons as shared } from '../../widget/parts/icons.ts';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;

/** The widget's, and those that only the console needs: on a grid of 24, in the current colour, always beside a word. */
export const icons = {
  ...shared,
  lis: shared.hands,
  warning: icon('M12 3 1.5 21h21L12 3zm0 4 7 12H5l7-12zm-1 4v4h2v-4h-2zm0 5v2h2v-2h-2z'),
  offline: icon(
    'M3 3.7 4.4 2.3 21.7 19.6l-1.4 1.4-5.1-5.1L12 19 2 9c1-1 2.1-1.8 3.3-2.5L3 3.7zM12 5c3.7 0 7.2 1.4 10 4l-4.4 4.4-8-8C10.4 5.1 11.2 5 12 5z',
  ),
  bell: icon('M12 2a6 6 0 0 1 6 6v5l2 3v1H4v-1l2-3V8a6 6 0 0 1 6-6zm-2 17h4a2 2 0 0 1-4 0z'),
  silent: icon(
    'M12 2a6 6 0 0 1 6 6v5l1.300 1.900L8 3.500A6 6 0 0 1 12 2zM6 8.500 13.500 16H18l3 3.300-1.300 1.400L2.600 4l1.400-1.400L6 4.500v4zM6 11v2l-2 3v1h8l-6-6zm4 8h4a2 2 0 0 1-4 0z',
  ),
  insert: icon('M4 4h7v2H6v12h5v2H4V4zm11 3 1.4 1.4-2.6 2.6H21v2h-7.2l2.6 2.6L15 17l-5-5z'),
  keys: icon('M2 6h20v12H2V6zm2 2v8h16V8H4zm2 1.5h2v2H6v-2zm4 0h2v2h-2v-2zm4 0h2v2h-2v-2zM7 13h10v2H7v-2z'),
  settings: icon(
    'M4 6h9v2H4V6zm13 0h3v2h-3V6zm-3-1.5h2v5h-2v-5zM4 11h3v2H4v-2zm7 0h9v2h-9v-2zM8 9.5h2v5H8v-5zM4 16h8v2H4v-2zm12 0h4v2h-4v-2zm-3-1.5h2v5h-2v-5z',
  ),
  announcement: icon(
    'M20 3v16l-7-3H8v5H5v-5H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h9l7-3zm-2 3-4 1.8v6.4l4 1.8V6zM4 8v6h8V8H4z',
  ),
  copy: icon('M8 2h12v15H8V2zm2 2v11h8V4h-8zM4 6h2v13h10v2H4V6z'),
  refresh: icon('M12 4a8 8 0 0 1 6.9 4H16v2h6V4h-2v2.1A10 10 0 1 0 22 12h-2a8 8 0 1 1-8-8z'),
  hidden: icon(
    'M2 4.3 3.3 3 21 20.7 19.7 22l-3.4-3.4c-1.3.4-2.8.7-4.3.7-5 0-9-3-11-7.3a12 12 0 0 1 4.3-5L2 4.3zm4.8 4.8A9 9 0 0 0 3.3 12c1.8 3.3 5 5.3 8.7 5.3.9 0 1.8-.1 2.7-.4l-1.9-1.9a3.5 3.5 0 0 1-4.6-4.6L6.8 9.1zM12 4.700c5 0 9 3 11 7.3a12 12 0 0 1-3.300 4.200l-1.400-1.400a9 9 0 0 0 2.400-2.800C18.900 8.700 15.700 6.700 12 6.700c-.7 0-1.300.1-2 .2L8.400 5.300c1.100-.4 2.300-.6 3.600-.6z',
  ),
  pass: icon('M13 4l8 8-8 8v-5H3V9h10V4zm2 4.800V11H5v2h10v2.200l3.200-3.200L15 8.800z'),
  ask: icon(
    'M3 3h18v14H9l-6 5V3zm2 2v12.700L8.300 15H19V5H5zm6 8h2v1.500h-2V13zm1-6.500a2.700 2.700 0 0 1 1 5.100v.9h-2v-2.200h1a.8.8 0 1 0-.8-.8H9.300A2.700 2.700 0 0 1 12 6.500z',
  ),
  eye: icon(
    'M12 5c5 0 9 3 11 7-2 4-6 7-11 7S3 16 1 12c2-4 6-7 11-7zm0 2c-3.700 0-7 2-8.700 5 1.700 3 5 5 8.700 5s7-2 8.700-5C19 9 15.700 7 12 7zm0 1.500a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7z',
  ),
  exit: icon('M4 3h9v2H6v14h7v2H4V3zm11.6 4.6L20 12l-4.4 4.4-1.4-1.4 2-2H9v-2h7.2l-2-2 1.4-1.4z'),
} as const;
