import type { Email } from 'postal-mime';
import { expectSame, until } from './steps.ts';
import type { World } from './world.ts';

/** The mail with this subject that the body's mail server was handed for this address; it has to be the only one. */
export async function mailTo({ mails }: World, address: string, subject: RegExp): Promise<Email> {
  const fitting = () => mails.filter(({ to, mail }) => to.includes(address) && subject.test(mail.subject ?? ''));
  const [first] = await until(`a mail ${String(subject)}`, () => fitting().length > 0 && fitting(), 20_000);
  expectSame(`mails ${String(subject)}`, fitting().length, 1);
  if (!first) throw new Error('there is no mail');
  return first.mail;
}

/** In Italian, as plain text and as HTML that says the same in an order and a language that readers can tell. */
export function expectReadable({ text = '', html = '', headers }: Email, words: readonly string[]): void {
  for (const said of words) {
    expectSame(`«${said}» in the text`, text.includes(said), true);
    expectSame(`«${said}» in the HTML`, html.includes(said), true);
  }
  expectSame('its language', /<html[^>]* lang="it"/.test(html), true);
  expectSame('its title and heading', [/<title>[^<]+<\/title>/.test(html), /<h1[^>]*>/.test(html)], [true, true]);
  expectSame('what it fetches', html.match(/<(?:img|link|script|iframe)\b|url\(/g), null);
  const header = headers.find(({ key }) => key === 'content-language');
  expectSame('its header', header?.value, 'it');
}
