import type { Article } from '../../protocol/article.ts';
import type { Language } from '../../protocol/conversation.ts';
import { isAbout, type Notice as Announcement } from '../../protocol/notice.ts';
import { plainText } from './article-insert.ts';

/*
 * What citizens are being told («the portal is down until two»). The wire calls it a notice; here that word is taken
 * by the console's own line of news.
 */

/** What it says, in the reader's language or else in Italian. */
export function announcementIn({ text }: Announcement, reader: string) {
  const lang: Language = reader === 'en' && text.en ? 'en' : 'it';
  return { lang, blocks: text[lang] ?? text.it };
}

/** The same in one line, cut at a word after about `most` characters. */
export function announcementLine(announcement: Announcement, reader: string, most = Infinity): string {
  const line = plainText(announcementIn(announcement, reader).blocks).replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const space = line.lastIndexOf(' ', most);
  return `${line.slice(0, space > most / 2 ? space : most)}…`;
}

/**
 * Those that belong to this article. One about everything is not among them: it stands above the desk all the time, and
 * would mark every article alike.
 */
export function announcedWith(
  announcements: readonly Announcement[],
  article: Pick<Article, 'id' | 'topic'>,
): Announcement[] {
  return announcements.filter(
    (announcement) => announcement.topics.length + announcement.articles.length > 0 && isAbout(announcement, article),
  );
}
