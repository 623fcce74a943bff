import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreOpenError } from './store-open-error.ts';

/** How long to wait for another process that holds the write lock, for example a backup. */
const BUSY_TIMEOUT_MS = 5000;

/** How long a server that starts waits for the one before it to be gone. */
const LOCK_TIMEOUT_MS = 2000;

/**
 * Pages in the log after which they are copied into the database: 16 MB. Four times the usual, because the same pages
 * are written again and again, and each copying makes everybody wait for two flushes.
 */
const CHECKPOINT_PAGES = 4000;

/** What citizens wrote is nobody else's business on a shared machine. */
const PRIVATE_FOLDER = 0o700;
const PRIVATE_FILE = 0o600;

export function makeWritable(file: string): void {
  makeFolder(dirname(file));
  // SQLite keeps its log beside the file, so the folder itself must be writable too.
  accessSync(dirname(file), constants.W_OK | constants.X_OK);
  makeFile(file);
}

/** SQLite would let everybody read what it makes; its log takes over the rights of the file. */
function makeFile(file: string): void {
  closeSync(openSync(file, 'a', PRIVATE_FILE));
}

/** Node's own recursive way never returns where a file system knows the parent and refuses the child, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder, PRIVATE_FOLDER);
}

/** Held until it is closed, or until the process ends, however it ends: the lock is the operating system's. */
export function holdLock(file: string): DatabaseSync {
  makeFile(`${file}.lock`);
  const lock = new DatabaseSync(`${file}.lock`, { timeout: LOCK_TIMEOUT_MS });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * The write-ahead log lets the reading connection go on beside a transaction. FULL flushes it to disk at every commit;
 * with less, an acknowledged message can be lost with the power.
 */
export function openForWriting(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    database.exec(
      `pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${CHECKPOINT_PAGES};`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Sees what is committed, and nothing of a transaction under way. */
export function openForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, readOnly: true });
}

/** Puts the remedy to the errors that a person can mend; all others come back as they are. */
export function asOpenError(file: string, cause: unknown): unknown {
  switch (causeOf(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new StoreOpenError(
        'not-writable',
        `the data cannot be written to ${file}`,
        `Let this user write in the folder ${dirname(file)}, or choose another with SPORTELLO_DATA.`,
        { cause },
      );
    case SQLITE_BUSY:
      return new StoreOpenError(
        'in-use',
        `another process has ${file} open`,
        'Stop the other server, or choose another folder with SPORTELLO_DATA.',
        { cause },
      );
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return new StoreOpenError(
        'not-a-database',
        `${file} is damaged, or something else than a database`,
        'Move it away and restore a backup, or choose another folder with SPORTELLO_DATA.',
        { cause },
      );
    default:
      return cause;
  }
}

/** https://www.sqlite.org/rescode.html: the lower byte is the kind, the rest its variety. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_CORRUPT = 11;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

function causeOf(error: unknown): string | number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error) return Number(error.errcode) & 0xff;
  return 'code' in error ? String(error.code) : undefined;
}
