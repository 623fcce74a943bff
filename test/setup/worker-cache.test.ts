import { describe, expect, it } from 'vitest';
import { workerCacheFile } from '../../scripts/setup/worker-cache.mjs';

const debian = {
  version: '3.27.1',
  recipe: '0123456789abcdef',
  platform: 'linux',
  arch: 'x64',
  osRelease: 'PRETTY_NAME="Debian GNU/Linux 12"\nVERSION_ID="12"\nID=debian\nID_LIKE=other\n',
  env: { HOME: '/home/anna' },
};

describe('workerCacheFile', () => {
  it('names version, system and distribution', () => {
    expect(workerCacheFile(debian)).toBe(
      '/home/anna/.cache/sportello/mediasoup-worker-3.27.1-linux-x64-debian-12-01234567',
    );
  });

  it.each([
    ['another version of mediasoup', { version: '3.28.0' }],
    ['another processor', { arch: 'arm64' }],
    ['another system', { platform: 'darwin', osRelease: '' }],
    ['another distribution', { osRelease: 'ID=ubuntu\nVERSION_ID="12"' }],
    ['another release', { osRelease: 'ID=debian\nVERSION_ID="13"' }],
    ['another recipe', { recipe: 'ffffffffffffffff' }],
  ])('is another file for %s', (_, change) => {
    expect(workerCacheFile({ ...debian, ...change })).not.toBe(workerCacheFile(debian));
  });

  it('follows XDG_CACHE_HOME, which has to be absolute', () => {
    const inside = (cache: string) => workerCacheFile({ ...debian, env: { ...debian.env, XDG_CACHE_HOME: cache } });
    expect(inside('/var/cache/anna')).toMatch(/^\/var\/cache\/anna\/sportello\//);
    expect(inside('cache')).toMatch(/^\/home\/anna\/\.cache\//);
  });
});
