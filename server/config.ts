import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { parseSender, type Sender } from './mail/address.ts';

/** Everything that may differ between two installations. Made once, at the process's edge. */
export interface Config {
  mode: 'demo' | 'production';
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Reverse proxies in front of us whose `X-Forwarded-For` is believed. */
  trustedProxies: number;
  /** Absolute path of the folder with everything that must survive. */
  dataDir: string;
  /** Where the console is opened; null in demo mode, where it is wherever the server listens. */
  publicUrl: string | null;
  /** Origins of the sites that embed the widget. */
  origins: readonly string[];
  privacyUrl: string | null;
  /** For how many days questions without an answer, and what was said of answers, are kept. */
  retentionDays: number;
  /** For how many days after the end conversations, callbacks, their files and mails are kept. */
  textRetentionDays: number;
  /** What an article's path is appended to for an address to edit it at. */
  editBase: string | null;
  mail: MailConfig;
  attachments: AttachmentsConfig;
  media: MediaConfig;
  /** What the office decides about its desk. */
  settings: SettingsFilePlace;
  desk: DeskConfig;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Without a server mails are kept until there is one. */
export interface MailConfig {
  /** `smtp://` or `smtps://`, with the credentials in it: never to be logged. */
  server: string | null;
  from: Sender | null;
  replyTo: Sender | null;
}

export interface AttachmentsConfig {
  /** Run with a file's path as its last argument: ends with 0 when it is clean, with 1 when it is not. */
  scanCommand: string | null;
  /** All files together. */
  quotaBytes: number;
}

export interface MediaConfig {
  /** The address that browsers reach the media ports under; null for the one we listen on. */
  announcedAddress: string | null;
  /** The first worker's port, UDP and TCP; the next worker takes the next. null: whichever are free. */
  firstPort: number | null;
  /** null: one per core. */
  workers: number | null;
}

export interface SettingsFilePlace {
  /** Absolute path. */
  file: string;
  /** False where it is only looked for: then it may come later. */
  required: boolean;
}

/** Durations are milliseconds. */
export interface DeskConfig {
  /** How long an operator's connection may be gone before the citizens go back to the queue. */
  operatorGraceMs: number;
  /** How long a waiting citizen may be gone before the place in the line is given up. */
  citizenGraceMs: number;
  /** How long a token opens a conversation after the last activity in it. */
  tokenLifeMs: number;
  /** How long a closed conversation can still be read and rated. */
  afterCloseMs: number;
  /** How often the sessions of connected operators are looked at again. */
  sessionCheckMs: number;
}

export const DESK_DEFAULTS: DeskConfig = {
  operatorGraceMs: 30_000,
  citizenGraceMs: 2 * 60_000,
  tokenLifeMs: 12 * 60 * 60_000,
  afterCloseMs: 10 * 60_000,
  sessionCheckMs: 60_000,
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

const address = z.string().refine((text) => z.url({ protocol: /^https?$/ }).safeParse(text).success, {
  error: ({ input }) => `${String(input)} is no address; write it as https://www.example.it`,
});
const origin = address.transform((url) => new URL(url).origin);

const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number({ error: `use a whole number from ${min} to ${max}` })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, {
      error: `use a whole number from ${min} to ${max}`,
    });

const oneOf = <const Choice extends string>(choices: readonly Choice[]) =>
  z.enum(choices, { error: `use one of ${choices.join(', ')}` });

/** An IP address, or a name as in DNS. */
const hostName = z.string().refine((text) => isIP(text) > 0 || /^(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?$/i.test(text), {
  error: ({ input }) => `${String(input)} is neither an IP address nor a name; write it as 192.0.2.10`,
});

const smtpServer = z.string().refine((text) => z.url({ protocol: /^smtps?$/ }).safeParse(text).success, {
  // The value holds a password and is not repeated.
  error: 'this is no mail server; write it as smtp://user:password@mail.example.it:587 or smtps://…',
});
const sender = z.string().transform((text, context) => {
  const parsed = parseSender(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'this is no sender; write it as URP <urp@example.it>' });
  return z.NEVER;
});

const environment = z.object({
  SPORTELLO_MODE: oneOf(['demo', 'production']).default('demo'),
  SPORTELLO_HOST: z.string().min(1).optional(),
  PORT: wholeNumber(0, 65_535).default(8080),
  SPORTELLO_TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  SPORTELLO_DATA: z.string().min(1).optional(),
  SPORTELLO_CONFIG: z.string().min(1).optional(),
  SPORTELLO_PUBLIC_URL: origin.optional(),
  SPORTELLO_ORIGINS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(origin).min(1, 'name at least one'))
    .optional(),
  SPORTELLO_PRIVACY_URL: address.optional(),
  SPORTELLO_RETENTION_DAYS: wholeNumber(1, 365).default(30),
  SPORTELLO_TEXT_RETENTION_DAYS: wholeNumber(1, 3650).default(180),
  SPORTELLO_SMTP_URL: smtpServer.optional(),
  SPORTELLO_MAIL_FROM: sender.optional(),
  SPORTELLO_MAIL_REPLY_TO: sender.optional(),
  SPORTELLO_SCAN_COMMAND: z.string().optional(),
  SPORTELLO_ATTACHMENTS_MIB: wholeNumber(10, 10_000_000).default(2048),
  SPORTELLO_EDIT_URL: address.transform((url) => (url.endsWith('/') ? url : `${url}/`)).optional(),
  SPORTELLO_ANNOUNCED_ADDRESS: hostName.optional(),
  // Above 32768 are the ports that the system hands out by itself.
  SPORTELLO_MEDIA_PORT: wholeNumber(1024, 32_767).optional(),
  SPORTELLO_MEDIA_WORKERS: wholeNumber(1, 256).optional(),
  SPORTELLO_LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
});

