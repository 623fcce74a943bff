import { describe, expect, it } from 'vitest';
import { makesSound, pageTitle, waitingForMe } from '../../../console/core/attention.ts';
import { firstColumns, usualColumns } from '../../../console/core/columns.ts';
import { ownDrawer } from '../../../console/core/own-drawer.ts';
import { createServerClock } from '../../../console/core/server-clock.ts';
import { createSettings } from '../../../console/core/settings.ts';
import { words } from '../../../console/locales/words.ts';
import type { Words } from '../../../widget/core/i18n.ts';
import { createMemoryDrawer } from '../../../widget/core/storage.ts';
import { desk, waiting } from './fixtures.ts';

const first = { language: 'it' as const, columns: usualColumns };

describe('settings', () => {
  it('QU-52 begin with sound, with keys, in the language and widths given', () => {
    expect(createSettings(createMemoryDrawer(), { ...first, columns: firstColumns(1024) }).value).toEqual({
      columns: { left: 240, right: 264 },
      theme: 'system',
      language: 'it',
      sound: true,
      keys: true,
    });
  });

  it('AC-52 are remembered, and what makes no sense is not', () => {
    const drawer = createMemoryDrawer();
    createSettings(drawer, first).change({
      theme: 'dark',
      keys: false,
      sound: false,
      columns: { left: 300, right: 400 },
    });
    expect(createSettings(drawer, first).value).toMatchObject({
      theme: 'dark',
      keys: false,
      sound: false,
      columns: { left: 300, right: 400 },
    });
    drawer.set('theme', 'pink');
    drawer.set('language', 'la');
    expect(createSettings(drawer, first).value).toMatchObject({ theme: 'system', language: 'it' });
  });

  it('live in a part of the drawer of their own', () => {
    const shared = createMemoryDrawer();
    ownDrawer(shared).set('theme', 'dark');
    expect(shared.get('theme')).toBeNull();
    expect(ownDrawer(shared).get('theme')).toBe('dark');
  });
});

describe('attention', () => {
  it('QU-52 counts in the title who waits in my lines, with a dot for what I have not read', () => {
    const waits = desk([], { chat: [waiting('one')], lis: [waiting('two', { service: 'lis' })] });
    expect(waitingForMe(waits)).toBe(1);
    expect(waitingForMe({ ...waits, me: { ...waits.me, skills: ['chat', 'lis'] } })).toBe(2);
    expect(waitingForMe(null)).toBe(0);
    expect(pageTitle('Sportello', 2, 0)).toBe('(2) Sportello');
    expect(pageTitle('Sportello', 0, 1)).toBe('● Sportello');
    expect(pageTitle('Sportello', 0, 0)).toBe('Sportello');
  });

  it('sounds for people who wait, never for our own troubles', () => {
    const citizen = { conversationId: 'one', citizenName: null, since: 1 };
    expect(makesSound({ kind: 'joined', service: 'chat', ...citizen })).toBe(true);
    expect(makesSound({ kind: 'message', ...citizen })).toBe(true);
    expect(makesSound({ kind: 'left', ...citizen })).toBe(false);
    expect(makesSound({ kind: 'trouble', doing: 'accept', code: 'internal' })).toBe(false);
  });

  it('shows waiting times by the server’s clock', () => {
    let local = 1_000;
    const clock = createServerClock({ now: () => local, after: () => () => {} });
    clock.learn(61_000);
    local += 500;
    expect(clock.now()).toBe(61_500);
  });
});

describe('words', () => {
  const keys = (tree: Words, path = ''): string[] =>
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [path + key] : keys(value, `${path}${key}.`),
    );

  it('are there in both languages, with the same gaps to fill in', () => {
    const gaps = (tree: Words): string[] =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === 'string'
          ? [`${key} ${[...value.matchAll(/\{\{\w+\}\}/g)].map(String).toSorted().join(' ')}`]
          : gaps(value),
      );
    expect(keys(words.en).toSorted()).toEqual(keys(words.it).toSorted());
    expect(gaps(words.en['console'] as Words)).toEqual(gaps(words.it['console'] as Words));
  });
});
