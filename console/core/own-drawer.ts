import type { Drawer } from '../../widget/core/storage.ts';

const PREFIX = 'console:';

/** The console's part of a drawer: the demo page, on the same server, keeps its things in the same browser. */
export const ownDrawer = (drawer: Drawer): Drawer => ({
  get: (key) => drawer.get(PREFIX + key),
  set: (key, value) => drawer.set(PREFIX + key, value),
  remove: (key) => drawer.remove(PREFIX + key),
});
