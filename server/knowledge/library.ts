import { readdir } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { WholeKnowledge } from '../../protocol/article.ts';
import type { Notice } from '../../protocol/notice.ts';
import { fingerprint, watchFolder, type Watch } from '../watch.ts';
import { readEdition, type Edition } from './edition.ts';
import { createLastGood } from './last-good.ts';
import { dayAt } from './local-time.ts';
import { nextChange, noticesAt } from './notices.ts';
import { publishedOn } from './published.ts';

/** The knowledge base of a running server: follows its folder, and is at every moment one whole edition of it. */
export interface Library {
  /** What is to be read today; undefined for a language without articles. */
  knowledge(lang: string): WholeKnowledge | undefined;
  /** What is announced now, the newest first. */
  notices(): Notice[];
  edition(): Edition;
  /** From now on changes are taken up. @param onNotices other notices may hold than before */
  follow(onNotices: () => void): void;
  /** Idempotent. */
  close(): void;
}

export interface LibraryOptions {
  dir: string;
  /** File in which the last good texts are remembered through a restart; null for none. */
  memory: string | null;
  now: () => number;
  log: Logger;
  /** As of the watch. */
  quietMs?: number;
  pollMs?: number;
}

/** Timers run at most 24 days; and a clock that was set is noticed within the hour. */
const LONGEST_WAIT_MS = 60 * 60_000;

/** @throws when the folder is no knowledge base */
export async function openLibrary({ dir, memory, now, log, ...times }: LibraryOptions): Promise<Library> {
  const lastGood = await createLastGood(dir, memory);
  const seen = await fingerprint(dir);
  let edition = await read();
  let published = new Map<string, { day: string; knowledge: WholeKnowledge }>();
  let turn: NodeJS.Timeout | undefined;
  let watching: Watch | undefined;

  async function read(): Promise<Edition> {
    const made = await readEdition(dir, lastGood.textOf);
    const present = new Set(await readdir(dir, { recursive: true }));
    await lastGood.keep(made.good, present).catch((error: unknown) => {
      log.warn({ err: error }, 'the last good articles could not be remembered for a restart');
    });
    const articles = made.languages.map(({ knowledge }) => knowledge.articles.length);
    log.info({ articles, notices: made.notices.length }, 'the knowledge base was read');
    for (const { file, line, message, shown } of made.findings.filter(({ severity }) => severity === 'error'))
      log.warn({ file, line, message, shown }, 'a file of the knowledge base has an error');
    return made;
  }

  const noticesNow = (): Notice[] => noticesAt(announced(edition), now());

  function follow(onNotices: () => void): void {
    async function renew(): Promise<void> {
      try {
        edition = await read();
      } catch (error) {
        log.error({ err: error }, 'the knowledge base could not be read: it stays as it was');
        return;
      }
      published = new Map();
      waitForNotices();
      onNotices();
    }

    function waitForNotices(): void {
      clearTimeout(turn);
      const next = nextChange(announced(edition), now());
      if (next === null) return;
      const turned = (): void => {
        waitForNotices();
        onNotices();
      };
      turn = setTimeout(turned, Math.min(next - now(), LONGEST_WAIT_MS)).unref();
    }

    waitForNotices();
    watching ??= watchFolder(dir, { onChange: renew, seen, log, ...times });
  }

  return {
    knowledge(lang) {
      const day = dayAt(now());
      const known = published.get(lang);
      if (known?.day === day) return known.knowledge;
      const loaded = edition.languages.find(({ knowledge }) => knowledge.lang === lang)?.knowledge;
      if (!loaded) return undefined;
      const knowledge = publishedOn(loaded, day);
      if (knowledge.articles.length === 0) return undefined;
      published.set(lang, { day, knowledge });
      return knowledge;
    },
    notices: noticesNow,
    edition: () => edition,
    follow,
    close() {
      clearTimeout(turn);
      watching?.close();
    },
  };
}

const announced = ({ notices }: Edition): Notice[] => notices.map(({ notice }) => notice);
