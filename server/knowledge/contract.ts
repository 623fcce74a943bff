import * as z from 'zod';
import { allowedLink } from './links.ts';
import { momentOf } from './local-time.ts';

/** What an article's front matter holds. knowledge-base/README.md says the same to editors. */

const sentence = (max: number) =>
  z
    .string({
      error: ({ input }) =>
        input === undefined ? 'manca: aggiungila.' : 'scrivi un testo, tra virgolette se contiene i due punti.',
    })
    .trim()
    .min(1, 'è vuota: scrivi qualcosa.')
    .max(max, `è troppo lunga: al massimo ${max} caratteri.`);

const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, {
    error: ({ input }) =>
      input === undefined ? 'manca: aggiungila.' : 'scrivi un elenco, una riga per ogni voce con il trattino davanti.',
  });

export const identifier = sentence(64)
  .min(3, 'usa almeno 3 caratteri.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'usa solo lettere minuscole senza accenti, cifre e trattini.');

const date = sentence(10).refine(isRealDate, 'scrivi una data che esiste, nella forma 2026-11-21.');

const lis = z.strictObject(
  {
    video: sentence(100).regex(
      /^lis\/[a-z0-9-]+\.(mp4|webm)$/,
      'metti il video nella cartella «lis» e scrivi «lis/nome.mp4» o «lis/nome.webm».',
    ),
    captions: z
      .string({ error: 'manca: un video in LIS va pubblicato con i sottotitoli, «lis/nome.vtt».' })
      .regex(/^lis\/[a-z0-9-]+\.vtt$/, 'metti i sottotitoli nella cartella «lis» e scrivi «lis/nome.vtt».'),
  },
  { error: 'scrivi «video» e «captions», rientrati.' },
);

const link = z.strictObject(
  {
    label: sentence(80),
    href: sentence(500).refine(allowedLink, 'usa un indirizzo che comincia con https:, mailto: o tel:.'),
  },
  { error: 'scrivi «label» e «href», rientrati sotto il trattino.' },
);

export const frontMatter = z.strictObject(
  {
    id: identifier,
    title: sentence(160),
    lang: z.enum(['it', 'en'], { error: 'scrivi «it» oppure «en».' }),
    topic: identifier,
    office: sentence(80),
    variants: list(sentence(160))
      .min(5, 'scrivi almeno 5 altri modi di fare la domanda.')
      .max(12, 'bastano 12 varianti: tieni le più diverse tra loro.'),
    sources: list(link).min(1, 'scrivi almeno una fonte.'),
    updated: date,
    'verify-by': date,
    'valid-from': date.optional(),
    'valid-until': date.optional(),
    lis: lis.optional(),
    related: list(identifier).default([]),
    actions: list(link).max(4, 'al massimo 4 azioni: chi legge deve scegliere in fretta.').default([]),
  },
  { error: 'comincia il file con le voci tra due righe di tre trattini: id, title, lang…' },
);
export type FrontMatter = z.infer<typeof frontMatter>;

const inLanguage = z.strictObject(
  { title: sentence(60), description: sentence(120) },
  { error: 'scrivi «title» e «description».' },
);

/** `other` is what operators choose when no topic fits; it has words of its own. */
const topicId = identifier.refine((id) => id !== 'other', 'questo id è riservato: scegline un altro.');

export const topicsFile = z.strictObject(
  {
    featured: list(identifier).default([]),
    topics: list(z.strictObject({ id: topicId, it: inLanguage, en: inLanguage }))
      .min(1, 'scrivi almeno un argomento.')
      .refine(
        (topics) => new Set(topics.map(({ id }) => id)).size === topics.length,
        'due argomenti hanno lo stesso id: cambiane uno.',
      ),
  },
  { error: 'scrivi «featured» e «topics».' },
);
export type TopicsFile = z.infer<typeof topicsFile>;

export const lexiconFile = list(
  z.strictObject(
    {
      word: sentence(40),
      alike: list(sentence(40)).min(1, 'scrivi almeno una parola simile.'),
      outside: z.boolean({ error: 'scrivi «true», o togli la voce.' }).optional(),
    },
    { error: 'scrivi «word» e «alike».' },
  ),
);

export function isRealDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const moment = (day: 'start' | 'end') =>
  sentence(16)
    .refine(
      (text) => momentOf(text, day) !== null,
      'scrivi un giorno e un’ora che esistono, nella forma 2026-11-21 14:00.',
    )
    .transform((text) => momentOf(text, day) ?? 0);

/** What a notice's front matter holds; a day without a time is the whole day. */
export const noticeFrontMatter = z.strictObject(
  {
    id: identifier,
    from: moment('start'),
    until: moment('end'),
    topics: list(identifier).default([]),
    articles: list(identifier).default([]),
  },
  { error: 'comincia il file con le voci tra due righe di tre trattini: id, from, until…' },
);
