import compression from 'compression';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { PROTOCOL_VERSION } from '../../protocol/codes.ts';
import type { Config } from '../config.ts';
import type { Limits } from '../realtime/limits.ts';
import { accountsApi, type AccountsApi } from './accounts-api.ts';
import { attachmentsApi, type AttachmentsApi } from './attachments-api.ts';
import { consultationLinkApi, type ConsultationLinkApi } from './consultation-link-api.ts';
import { editorsApi, type EditorsApi } from './editors-api.ts';
import { failed, notFound } from './errors.ts';
import { consoleFiles, demoFiles, widgetFiles } from './files.ts';
import { publicApiHeaders, securityHeaders } from './headers.ts';
import { officesApi, type OfficesApi } from './offices-api.ts';
import { messagesApi, type MessagesApi } from './messages-api.ts';
import type { Origins } from './origins.ts';
import { publicApi, type PublicApi } from './public-api.ts';
import { recordingApi, type RecordingApi } from './recording-api.ts';
import { requestLog } from './request-log.ts';
import { sessionApi, type SessionApi } from './session-api.ts';

export interface HttpParts
  extends
    PublicApi,
    EditorsApi,
    AccountsApi,
    OfficesApi,
    Omit<SessionApi, 'accounts' | 'trustedProxies' | 'secure' | 'limits'>,
    Omit<RecordingApi, 'trustedProxies' | 'rate'>,
    Omit<MessagesApi, 'trustedProxies' | 'rate'>,
    Omit<ConsultationLinkApi, 'trustedProxies' | 'rate'>,
    Omit<AttachmentsApi, 'trustedProxies' | 'rate'> {
  config: Config;
  origins: Origins;
  limits: Limits;
  video(): boolean;
  log: Logger;
}

/** Everything that is not a socket: pages, files, and the small API. */
export function createHttp(parts: HttpParts): Express {
  const { config, origins, limits, log } = parts;
  const https = config.mode === 'production';
  const app = express();
  app.disable('x-powered-by');
  app.use(requestLog(log), compression(), ...securityHeaders({ https }));

  app.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store');
    response.json({ status: 'ok', video: parts.video(), protocol: PROTOCOL_VERSION });
  });
  app.use(
    '/api/session',
    sessionApi({ ...parts, limits: limits.signIn, trustedProxies: config.trustedProxies, secure: https }),
  );
  app.use('/api/editors', editorsApi(parts));
  app.use('/api/accounts', accountsApi(parts));
  app.use('/api/offices', officesApi(parts));
  const { trustedProxies } = config;
  app.use(
    '/api',
    publicApiHeaders(origins),
    publicApi(parts),
    recordingApi({ ...parts, rate: limits.recordings, trustedProxies }),
    messagesApi({ ...parts, rate: limits.messages, trustedProxies }),
    attachmentsApi({ ...parts, rate: limits.uploads, trustedProxies }),
  );
  app.use('/consultation', consultationLinkApi({ ...parts, rate: limits.links, trustedProxies }));
  app.use('/widget', ...widgetFiles());
  app.use('/console', consoleFiles());
  if (config.mode === 'demo') {
    const { page, look } = demoFiles();
    app.use('/bootstrap-italia', look);
    app.use(page);
  }
  app.use(notFound, failed(log));
  return app;
}
