import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Office } from '../../../protocol/office.ts';
import { DEFAULT_SETTINGS } from '../../../server/settings/defaults.ts';
import { openSettings, type Settings } from '../../../server/settings/settings-file.ts';

let dir: string;
let file: string;
let settings: Settings | undefined;
/** Lines of the log. */
let told: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sportello-'));
  file = join(dir, 'sportello.config.yaml');
  told = [];
});
afterEach(async () => {
  settings?.close();
  await rm(dir, { recursive: true });
});

async function open({ required = false, pollMs = 60_000, path = file } = {}): Promise<Settings> {
  const log = pino({ level: 'debug' }, { write: (line: string) => void told.push(line) });
  const topics = (): string[] => ['bollo', 'urp'];
  settings = await openSettings({ file: path, required, defaults: DEFAULT_SETTINGS, topics, log, quietMs: 20, pollMs });
  return settings;
}

const chats = (count: number): string => `queue:\n  chats-at-once: ${count}\n`;
const chatsNow = (): number | undefined => settings?.value().queue.chatsAtOnce;
const tellsOf = (words: string) => expect.poll(() => told.some((line) => line.includes(words)));

/** As careful editors do: into another file, which then takes the place. */
async function saveAtomically(text: string): Promise<void> {
  await writeFile(`${file}.swp`, text);
  await rename(`${file}.swp`, file);
}

describe('OP-35 at the start', () => {
  test('a file with mistakes stops it, with all of them in readable lines', async () => {
    await writeFile(file, 'timezone: Roma\nqueue:\n  offer: 1 s\n');
    await expect(open()).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringMatching(
        /^these settings are wrong:\n {2}.*sportello\.config\.yaml:1: timezone: .+\n {2}.*:3: queue\.offer: .+$/,
      ),
    });
  });

  test('one that is asked for must be there, and be a file', async () => {
    await expect(open({ required: true })).rejects.toThrow('SPORTELLO_CONFIG: there is no file');
    await expect(open({ path: dir })).rejects.toThrow('cannot be read');
  });

  test('without one the defaults hold, until there is one', async () => {
    expect((await open()).value()).toBe(DEFAULT_SETTINGS);
    await writeFile(file, chats(2));
    await expect.poll(chatsNow).toBe(2);
  });
});

describe('OP-36 changes hold without a restart', () => {
  test.each([
    ['written over', (text: string) => writeFile(file, text)],
    ['saved in another file that takes its place', saveAtomically],
  ])('when the file is %s', async (_name, save) => {
    await writeFile(file, chats(2));
    await open();
    let heard = 0;
    settings?.follow(() => (heard += 1));
    for (const count of [3, 4]) {
      await save(chats(count));
      await expect.poll(chatsNow).toBe(count);
    }
    expect(heard).toBe(2);
  });

  test('when it is a link that leads elsewhere from now on, or to a folder that does', async () => {
    for (const count of [2, 3, 4]) {
      await mkdir(join(dir, `version${count}`));
      await writeFile(join(dir, `version${count}`, 'desk.yaml'), chats(count));
    }
    await symlink('version2', join(dir, 'current'));
    await symlink('current/desk.yaml', file);
    await open({ pollMs: 50 });
    expect(chatsNow()).toBe(2);
    await symlink('version3', join(dir, 'next'));
    await rename(join(dir, 'next'), join(dir, 'current'));
    await expect.poll(chatsNow).toBe(3);
    await symlink('version4/desk.yaml', join(dir, 'next'));
    await rename(join(dir, 'next'), file);
    await expect.poll(chatsNow).toBe(4);
  });

  test('a file with mistakes leaves the last good one in force, the log says why, and it goes on when it is right', async () => {
    await writeFile(file, chats(2));
    await open();
    const before = settings?.value();
    await writeFile(file, chats(0));
    await tellsOf(':2: queue.chats-at-once: write a whole number from 1 to 50').toBe(true);
    expect(settings?.value()).toBe(before);
    await saveAtomically(chats(5));
    await expect.poll(chatsNow).toBe(5);
  });

  test('so does one that was emptied, as a full disk does it; one that says nothing on purpose has comments', async () => {
    await writeFile(file, chats(2));
    await open();
    await writeFile(file, '\n');
    await tellsOf('is empty: the last good ones stay in force').toBe(true);
    expect(chatsNow()).toBe(2);
    await writeFile(file, '# as delivered\n');
    await expect.poll(chatsNow).toBe(DEFAULT_SETTINGS.queue.chatsAtOnce);
  });

  test('so does a file that is gone, until it is back', async () => {
    await writeFile(file, chats(2));
    await open();
    await unlink(file);
    await tellsOf('the settings are gone').toBe(true);
    expect(chatsNow()).toBe(2);
    await writeFile(file, chats(3));
    await expect.poll(chatsNow).toBe(3);
  });
});

