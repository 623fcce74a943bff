import { widgetLoad } from './scripts/checks/widget-load.mjs';

const { beforeClick, untilTyping } = widgetLoad('.');
const built = (files) => files.map((file) => `dist/widget/${file}`);

/** Sizes are brotli's, in KiB: what a citizen's phone has to fetch. */
export default [
  { name: 'before the first click', path: built(beforeClick), limit: '15 KiB' },
  { name: 'until one can type to an operator', path: built(untilTyping), limit: '50 KiB' },
];
