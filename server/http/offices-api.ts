import express, { Router } from 'express';
import { putOffices } from '../../protocol/account.ts';
import type { DeskSettings } from '../desk/settings.ts';
import type { Sessions } from '../identity/sessions.ts';
import { checkEmail } from '../mail/address.ts';
import type { Settings } from '../settings/settings-file.ts';
import { refuse } from './errors.ts';
import type { Origins } from './origins.ts';
import { supervisorsOnly } from './supervisors.ts';

export interface OfficesApi {
  sessions: Sessions;
  origins: Origins;
  settings: () => DeskSettings;
  settingsFile: Pick<Settings, 'writable' | 'putOffices'>;
}

/** Two hundred offices with all they may have. */
const BODY_LIMIT = '512kb';

/** Supervisors see and change the offices in the configuration file. */
export function officesApi({ sessions, origins, settings, settingsFile }: OfficesApi): Router {
  return Router()
    .use(supervisorsOnly({ sessions, origins }), express.json({ limit: BODY_LIMIT }))
    .get('/', async (_request, response) => {
      response.json({ ok: true, offices: settings().offices, writable: await settingsFile.writable() });
    })
    .put('/', async (request, response) => {
      const parsed = putOffices.safeParse(request.body);
      if (!parsed.success) return refuse(response, 'invalid');
      const { offices } = parsed.data;
      if (offices.some(({ email }) => email !== null && checkEmail(email) === null)) {
        return refuse(response, 'bad-contact');
      }
      const code = await settingsFile.putOffices(offices);
      if (code) return refuse(response, code);
      response.json({ ok: true, offices: settings().offices });
    });
}
