import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DeskSettings } from '../../../server/desk/settings.ts';
import { dueAt } from '../../../server/desk/due.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { findingLines, readSettings } from '../../../server/settings/read-settings.ts';
import { at, PISA, ranges } from '../desk/pisa.ts';

const SOURCE = { file: 's.yaml', defaults: DEFAULT_SETTINGS, topics: ['bollo', 'recup', 'urp'] };

function mistakes(text: string): string[] {
  const { settings, findings } = readSettings(text, SOURCE);
  expect(settings === null).toBe(findings.length > 0);
  return findingLines(findings);
}

function good(text: string): DeskSettings {
  const { settings, findings } = readSettings(text, SOURCE);
  expect(findingLines(findings)).toEqual([]);
  return settings ?? DEFAULT_SETTINGS;
}

describe('OP-33 the settings of the desk are one file', () => {
  test('the example is without mistakes, and is what Pisa has', async () => {
    const text = await readFile(join(import.meta.dirname, '../../../sportello.config.example.yaml'), 'utf8');
    const { settings, findings } = readSettings(text, {
      ...SOURCE,
      topics: ['bollo', 'urp', 'accesso-atti', 'segnalazioni'],
    });
    expect(findingLines(findings)).toEqual([]);
    expect(settings).toMatchObject({ hours: PISA.hours, days: { holidays: PISA.days.holidays }, queue: PISA.queue });
    expect(settings && dueAt(settings, at('2027-03-26T16:50:00+01:00'))).toBe(at('2027-03-30T16:50:00+02:00'));
  });

  test.each([
    ['nothing', ''],
    ['comments', '# nothing yet\n'],
    ['empty keys', 'hours:\nholidays:\nclosures:\nqueue:\noffices:\nreplies:\ncallbacks:\n'],
  ])('a file with %s leaves what holds without one', (_name, text) => {
    expect(good(text)).toEqual(DEFAULT_SETTINGS);
  });

  test('it says all that an office decides', () => {
    const settings = good(`timezone: Europe/Berlin
hours:
  chat: { mon: "10:00-12:00", tue-wed: 9:00 - 10:00, "thu, sat": "0:00–24:00", fri: closed }
  lis: never
holidays: { national: false, patron: "06-17", extra: [2027-10-05] }
closures: [{ from: 2027-01-02, services: [lis] }, { from: 2027-01-04, to: 2027-01-05, reason: { it: A, en: B } }]
openings: [{ date: 2027-01-03, hours: "14:00-15:00, 9:00-10:00" }]
queue:
  maximum-wait: none
  at-closing: message
  offer: 30 s
  transfer: 2 min
  chats-at-once: 3
  chats-during-call: true
callbacks: { closed-days: holidays }
offices: [{ id: urp, name: { it: URP, en: Info }, topics: [urp, other], email: urp@example.org, phone: "0555 1", note: N }]
replies: [{ key: ciao, it: Ciao, en: Hello }, { key: boh, it: Boh }]
`);
    const day = ranges('0:00-24:00');
    expect(settings).toEqual({
      timeZone: 'Europe/Berlin',
      hours: {
        chat: {
          days: { 1: ranges('10:00-12:00'), 2: ranges('9:00-10:00'), 3: ranges('9:00-10:00'), 4: day, 5: [], 6: day },
        },
        lis: { days: {} },
      },
      days: {
        holidays: { national: false, patron: '06-17', extra: ['2027-10-05'] },
        closures: [
          { from: '2027-01-02', to: '2027-01-02', services: ['lis'], reason: null },
          { from: '2027-01-04', to: '2027-01-05', services: ['chat', 'lis'], reason: { it: 'A', en: 'B' } },
        ],
        openings: [{ date: '2027-01-03', services: ['chat', 'lis'], ranges: ranges('9:00-10:00, 14:00-15:00') }],
      },
      queue: {
        maximumWaitMs: null,
        atClosing: 'message',
        offerMs: 30_000,
        transferMs: 120_000,
        chatsAtOnce: 3,
        chatsDuringCall: true,
      },
      callbacks: { closedDays: 'holidays' },
      offices: [
        {
          id: 'urp',
          name: { it: 'URP', en: 'Info' },
          topics: ['urp', 'other'],
          email: 'urp@example.org',
          phone: '0555 1',
          note: 'N',
        },
      ],
      replies: [
        { key: 'ciao', text: { it: 'Ciao', en: 'Hello' } },
        { key: 'boh', text: { it: 'Boh' } },
      ],
    });
  });

  test('hours may be written once and named again', () => {
    expect(good('hours:\n  chat: &usual { mon: "9:00-12:00" }\n  lis: *usual\n').hours.lis).toEqual({
      days: { 1: ranges('9:00-12:00') },
    });
  });
});

