import * as z from 'zod';
import { service as services } from '../../protocol/conversation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { checkEmail } from '../mail/address.ts';
import { hours, ranges } from './hours-text.ts';
import {
  date,
  dayOfYear,
  didYouMean,
  duration,
  line,
  list,
  oneOf,
  section,
  text,
  wholeNumber,
  yesOrNo,
} from './parts.ts';

/** `sportello.config.yaml`: what each key may hold. sportello.config.example.yaml says the same to people. */
export function settingsFile(topics: readonly string[]) {
  return section({
    timezone: timeZone.nullish(),
    hours: section({ chat: hours, lis: hours }).nullish(),
    holidays: section({ national: yesOrNo.nullish(), patron: dayOfYear.nullish(), extra: list(date) }).nullish(),
    closures: list(closure),
    openings: list(opening).check(eachDayOnce),
    queue: queue.nullish(),
    callbacks: section({ 'closed-days': oneOf(['without-opening', 'holidays']).nullish() }).nullish(),
    offices: list(office(topics)).check(unique('id')),
    replies: list(reply).check(unique('key')),
  }).nullable();
}
export type SettingsFile = z.output<ReturnType<typeof settingsFile>>;

const timeZone = line(60, 'a time zone, such as Europe/Rome').refine(isTimeZone, {
  error: 'there is no such time zone: write its name, such as Europe/Rome',
});

const both = {
  it: line(200, 'the text for citizens, in Italian'),
  en: line(200, 'the text for citizens, in English'),
};
const someServices = list(oneOf(services.options)).transform((some) => some ?? services.options);

const closure = section({ from: date, to: date.nullish(), services: someServices, reason: section(both).nullish() })
  .transform(({ from, to, ...rest }) => ({ ...rest, from, to: to ?? from }))
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: 'it ends before it begins: write the last day here, or leave it out for a single day',
  });

const opening = section({ date, services: someServices, hours: ranges });

const queue = section({
  'maximum-wait': z
    .union([z.literal('none'), duration('1 min', '8 h')], { error: 'write a duration such as 15 min, or none' })
    .nullish(),
  'at-closing': oneOf(['served', 'message']).nullish(),
  offer: duration('5 s', '5 min').nullish(),
  transfer: duration('10 s', '1 h').nullish(),
  'chats-at-once': wholeNumber(1, 50).nullish(),
  'chats-during-call': yesOrNo.nullish(),
});

const id = (max: number) =>
  line(max, 'a short name, such as tributi').regex(/^[a-z0-9-]{2,}$/, {
    error: 'write two or more small letters without accents, digits and dashes, such as servizi-sociali',
  });

const office = (topics: readonly string[]) =>
  section({
    id: id(40),
    name: section({ it: line(60, 'the name in Italian'), en: line(60, 'the name in English') }),
    topics: list(topic(topics)),
    email: line(254, 'an e-mail address')
      .refine((address) => checkEmail(address) !== null, { error: 'write an address such as ufficio@example.it' })
      .nullish(),
    phone: line(30, 'a telephone number').regex(/\d/, { error: 'write a telephone number in quotes' }).nullish(),
    note: text(500, 'what operators should know').nullish(),
  });

const topic = (topics: readonly string[]) =>
  line(40, 'a topic of the knowledge base').refine((one) => one === 'other' || topics.includes(one), {
    error: ({ input }) => didYouMean(String(input), topics),
  });

const reply = section({
  key: id(30),
  it: text(LIMITS.messageText, 'the reply in Italian'),
  en: text(LIMITS.messageText, 'the reply in English').nullish(),
});

type Several<Item> = z.core.ParsePayload<Item[] | null | undefined>;

function unique<Key extends string>(key: Key) {
  return ({ value, issues }: Several<Record<Key, string>>): void => {
    const known = new Set<string>();
    for (const [index, { [key]: name }] of (value ?? []).entries()) {
      if (known.has(name)) {
        const message = `"${name}" is taken by another one above: write a name of its own`;
        issues.push({ code: 'custom', message, path: [index, key], input: name });
      }
      known.add(name);
    }
  };
}

function eachDayOnce({ value, issues }: Several<z.output<typeof opening>>): void {
  const known = new Set<string>();
  for (const [index, { date: day, services: some }] of (value ?? []).entries()) {
    for (const service of some) {
      if (known.has(`${day} ${service}`)) {
        const message = `the hours of ${service} on ${day} are written above already: write them once, with commas`;
        issues.push({ code: 'custom', message, path: [index, 'date'], input: day });
      }
      known.add(`${day} ${service}`);
    }
  }
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
