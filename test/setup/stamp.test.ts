import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createStamp, digest } from '../../scripts/setup/stamp.mjs';
import { temporaryFolder, writeFile } from './helpers.ts';

describe('digest', () => {
  const paths = ['widget', 'vite.config.ts'];

  function checkout() {
    const root = temporaryFolder();
    writeFile(join(root, 'widget/index.ts'), 'a');
    writeFile(join(root, 'widget/views/home.ts'), 'b');
    writeFile(join(root, 'vite.config.ts'), 'c');
    return root;
  }

  it('is the same for the same files, wherever they lie', () => {
    expect(digest(checkout(), paths)).toBe(digest(checkout(), paths));
  });

  it.each<[string, (root: string) => void]>([
    ['a changed file', (root) => writeFile(join(root, 'widget/views/home.ts'), 'B')],
    ['a new file', (root) => writeFile(join(root, 'widget/views/call.ts'), '')],
    ['a file that is gone', (root) => rmSync(join(root, 'vite.config.ts'))],
    [
      'a file with another name',
      (root) => {
        rmSync(join(root, 'widget/index.ts'));
        writeFile(join(root, 'widget/main.ts'), 'a');
      },
    ],
  ])('changes with %s', (_, change) => {
    const root = checkout();
    const before = digest(root, paths);
    change(root);
    expect(digest(root, paths)).not.toBe(before);
  });

  it('does not look at what was not asked for', () => {
    const root = checkout();
    const before = digest(root, paths);
    writeFile(join(root, 'server/main.ts'), 'x');
    expect(digest(root, paths)).toBe(before);
  });
});

describe('createStamp', () => {
  it('holds for the inputs it was set with and no others', () => {
    const stamp = createStamp(join(temporaryFolder(), 'notes/build'));
    expect(stamp.holds('one')).toBe(false);
    stamp.set('one');
    expect(stamp.holds('one')).toBe(true);
    expect(stamp.holds('two')).toBe(false);
    stamp.clear();
    expect(stamp.holds('one')).toBe(false);
  });
});
