import { basename, dirname, join } from 'node:path';
import type { Language } from '../../protocol/conversation.ts';
import type { TopicsFile } from './contract.ts';
import { createReporter, type Finding } from './finding.ts';
import { withoutDeadReferences, type Reference } from './references.ts';
import type { Source } from './read-article.ts';
import type { CheckedYaml } from './yaml.ts';

export interface Surroundings {
  dir: string;
  lang: Language;
  topics: CheckedYaml<TopicsFile>;
  /** Where what is found is added. */
  findings: Finding[];
}

export interface Agreed {
  sources: Source[];
  /** Ids from `topics.yaml` that name an article. */
  featured: string[];
}

/** What can only be seen with all articles on the table. References to nothing are taken out, and reported. */
export function checkTogether(read: Source[], around: Surroundings): Agreed {
  const byId = new Map<string, Source>();
  for (const source of read) {
    const placed = checkPlace(source, around);
    const first = byId.get(source.article.id);
    if (first !== undefined) report(source, ['id'], `questo id è già di ${first.file}: scegline un altro.`, around);
    else if (placed) byId.set(source.article.id, source);
  }
  const sources = [...byId.values()]
    .map((source) => withoutDeadRelations(source, byId, around))
    .map((source) => withoutDeadLinks(source, byId, around));
  return { sources, featured: checkFeatured(byId, around) };
}

/** it/<topic>/<id>.md: whoever looks for an article finds it without opening any. */
function checkPlace(source: Source, around: Surroundings): boolean {
  const { article, file } = source;
  const topicIds = around.topics.value?.topics.map(({ id }) => id) ?? [article.topic];
  const before = around.findings.length;
  if (basename(file, '.md') !== article.id)
    report(
      source,
      ['id'],
      `il file si chiama «${basename(file)}»: chiamalo «${article.id}.md» o correggi l’id.`,
      around,
    );
  if (basename(dirname(file)) !== article.topic)
    report(
      source,
      ['topic'],
      `il file sta nella cartella «${basename(dirname(file))}»: mettilo in «${article.topic}».`,
      around,
    );
  if (article.lang !== around.lang)
    report(
      source,
      ['lang'],
      `il file sta tra gli articoli in «${around.lang}»: correggi la lingua o sposta il file.`,
      around,
    );
  if (!topicIds.includes(article.topic))
    report(
      source,
      ['topic'],
      `l’argomento «${article.topic}» non è in topics.yaml: correggilo o aggiungilo lì.`,
      around,
    );
  return around.findings.length === before;
}

function withoutDeadRelations(source: Source, byId: Map<string, Source>, around: Surroundings): Source {
  const { article } = source;
  const related = article.related.filter((id, index) => {
    const problem = relationProblem(id, article.id, byId);
    if (problem !== null) report(source, ['related', index], problem, around);
    return problem === null;
  });
  return { ...source, article: { ...article, related } };
}

function relationProblem(id: string, own: string, byId: Map<string, Source>): string | null {
  if (id === own) return 'related: l’articolo rimanda a se stesso: togli questo id.';
  return byId.has(id) ? null : `related: «${id}» non c’è, o ha errori: correggi l’id o toglilo.`;
}

/** What leads nowhere stays as words without a link. */
function withoutDeadLinks(source: Source, byId: Map<string, Source>, around: Surroundings): Source {
  const dead = source.references.filter((reference) => {
    const problem = referenceProblem(reference, byId);
    if (problem !== null)
      around.findings.push({ file: source.file, line: reference.line, message: problem, severity: 'error' });
    return problem !== null;
  });
  if (dead.length === 0) return source;
  const isDead = (id: string, section: string | undefined): boolean =>
    dead.some((reference) => basename(reference.file, '.md') === id && reference.section === section);
  return { ...source, article: withoutDeadReferences(source.article, ({ id, section }) => !isDead(id, section)) };
}

function referenceProblem({ href, file, section }: Reference, byId: Map<string, Source>): string | null {
  const target = byId.get(basename(file, '.md'));
  if (target?.file !== file) return `il link «${href}» porta a un articolo che non c’è, o ha errori: correggilo.`;
  if (section === undefined || target.article.sections.some(({ name }) => name === section)) return null;
  return `il link «${href}» porta a un titolo che in quell’articolo non c’è: correggi quello che segue #.`;
}

/** Only of the Italian articles: other languages may have fewer, and then show fewer. */
function checkFeatured(byId: Map<string, Source>, { dir, lang, topics, findings }: Surroundings): string[] {
  const reporter = createReporter(join(dir, 'topics.yaml'));
  const ids = topics.value?.featured ?? [];
  ids.forEach((id, index) => {
    if (lang === 'it' && !byId.has(id))
      reporter.error(topics.lineOf(['featured', index]), `featured: «${id}» non c’è: correggi l’id o toglilo.`);
  });
  findings.push(...reporter.findings);
  return ids.filter((id) => byId.has(id));
}

function report(source: Source, path: (string | number)[], message: string, around: Surroundings): void {
  around.findings.push({ file: source.file, line: source.lineOf(path), message, severity: 'error' });
}