type Setting = keyof z.infer<typeof environment>;

/** What production cannot guess, and what each is for. */
const REQUIRED: Partial<Record<Setting, string>> = {
  SPORTELLO_DATA: 'the folder for conversations, accounts and statistics, for example /var/lib/sportello',
  SPORTELLO_PUBLIC_URL: 'the https address under which the operators open the console',
  SPORTELLO_ORIGINS: 'the origins of the sites that embed the widget, separated by commas',
  SPORTELLO_PRIVACY_URL: "the address of the public body's privacy notice, shown before every chat",
  SPORTELLO_ANNOUNCED_ADDRESS: 'the public IP address or name of this machine, for the video calls',
};

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * The only place that reads the environment. Empty settings count as missing.
 * @throws ConfigError whose message lists everything that is missing or wrong, one line each
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new ConfigError(explain(parsed.error));
  const settings = parsed.data;
  const production = settings.SPORTELLO_MODE === 'production';
  if (production) refuseIncomplete(settings);
  if (settings.SPORTELLO_SMTP_URL && !settings.SPORTELLO_MAIL_FROM) {
    throw new ConfigError(
      'SPORTELLO_SMTP_URL needs SPORTELLO_MAIL_FROM: who the mails are from, as URP <urp@example.it>',
    );
  }
  return {
    mode: settings.SPORTELLO_MODE,
    host: settings.SPORTELLO_HOST ?? '127.0.0.1',
    port: settings.PORT,
    trustedProxies: settings.SPORTELLO_TRUSTED_PROXIES,
    dataDir: dataDirIn(env),
    publicUrl: settings.SPORTELLO_PUBLIC_URL ?? null,
    origins: settings.SPORTELLO_ORIGINS ?? [],
    privacyUrl: settings.SPORTELLO_PRIVACY_URL ?? null,
    retentionDays: settings.SPORTELLO_RETENTION_DAYS,
    textRetentionDays: settings.SPORTELLO_TEXT_RETENTION_DAYS,
    editBase: settings.SPORTELLO_EDIT_URL ?? null,
    mail: {
      server: settings.SPORTELLO_SMTP_URL ?? null,
      from: settings.SPORTELLO_MAIL_FROM ?? null,
      replyTo: settings.SPORTELLO_MAIL_REPLY_TO ?? null,
    },
    attachments: {
      scanCommand: settings.SPORTELLO_SCAN_COMMAND ?? null,
      quotaBytes: settings.SPORTELLO_ATTACHMENTS_MIB * 1024 * 1024,
    },
    media: {
      announcedAddress: settings.SPORTELLO_ANNOUNCED_ADDRESS ?? null,
      // In production a firewall has to know them; two demos on one machine are not to get in each other's way.
      firstPort: settings.SPORTELLO_MEDIA_PORT ?? (production ? 20_000 : null),
      workers: settings.SPORTELLO_MEDIA_WORKERS ?? null,
    },
    settings: {
      file: pathIn(settings.SPORTELLO_CONFIG ?? './sportello.config.yaml'),
      required: settings.SPORTELLO_CONFIG !== undefined,
    },
    desk: DESK_DEFAULTS,
    logLevel: settings.SPORTELLO_LOG_LEVEL,
  };
}

/**
 * @returns an absolute path; for the commands that need nothing else of the configuration
 * @throws ConfigError in production without the setting: an account made elsewhere is one that the server never sees
 */
export function dataDirIn(env: Record<string, string | undefined>): string {
  if (env['SPORTELLO_MODE'] === 'production' && !env['SPORTELLO_DATA']) {
    throw new ConfigError(`Production needs SPORTELLO_DATA: ${REQUIRED.SPORTELLO_DATA}`);
  }
  return pathIn(env['SPORTELLO_DATA'] || './data');
}

function pathIn(setting: string): string {
  return resolve(setting.replace(/^~(?=\/|$)/, homedir()));
}

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'sportello.sqlite');
}

function refuseIncomplete(settings: z.infer<typeof environment>): void {
  const missing = Object.entries(REQUIRED).filter(([name]) => settings[name as Setting] === undefined);
  if (missing.length > 0) {
    const lines = missing.map(([name, purpose]) => `  ${name}: ${purpose}`);
    throw new ConfigError(['Production needs these settings, which are missing:', ...lines].join('\n'));
  }
  if (!settings.SPORTELLO_PUBLIC_URL?.startsWith('https://')) {
    throw new ConfigError('SPORTELLO_PUBLIC_URL must begin with https:// in production: sign-in cookies need it');
  }
}

function explain(error: z.ZodError): string {
  const lines = error.issues.map((issue) => `  ${issue.path[0]?.toString() ?? ''}: ${issue.message}`);
  return ['These settings are wrong:', ...lines].join('\n');
}
