import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { Code } from '../../protocol/codes.ts';
import type { Office } from '../../protocol/office.ts';
import { ConfigError, type SettingsFilePlace } from '../config.ts';
import type { DeskSettings } from '../desk/settings.ts';
import { fileStamp, watchFile } from '../watch.ts';
import { findingLines, readSettings } from './read-settings.ts';
import { replaceFile } from './replace-file.ts';
import { withOffices } from './write-offices.ts';

/** What holds for the desk now, following the file in which it is written. */
export interface Settings {
  /** The same object until something is different. */
  value(): DeskSettings;
  /** @param listener something is different from now on */
  follow(listener: () => void): void;
  /** Whether the offices can be written. */
  writable(): Promise<boolean>;
  /** Writes other offices into the file. @returns why not, or null when they hold */
  putOffices(offices: readonly Office[]): Promise<Code | null>;
  /** Idempotent. */
  close(): void;
}

export interface SettingsOptions extends SettingsFilePlace {
  defaults: DeskSettings;
  /** Ids of the knowledge base's topics, as they are when the file is read. */
  topics: () => readonly string[];
  log: Logger;
  /** As of the watch. */
  quietMs?: number;
  pollMs?: number;
}

/** @throws ConfigError that lists every mistake in the file, a line each */
export async function openSettings(options: SettingsOptions): Promise<Settings> {
  const { file, required, defaults, log } = options;
  const name = nameOf(file);
  const listeners = new Set<() => void>();
  let value = defaults;
  let lastGood = '';
  /** One writing after the other. */
  let writing: Promise<unknown> = Promise.resolve();

  const read = (text: string): ReturnType<typeof readSettings> =>
    readSettings(text, { file: name, defaults, topics: options.topics() });

  function takeUp(text: string, settings: DeskSettings): void {
    if (text === lastGood) return;
    lastGood = text;
    value = settings;
    log.info({ file: name }, 'the settings of the desk were read');
    for (const listener of listeners) listener();
  }

  async function renew(): Promise<void> {
    const { text, error } = await textOf(file).then(
      (text) => ({ text, error: null }),
      (error: unknown) => ({ text: null, error }),
    );
    if (text === null)
      return log.warn({ file: name, err: error }, 'the settings are gone: the last ones stay in force');
    // A full disk or a careless editor leaves such a file; nobody who means the defaults empties it.
    if (text.trim() === '' && lastGood.trim() !== '')
      return log.warn({ file: name }, 'the settings file is empty: the last good ones stay in force');
    const { settings, findings } = read(text);
    if (settings) return takeUp(text, settings);
    log.warn({ mistakes: findingLines(findings) }, 'the settings have mistakes: the last good ones stay in force');
  }

  async function write(offices: readonly Office[]): Promise<Code | null> {
    const before = await textOf(file);
    const text = withOffices(before ?? '', offices);
    if (text === null) return 'read-only';
    const { settings } = read(text);
    // A file that has mistakes already is left to people.
    if (!settings) return read(before ?? '').settings ? 'invalid' : 'read-only';
    // What was asked, or nothing: the file may be written in a way that nobody thought of.
    if (!isDeepStrictEqual(settings.offices, offices)) return 'read-only';
    await replaceFile(file, text);
    takeUp(text, settings);
    return null;
  }

  const seen = await fileStamp(file);
  const text = await textOf(file).catch((error: unknown) => {
    throw new ConfigError(`${name} cannot be read: ${String(error)}`, { cause: error });
  });
  if (text === null && required) throw new ConfigError(`SPORTELLO_CONFIG: there is no file ${name}`);
  if (text !== null) {
    const { settings, findings } = read(text);
    if (!settings) throw new ConfigError(['these settings are wrong:', ...findingLines(findings)].join('\n  '));
    takeUp(text, settings);
  }
  const { quietMs, pollMs } = options;
  const times = { ...(quietMs !== undefined && { quietMs }), ...(pollMs !== undefined && { pollMs }) };
  const watching = watchFile(file, { onChange: renew, seen, log, ...times });

  return {
    value: () => value,
    follow: (listener) => void listeners.add(listener),
    async writable() {
      const [text, folder] = await Promise.all([textOf(file).catch(() => 'unreadable'), mayWrite(dirname(file))]);
      if (text === null) return folder;
      return folder && (await mayWrite(file)) && withOffices(text, value.offices) !== null;
    },
    putOffices(offices) {
      const written = writing
        .then(() => write(offices))
        .catch((error: unknown) => {
          log.warn({ err: error, file: name }, 'the offices could not be written');
          return 'read-only' as const;
        });
      writing = written;
      return written;
    },
    close: () => watching.close(),
  };
}

/** @returns null where there is no such file. @throws where it cannot be read */
function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function mayWrite(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}

/** Short where one stands, whole elsewhere. */
function nameOf(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
