import type { DeskSettings } from '../desk/settings.ts';

/** What holds where no file says otherwise. */
export const DEFAULT_SETTINGS: DeskSettings = {
  timeZone: 'Europe/Rome',
  hours: { chat: 'always', lis: 'always' },
  days: { holidays: { national: true, patron: null, extra: [] }, closures: [], openings: [] },
  queue: {
    maximumWaitMs: 15 * 60_000,
    atClosing: 'served',
    offerMs: 20_000,
    transferMs: 60_000,
    chatsAtOnce: 6,
    chatsDuringCall: false,
  },
  callbacks: { closedDays: 'without-opening' },
  offices: [],
  replies: [],
};
