import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { WholeKnowledge } from '../../protocol/article.ts';
import type { Feedback, SearchRecord } from '../../protocol/feedback.ts';
import { findEmergency } from '../../widget/search/emergency.ts';
import { tokenise } from '../../widget/search/tokens.ts';
import { dayAt } from '../knowledge/local-time.ts';
import type { Store } from '../store/store.ts';
import { createKnownWords } from './known-words.ts';
import { minimise, saysSomething } from './minimise.ts';

/** What citizens leave behind for the editors: as little as serves, and for some weeks only. */
export interface Recorder {
  /** @returns false when there is no such article */
  feedback(feedback: Feedback): Promise<boolean>;
  /** Stores nothing of an emergency, and nothing of which only masks would be left. */
  search(record: SearchRecord): Promise<void>;
  /** Deletes what is past its time. Also done by itself, at the start and every hour. */
  forget(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

export interface RecorderOptions {
  store: Store;
  /** The articles of every language there is. */
  knowledge: () => WholeKnowledge[];
  retentionDays: number;
  now: () => number;
  log: Logger;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** From when on what was recorded is still kept. */
export function keptSince(now: number, retentionDays: number): { at: number; day: string } {
  const at = now - retentionDays * DAY_MS;
  return { at, day: dayAt(at) };
}

export function createRecorder({ store, knowledge, retentionDays, now, log }: RecorderOptions): Recorder {
  let words: { version: string; isKnown: (word: string) => boolean } | undefined;

  function isKnown(): (word: string) => boolean {
    const all = knowledge();
    const version = all.map((one) => one.version).join();
    if (words?.version !== version) words = { version, isKnown: createKnownWords(all) };
    return words.isKnown;
  }

  function isArticle(id: string): boolean {
    return knowledge().some(({ articles }) => articles.some((article) => article.id === id));
  }

  async function forget(): Promise<void> {
    const { at, day } = keptSince(now(), retentionDays);
    await store.write(async (writer) => {
      await writer.removeQuestionsBefore(at);
      await writer.removeFeedbackBefore(day);
    });
  }

  function forgetByItself(): void {
    forget().catch((error: unknown) => log.error({ err: error }, 'old questions could not be deleted'));
  }

  const forgetting = setInterval(forgetByItself, HOUR_MS).unref();
  forgetByItself();

  return {
    async feedback({ article, lang, useful, why }) {
      if (!isArticle(article)) return false;
      const verdict = useful ? 'useful' : (why ?? 'useless');
      await store.write((writer) => writer.countFeedback({ article, language: lang, day: dayAt(now()), verdict }));
      return true;
    },

    async search({ q, decision, lang, read, contact }) {
      if (findEmergency(tokenise(q)) !== null) return;
      const masked = minimise(q, isKnown());
      if (!saysSomething(masked)) return;
      const at = now() - (now() % HOUR_MS);
      const articles = read.filter(isArticle);
      const record = { id: randomUUID(), at, q: masked, decision, language: lang, read: articles, contact };
      await store.write((writer) => writer.addQuestion(record));
    },

    forget,
    close: () => clearInterval(forgetting),
  };
}
