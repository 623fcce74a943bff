import { expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';

const PRODUCTION = {
  SPORTELLO_MODE: 'production',
  SPORTELLO_DATA: '/var/lib/sportello',
  SPORTELLO_PUBLIC_URL: 'https://sportello.comune.example/',
  SPORTELLO_ORIGINS: 'https://comune.example, https://www.comune.example/servizi',
  SPORTELLO_PRIVACY_URL: 'https://comune.example/privacy',
  SPORTELLO_ANNOUNCED_ADDRESS: '192.0.2.1',
};

test('OP-20 nothing has to be set, and what is set to nothing counts as not set', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 8080, publicUrl: null, origins: [] });
  expect(config.media.firstPort).toBeNull();
  expect(readConfig({ PORT: '', SPORTELLO_DATA: '', SPORTELLO_MODE: '' })).toEqual(config);
});

test('OP-21 production takes what it needs, addresses cut down to their origins', () => {
  expect(readConfig(PRODUCTION)).toMatchObject({
    mode: 'production',
    dataDir: '/var/lib/sportello',
    publicUrl: 'https://sportello.comune.example',
    origins: ['https://comune.example', 'https://www.comune.example'],
    media: { announcedAddress: '192.0.2.1', firstPort: 20_000, workers: null },
  });
});

test.each(Object.keys(PRODUCTION).filter((name) => name !== 'SPORTELLO_MODE'))(
  'OP-21 production without %s is refused, and only that is said to be missing',
  (missing) => {
    const named = (): string[] => {
      try {
        readConfig({ ...PRODUCTION, [missing]: '' });
        return [];
      } catch (error) {
        return String(error).match(/(?<= {2})[A-Z_]+(?=: )/g) ?? [];
      }
    };
    expect(named()).toEqual([missing]);
  },
);

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['SPORTELLO_MODE', 'test'],
  ['SPORTELLO_ORIGINS', 'comune.example'],
  ['SPORTELLO_ORIGINS', 'https://comune.example, ftp://comune.example'],
  ['SPORTELLO_PRIVACY_URL', 'javascript:alert(1)'],
  ['SPORTELLO_PUBLIC_URL', 'sportello'],
  ['SPORTELLO_MEDIA_PORT', '40000'],
  ['SPORTELLO_MEDIA_WORKERS', '0'],
  ['SPORTELLO_LOG_LEVEL', 'loud'],
  ['SPORTELLO_TRUSTED_PROXIES', 'all'],
])('OP-22 a wrong setting is named: %s=%s', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`  ${name}: `);
});

test('OP-21 a public address without https is refused in production', () => {
  expect(() => readConfig({ ...PRODUCTION, SPORTELLO_PUBLIC_URL: 'http://comune.example' })).toThrow('https://');
});
