import { randomBytes } from 'node:crypto';
import { createApp } from '../../server/app.ts';
import { type Media, MediaError } from '../../server/call/media.ts';
import { readConfig } from '../../server/config.ts';
import type { Credentials } from '../../server/identity/demo-operators.ts';
import { DEFAULT_SETTINGS } from '../../server/settings/defaults.ts';
import { serveAsChild } from './child.ts';

/**
 * The real server on an empty data folder, with what a load from one address needs: no limit on how often one may
 * ask, and no media processes. For `talk` operators have no limit of conversations; for `desk` they have the usual one,
 * and every fourth belongs to an office.
 */
export interface ChatServerReady {
  port: number;
  operators: Credentials[];
}

const [dataDir = '', operatorCount = '1', load = 'talk'] = process.argv.slice(2);

const ALL_YOU_LIKE = { burst: Number.MAX_SAFE_INTEGER, everyMs: 1 };

const OFFICE = {
  id: 'ufficio',
  name: { it: 'Ufficio', en: 'Office' },
  topics: [],
  email: null,
  phone: null,
  note: null,
};

const noMedia: Media = {
  available: () => false,
  openRoom: () => Promise.reject(new MediaError('no-media', 'nobody calls here')),
  close: () => Promise.resolve(),
};

const operators = Array.from({ length: Number(operatorCount) }, (_, n) => ({
  username: `operator${n}`,
  name: `Operatore ${n}`,
  skills: ['chat' as const],
  offices: n % 4 === 0 ? [OFFICE.id] : [],
  password: randomBytes(9).toString('base64url'),
}));

const config = readConfig({ PORT: '0', SPORTELLO_DATA: dataDir, SPORTELLO_LOG_LEVEL: 'warn' });
const { queue: usual } = DEFAULT_SETTINGS;
const queue = load === 'desk' ? usual : { ...usual, chatsAtOnce: Number.MAX_SAFE_INTEGER };
const app = createApp(config, {
  media: noMedia,
  operators,
  settings: { queue, offices: [OFFICE] },
  limits: { events: ALL_YOU_LIKE, starts: ALL_YOU_LIKE },
});

serveAsChild<ChatServerReady>({
  listen: async () => ({ port: (await app.listen()).port, operators }),
  close: () => app.close(),
});