/** Under `hours: chat:` on line 3. */
const chat = (text: string): string => `hours:\n  chat:\n    ${text}\n  lis: never\n`;
const office = (text: string): string => `offices:\n  - id: urp\n    name: { it: URP, en: Info }\n    ${text}\n`;

describe('OP-34 a mistake is refused with file and line, what is wrong and what to write', () => {
  test.each([
    [
      'overlapping ranges',
      chat('mon-fri: 9:00-13:15, 13:00-17:00'),
      's.yaml:3: hours.chat.mon-fri: 13:00-17:00 begins before 9:00-13:15 ends',
    ],
    [
      'a range within another',
      chat('mon: 9:00-17:00, 10:00-11:00'),
      's.yaml:3: hours.chat.mon: 10:00-11:00 begins before',
    ],
    ['an end before the start', chat('mon: 17:00-9:00'), 's.yaml:3: hours.chat.mon: 17:00-9:00 ends before it begins'],
    ['a night', chat('mon: 22:00-2:00'), 'write 22:00-24:00 on the one day and 0:00-2:00 on the next'],
    ['no length', chat('mon: 9:00-9:00'), 's.yaml:3: hours.chat.mon: 9:00-9:00 begins when it ends'],
    [
      'no end',
      chat('mon: 9:00'),
      's.yaml:3: hours.chat.mon: "9:00" is no range: write from and to, such as 9:00-13:15',
    ],
    ['a time that is none', chat('mon: 9:60-10:00'), '"9:60" is no time: write hours and minutes, such as 9:00'],
    ['a time after midnight', chat('mon: 9:00-24:01'), '"24:01" is no time'],
    ['a time with a point', chat('mon: 9.00-10.00'), '"9.00" is no time'],
    ['a comma too many', chat('mon: 9:00-10:00,'), '"" is no range'],
    ['hours that are a number', chat('mon: 9'), 's.yaml:3: hours.chat.mon: write hours, such as 9:00-13:15'],
    ['hours as a list', chat('mon: [9:00-10:00]'), 's.yaml:3: hours.chat.mon: write hours'],
    [
      'an Italian weekday',
      chat('lun-ven: 9:00-10:00'),
      's.yaml:3: hours.chat.lun-ven: "lun-ven" is no weekday: write mon, tue',
    ],
    ['weekdays backwards', chat('fri-mon: 9:00-10:00'), 's.yaml:3: hours.chat.fri-mon: "fri-mon" runs backwards'],
    [
      'a weekday twice',
      `hours:\n  chat:\n    mon-fri: 9:00-10:00\n    fri: 9:00-11:00\n  lis: never\n`,
      's.yaml:4: hours.chat.fri: fri has its hours above already',
    ],
    ['hours of no service', 'hours: 9:00-10:00\n', 's.yaml:1: hours: write its keys below it, indented: chat, lis'],
    [
      'only one service',
      'hours:\n  chat: always\n',
      's.yaml:1: hours.lis: it is missing: write always, never, or days',
    ],
    [
      'an unknown service',
      'hours: { chat: always, lis: always, video: always }\n',
      's.yaml:1: hours.video: there is no "video": Known: chat, lis',
    ],
    ['an unknown key', 'queu:\n  offer: 20 s\n', 's.yaml:1: queu: there is no "queu": did you mean "queue"?'],
    [
      'an unknown key inside',
      'queue:\n  maximumWait: 15 min\n',
      's.yaml:2: queue.maximumWait: there is no "maximumWait": did you mean "maximum-wait"?',
    ],
    ['an unknown time zone', '\ntimezone: Europa/Roma\n', 's.yaml:2: timezone: there is no such time zone'],
    [
      'a holiday in another format',
      'holidays:\n  extra:\n    - 2027-01-02\n    - 3/1/2027\n',
      's.yaml:4: holidays.extra: write a date that exists, year first, such as 2027-06-17',
    ],
    [
      'a holiday that does not exist',
      'holidays:\n  extra: [2027-02-29]\n',
      's.yaml:2: holidays.extra: write a date that exists',
    ],
    ['one holiday without its dash', 'holidays:\n  extra: 2027-01-02\n', 's.yaml:2: holidays.extra: write a list'],
    [
      'a patron day first',
      'holidays:\n  patron: 17-06\n',
      's.yaml:2: holidays.patron: write month and day that exist, such as "06-17"',
    ],
    ['a yes that is no boolean', 'holidays:\n  national: yes\n', 's.yaml:2: holidays.national: write true or false'],
    [
      'a closure that ends before it begins',
      'closures:\n  - from: 2027-05-03\n    to: 2027-05-01\n',
      's.yaml:3: closures.to: it ends before it begins',
    ],
    ['a closure without a day', 'closures:\n  - to: 2027-05-01\n', 's.yaml:2: closures.from: write a date'],
    [
      'a closure of no service',
      'closures:\n  - from: 2027-05-03\n    services: [fax]\n',
      's.yaml:3: closures.services: there is no "fax"',
    ],
    [
      'a reason in one language',
      'closures:\n  - from: 2027-05-03\n    reason: { it: Sciopero }\n',
      's.yaml:3: closures.reason.en: it is missing',
    ],
    ['an opening without hours', 'openings:\n  - date: 2027-05-03\n', 's.yaml:2: openings.hours: write hours'],
    [
      'two openings on a day',
      'openings:\n  - { date: 2027-05-03, hours: 9:00-10:00 }\n  - { date: 2027-05-03, services: [lis], hours: 11:00-12:00 }\n',
      's.yaml:3: openings.date: the hours of lis on 2027-05-03 are written above already',
    ],
    [
      'a duration without its unit',
      'queue:\n  offer: 20\n',
      's.yaml:2: queue.offer: write a duration from 5 s to 5 min',
    ],
    [
      'a duration beyond its bounds',
      'queue:\n  offer: 2 s\n',
      's.yaml:2: queue.offer: write a duration from 5 s to 5 min',
    ],
    [
      'a wait that is none',
      'queue:\n  maximum-wait: never\n',
      's.yaml:2: queue.maximum-wait: write a duration such as 15 min, or none',
    ],
    [
      'another word at closing',
      'queue:\n  at-closing: serve\n',
      's.yaml:2: queue.at-closing: there is no "serve": did you mean "served"?',
    ],
    [
      'no chats at once',
      'queue:\n  chats-at-once: 0\n',
      's.yaml:2: queue.chats-at-once: write a whole number from 1 to 50',
    ],
    [
      'half a chat',
      'queue:\n  chats-at-once: 2.5\n',
      's.yaml:2: queue.chats-at-once: write a whole number from 1 to 50',
    ],
    [
      'another rule for closed days',
      'callbacks:\n  closed-days: sundays\n',
      's.yaml:2: callbacks.closed-days: there is no "sundays"',
    ],
    [
      'two offices with one id',
      `${office('note: a')}  - id: urp\n    name: { it: B, en: B }\n`,
      's.yaml:5: offices.id: "urp" is taken by another one above',
    ],
    [
      'an id with a capital',
      'offices:\n  - id: Urp\n    name: { it: A, en: B }\n',
      's.yaml:2: offices.id: write two or more small letters',
    ],
    [
      'a name in no language',
      'offices:\n  - id: urp\n    name: URP\n',
      's.yaml:3: offices.name: write its keys below it, indented: it, en',
    ],
    [
      'an unknown topic',
      office('topics: [bolli]'),
      's.yaml:4: offices.topics: there is no "bolli": did you mean "bollo"? Known: bollo, recup, urp',
    ],
    [
      'an e-mail with a line break',
      office('email: "urp@example.org\\nBcc: others@example.org"'),
      's.yaml:4: offices.email: it has a line break',
    ],
    ['an e-mail without its end', office('email: urp@example'), 's.yaml:4: offices.email: write an address such as'],
    [
      'a telephone number that YAML takes for a number',
      office('phone: 0555123'),
      's.yaml:4: offices.phone: write a telephone number, in quotes',
    ],
    [
      'two replies with one key',
      'replies:\n  - { key: ciao, it: A }\n  - { key: ciao, it: B }\n',
      's.yaml:3: replies.key: "ciao" is taken',
    ],
    ['a reply without Italian', 'replies:\n  - key: ciao\n    en: Hello\n', 's.yaml:2: replies.it: it is missing'],
    ['a key written twice', 'queue:\n  offer: 20 s\n  offer: 30 s\n', 's.yaml:3: this key is written twice'],
    ['a tab', 'hours:\n\tchat: always\n', 's.yaml:2: indent with spaces, not with tabs'],
    ['an open bracket', 'closures: [\n', 's.yaml:1: '],
    ['a list for a file', '- chat\n', 's.yaml:1: write its keys below it'],
    ['a text for a file', 'open on working days\n', 's.yaml:1: write its keys below it'],
    ['a name that leads nowhere', '\nhours: *usual\n', 's.yaml:2: a text after * must be marked with & above'],
    [
      'names without end',
      'closures: [&a [x], *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\n',
      's.yaml:1: a text after *',
    ],
    ['two files in one', 'hours:\n---\nhours:\n', 's.yaml:2: '],
  ])('%s', (_name, text, expected) => {
    const told = mistakes(text);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(expected);
  });

  test('all of them at once, in the order of the lines', () => {
    const told = mistakes(`timezone: Roma\n${chat('mon: 9-10')}queue: { offer: soon }\nofices: []\n`);
    expect(told.map((line) => line.split(':')[1])).toEqual(['1', '4', '6', '7']);
  });
});
