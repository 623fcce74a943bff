import type { Resources } from '../core/i18n.ts';

/** Which words come with which code. A language that is not here becomes Italian. */
export const words = {
  panel: { it: () => import('./it.ts'), en: () => import('./en.ts') },
  reading: { it: () => import('./it/reading.ts'), en: () => import('./en/reading.ts') },
  notices: { it: () => import('./it/notices.ts'), en: () => import('./en/notices.ts') },
  end: { it: () => import('./it/end.ts'), en: () => import('./en/end.ts') },
  files: { it: () => import('./it/files.ts'), en: () => import('./en/files.ts') },
  message: { it: () => import('./it/message.ts'), en: () => import('./en/message.ts') },
  patience: { it: () => import('./it/patience.ts'), en: () => import('./en/patience.ts') },
  call: { it: () => import('./it/call.ts'), en: () => import('./en/call.ts') },
} satisfies Record<string, Resources>;
