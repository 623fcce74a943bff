import { stem } from '../../widget/search/stem.ts';
import { isQuestionWord, isStopWord } from '../../widget/search/stop-words.ts';
import { tokenise } from '../../widget/search/tokens.ts';
import type { QuestionRecord } from '../store/store.ts';

/** Questions that ask for about the same, in whatever words. */
export interface Group {
  /** Different wordings, the one used most often first. */
  wordings: string[];
  records: QuestionRecord[];
}

/** From this share of common words on, two questions ask for the same. */
const ALIKE = 0.6;
/** Beyond, the oldest are not looked at: the editors see the last weeks' most asked in any case. */
const MOST = 5_000;

/** The most asked first, then the latest. A question joins the first group it is alike to. */
export function groupQuestions(records: readonly QuestionRecord[]): Group[] {
  const groups: { stems: ReadonlySet<string>; records: QuestionRecord[] }[] = [];
  const byStems = new Map<string, (typeof groups)[number]>();
  for (const record of records.slice(-MOST)) {
    const stems = stemsOf(record.q);
    const key = [...stems].sort().join(' ');
    const group = byStems.get(key) ?? groups.find((one) => likeness(one.stems, stems) >= ALIKE);
    const own = group ?? { stems, records: [] };
    if (!group) groups.push(own);
    byStems.set(key, own);
    own.records.push(record);
  }
  return groups
    .map((group) => ({ records: group.records, wordings: wordingsOf(group.records) }))
    .sort((a, b) => b.records.length - a.records.length || lastAt(b) - lastAt(a));
}

export const lastAt = ({ records }: Pick<Group, 'records'>): number => Math.max(...records.map(({ at }) => at));

function wordingsOf(records: readonly QuestionRecord[]): string[] {
  const counts = new Map<string, { text: string; count: number }>();
  for (const { q } of records) {
    const key = q.toLowerCase();
    const known = counts.get(key) ?? { text: q, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ text }) => text);
}

/** Where only small words are left, they are what it says. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = tokenise(text.replace(/\[[^\]]*\]/g, ' ')).map(({ word }) => word);
  const telling = words.filter((word) => !isStopWord(word, 'it') && !isStopWord(word, 'en') && !isQuestionWord(word));
  return new Set((telling.length > 0 ? telling : words).map((word) => stem(word)));
}

/** Jaccard. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common / (one.size + other.size - common || 1);
}