describe('OP-37 offices are written into the file', () => {
  const TEXT = `# Il nostro sportello
timezone:   Europe/Rome   # spaces as we like them

# Gli uffici
offices: # in order
  # the first
  - id: urp   # at the counter
    name: {it: URP, en: "Info"}
    topics: [urp]
  # gone soon
  - id: tributi
    name: { it: Tributi, en: Taxes }
    email: tributi@example.org # ask Anna
    note: >-
      Il martedì
      risponde dopo.

  # nothing more here
# Le code
queue: {chats-at-once: 4}   # four
`;
  const urp: Office = {
    id: 'urp',
    name: { it: 'URP', en: 'Info' },
    topics: ['urp'],
    email: null,
    phone: null,
    note: null,
  };
  const tributi: Office = {
    ...urp,
    id: 'tributi',
    name: { it: 'Tributi', en: 'Taxes' },
    topics: [],
    email: 'tributi@example.org',
    note: 'Il martedì risponde dopo.',
  };

  async function put(offices: Office[], text: string | null = TEXT): Promise<string> {
    if (text !== null) await writeFile(file, text);
    await open();
    expect(await settings?.writable()).toBe(true);
    expect(await settings?.putOffices(offices)).toBeNull();
    expect(settings?.value().offices).toEqual(offices);
    return readFile(file, 'utf8');
  }

  test('what is not about them stays to the letter, and of them the comments and what has not changed', async () => {
    const sport: Office = { ...urp, id: 'sport', name: { it: 'Sport', en: 'Sport' }, topics: [], phone: '0555 123' };
    const after = await put([{ ...tributi, email: 'tasse@example.org' }, sport, urp]);
    const [head, tail] = [TEXT.slice(0, TEXT.indexOf('offices:')), TEXT.slice(TEXT.indexOf('\n  # nothing more'))];
    expect(after.startsWith(head)).toBe(true);
    expect(after.endsWith(tail)).toBe(true);
    for (const kept of ['# in order', '# the first', '# at the counter', '# gone soon', 'note: >-', 'en: "Info"']) {
      expect(after).toContain(kept);
    }
    expect(after.indexOf('tasse@example.org')).toBeLessThan(after.indexOf('id: sport'));
    expect(settings?.value().queue.chatsAtOnce).toBe(4);
  });

  test('one that is gone takes nothing else with it', async () => {
    const after = await put([urp]);
    expect(after).not.toContain('tributi');
    expect(after).toContain('# nothing more here\n# Le code\nqueue: {chats-at-once: 4}   # four\n');
  });

  test.each([
    ['all of them', TEXT, []],
    ['the same', TEXT, [urp, tributi]],
    ['none before', `offices: [] # none yet\n${chats(2)}`, [urp, tributi]],
    ['an empty key before', `offices:\n${chats(2)}`, [urp]],
    ['no key before', chats(2).trimEnd(), [urp]],
    ['in brackets before', `offices: [{ id: urp, name: { it: A, en: B } }]`, [{ ...urp, note: 'a: b\n# c\n\nd ' }]],
    ['nothing but a comment before', '# later', [tributi]],
    ['lines of another system', TEXT.replaceAll('\n', '\r\n'), [urp]],
    ['no file before', null, [urp]],
  ])('%s: what was asked holds, and nothing else changes', async (_name, text, offices) => {
    const [wanted] = [offices.map((office) => ({ ...office, note: office.note?.trim() ?? null }))];
    const after = await put(wanted, text);
    const comments = (text ?? '').match(/# (?:Il|Gli|Le|none|later|four|spaces).*/g) ?? [];
    for (const comment of comments) expect(after).toContain(comment.trimEnd());
    settings?.close();
    await open();
    expect(settings?.value().offices).toEqual(wanted);
    if (text?.includes('queue')) expect(chatsNow()).toBe(text.includes('4}') ? 4 : 2);
  });

  test('followers hear of it once, permissions and links stay, and no other file is left', async () => {
    await writeFile(join(dir, 'real.yaml'), TEXT, { mode: 0o640 });
    await symlink('real.yaml', file);
    await open();
    let heard = 0;
    settings?.follow(() => (heard += 1));
    const answers = await Promise.all([settings?.putOffices([urp]), settings?.putOffices([tributi])]);
    expect(answers).toEqual([null, null]);
    expect(settings?.value().offices).toEqual([tributi]);
    expect(await readFile(join(dir, 'real.yaml'), 'utf8')).toContain('id: tributi');
    expect((await stat(join(dir, 'real.yaml'))).mode & 0o777).toBe(0o640);
    expect((await readdir(dir)).toSorted()).toEqual(['real.yaml', 'sportello.config.yaml']);
    // The watch sees the same file and finds nothing new in it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(heard).toBe(2);
  });

  test.each([
    ['an unknown topic', [{ ...urp, topics: ['fax'] }]],
    ['two with one id', [urp, urp]],
    ['a line break in the address', [{ ...urp, email: 'urp@example.org\nBcc: x@example.org' }]],
  ])('%s is refused, and the file stays', async (_name, offices) => {
    await writeFile(file, TEXT);
    await open();
    expect(await settings?.putOffices(offices)).toBe('invalid');
    expect(await readFile(file, 'utf8')).toBe(TEXT);
  });

  test.each([
    ['has mistakes by now', `${TEXT}\nofices: []\n`],
    ['is no YAML by now', `${TEXT}\n\t- [`],
    ['is written in a way in which they have no place', '{ timezone: Europe/Rome, offices: [] }\n'],
  ])('a file that %s is left to people', async (_name, text) => {
    await writeFile(file, TEXT);
    await open({ pollMs: 60_000 });
    await writeFile(file, text);
    expect(await settings?.putOffices([urp])).toBe('read-only');
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('where nothing can be written it is said', async () => {
    await open({ path: join(dir, 'nowhere', 'sportello.config.yaml') });
    expect(await settings?.writable()).toBe(false);
    expect(await settings?.putOffices([urp])).toBe('read-only');
    expect(settings?.value()).toBe(DEFAULT_SETTINGS);
  });
});
