import type { YAMLError } from 'yaml';
import type { DeskSettings } from '../desk/settings.ts';
import { createReporter, type Finding } from '../knowledge/finding.ts';
import { readYaml } from '../knowledge/yaml.ts';
import { settingsFile, type SettingsFile } from './file-schema.ts';

export interface SettingsSource {
  /** As it is named in what is told of mistakes. */
  file: string;
  /** What holds where the file says nothing. */
  defaults: DeskSettings;
  /** Ids of the knowledge base's topics. */
  topics: readonly string[];
}

/** @returns settings, or null with everything that is wrong, in the order of the lines */
export function readSettings(
  text: string,
  { file, defaults, topics }: SettingsSource,
): { settings: DeskSettings | null; findings: Finding[] } {
  const reporter = createReporter(file);
  const { value } = readYaml(text, settingsFile(topics), reporter, 1, explain);
  const findings = reporter.findings.toSorted((a, b) => a.line - b.line);
  // A file with nothing but comments says nothing.
  return { settings: findings.length > 0 ? null : settingsFrom(value, defaults), findings };
}

/** One line each, as editors and terminals know how to open them. */
export function findingLines(findings: readonly Finding[]): string[] {
  return findings.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

function settingsFrom(file: SettingsFile, defaults: DeskSettings): DeskSettings {
  if (file === null) return defaults;
  const { holidays, queue } = file;
  return {
    timeZone: file.timezone ?? defaults.timeZone,
    hours: file.hours ?? defaults.hours,
    days: {
      holidays: {
        national: holidays?.national ?? defaults.days.holidays.national,
        patron: holidays?.patron ?? defaults.days.holidays.patron,
        extra: holidays?.extra ?? defaults.days.holidays.extra,
      },
      closures: file.closures?.map(({ reason, ...closure }) => ({ ...closure, reason: reason ?? null })) ?? [],
      openings: file.openings?.map(({ date, services, hours }) => ({ date, services, ranges: hours })) ?? [],
    },
    queue: queueFrom(queue ?? {}, defaults.queue),
    callbacks: { closedDays: file.callbacks?.['closed-days'] ?? defaults.callbacks.closedDays },
    offices: file.offices?.map(officeFrom) ?? defaults.offices,
    replies: file.replies?.map(({ key, it, en }) => ({ key, text: { it, ...(en && { en }) } })) ?? defaults.replies,
  };
}

function queueFrom(
  queue: Partial<NonNullable<NonNullable<SettingsFile>['queue']>>,
  defaults: DeskSettings['queue'],
): DeskSettings['queue'] {
  const wait = queue['maximum-wait'] ?? defaults.maximumWaitMs;
  return {
    maximumWaitMs: wait === 'none' ? null : wait,
    atClosing: queue['at-closing'] ?? defaults.atClosing,
    offerMs: queue.offer ?? defaults.offerMs,
    transferMs: queue.transfer ?? defaults.transferMs,
    chatsAtOnce: queue['chats-at-once'] ?? defaults.chatsAtOnce,
    chatsDuringCall: queue['chats-during-call'] ?? defaults.chatsDuringCall,
  };
}

type FileOffice = NonNullable<NonNullable<SettingsFile>['offices']>[number];

function officeFrom({ id, name: { it, en }, topics, email, phone, note }: FileOffice): DeskSettings['offices'][number] {
  const [mail, number, hint] = [email ?? null, phone ?? null, note ?? null];
  return { id, name: { it, en }, topics: topics ?? [], email: mail, phone: number, note: hint };
}

function explain(error: YAMLError): string {
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return 'this key is written twice: leave one';
    case 'TAB_AS_INDENT':
      return 'indent with spaces, not with tabs';
    case 'MISSING_CHAR':
      return 'a closing quote or bracket is missing';
    case 'BAD_ALIAS':
      return 'a text after * must be marked with & above: write the text itself';
    case 'MULTIPLE_DOCS':
      return 'a line with three dashes begins another file: take it out';
    default:
      return 'this line cannot be read: check how far it is indented, and put texts with a colon in quotes';
  }
}
