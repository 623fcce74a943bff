import { describe, expect, test } from 'vitest';
import { cleanFile } from '../../../server/attachments/clean-file.ts';
import { fileName } from '../../../server/attachments/file-name.ts';
import { BadFile } from '../../../server/attachments/formats/bytes.ts';
import { cleanGif } from '../../../server/attachments/formats/gif.ts';
import { cleanJpeg } from '../../../server/attachments/formats/jpeg.ts';
import { checkPdf } from '../../../server/attachments/formats/pdf.ts';
import { cleanPng } from '../../../server/attachments/formats/png.ts';
import { cleanWebp } from '../../../server/attachments/formats/webp.ts';
import { exif, gifWithComment, jpegOfPhone, pngChunk, pngWithText, samples, segment, webpWithExif } from './samples.ts';

async function clean(bytes: Buffer) {
  const { type, parts } = await cleanFile(bytes);
  return { type, bytes: Buffer.concat(parts) };
}

describe('files', () => {
  test.each([
    ['image/jpeg', samples.jpeg()],
    ['image/png', samples.png()],
    ['image/webp', samples.webp()],
    ['image/gif', samples.gif()],
    ['application/pdf', samples.pdf()],
  ])('CB-20 that are %s are taken, and stay byte for byte what they were', async (type, bytes) => {
    expect(await clean(bytes)).toStrictEqual({ type, bytes });
  });

  test.each([
    ['a page', Buffer.from('<!doctype html><html><script>alert(1)</script></html>')],
    ['an SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0PE\0\0', 'latin1')],
    ['a ZIP archive', Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1')],
    ['a TIFF', Buffer.concat([Buffer.from('II*\0', 'latin1'), Buffer.alloc(200)])],
    ['text', Buffer.from('Buongiorno')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF behind a page', Buffer.concat([Buffer.from('<html>'), samples.pdf()])],
    ['a PDF that is cut off', samples.pdf().subarray(0, 80)],
    ['a JPEG that is cut off', samples.jpeg().subarray(0, -20)],
    ['a PNG that is cut off', samples.png().subarray(0, -20)],
    ['a WebP that is cut off', samples.webp().subarray(0, -20)],
    ['a GIF that is cut off', samples.gif().subarray(0, -3)],
    ['only the beginning of a JPEG', Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.from('<script>')])],
    ['only the signature of a PNG', Buffer.concat([samples.png().subarray(0, 8), Buffer.from('<script>alert(1)')])],
    ['a GIF of a script', Buffer.from('GIF89a/*\x01\x01*/=1;alert(1)', 'latin1')],
    ['a PNG with a wrong checksum', flipped(samples.png(), 45)],
    ['a JPEG without a picture', Buffer.concat([samples.jpeg().subarray(0, 20), Buffer.of(0xff, 0xd9)])],
    ['a PNG of a size no camera has', withWidth(0x7fffffff)],
    ['a PNG without a size', withWidth(0)],
  ])('CB-22 %s is refused', async (_what, bytes) => {
    await expect(cleanFile(bytes)).rejects.toThrow(BadFile);
  });
});

describe('what was written beside a picture', () => {
  test.each([
    ['a JPEG', jpegOfPhone(1), samples.jpeg()],
    ['a PNG', pngWithText(1), samples.png()],
    ['a WebP', webpWithExif(1), samples.webp()],
  ])('CB-21 is left out of %s, to the last byte', async (_what, bytes, expected) => {
    expect(bytes.includes('GPS')).toBe(true);
    expect((await clean(bytes)).bytes).toStrictEqual(expected);
  });

  test.each([
    ['a JPEG', jpegOfPhone(6), 6, 2 + 4 + 6],
    ['a PNG', pngWithText(3), 3, 8 + 25 + 8],
    ['a WebP', webpWithExif(8), 8, samples.webp().length + 8],
  ])('CB-21 but for which side of %s is up', async (_what, bytes, orientation, at) => {
    const { bytes: cleaned } = await clean(bytes);
    expect(cleaned.includes('GPS')).toBe(false);
    expect(cleaned.subarray(at, at + 10).toString('hex')).toBe('4d4d002a000000080001');
    expect(cleaned.readUInt16BE(at + 10)).toBe(0x0112);
    expect(cleaned.readUInt16BE(at + 18)).toBe(orientation);
    expect((await clean(cleaned)).bytes).toStrictEqual(cleaned);
  });

  test('CB-21 is left out of a GIF, and how it runs is kept', async () => {
    const { bytes } = await clean(gifWithComment());
    expect(bytes.includes('GPS')).toBe(false);
    expect(bytes.includes('XMP')).toBe(false);
    expect(bytes.includes('NETSCAPE2.0')).toBe(true);
    expect(bytes.at(-1)).toBe(0x3b);
  });

  test('CB-21 that is itself damaged does no harm', async () => {
    const damaged = [
      Buffer.alloc(0),
      exif(6).subarray(0, 12),
      Buffer.from('II*\0\xff\xff\xff\xff', 'latin1'),
      exif(99),
    ];
    for (const block of damaged) {
      const picture = samples.jpeg();
      const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]);
      const bytes = Buffer.concat([picture.subarray(0, 2), segment(0xe1, body), picture.subarray(2)]);
      expect((await clean(bytes)).bytes).toStrictEqual(picture);
    }
  });
});

describe('damage at random', () => {
  const subjects = [
    ['jpeg', jpegOfPhone(), cleanJpeg],
    ['png', pngWithText(), cleanPng],
    ['webp', webpWithExif(), cleanWebp],
    ['gif', gifWithComment(), cleanGif],
    ['pdf', samples.pdf(), checkPdf],
  ] as const;

  test.each(subjects)('CB-22 a %s is refused or comes out whole, and never larger', (_name, bytes, walk) => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const random = randomFrom(seed);
    const outcomes = { refused: 0, taken: 0 };
    for (let round = 0; round < 4000; round += 1) {
      const damaged = damage(bytes, random);
      try {
        const cleaned = Buffer.concat(walk(damaged));
        expect(cleaned.length, `seed ${seed}, round ${round}`).toBeLessThanOrEqual(damaged.length + 44);
        expect(Buffer.concat(walk(cleaned)), `seed ${seed}, round ${round}`).toStrictEqual(cleaned);
        outcomes.taken += 1;
      } catch (error) {
        if (!(error instanceof BadFile)) throw new Error(`seed ${seed}, round ${round}`, { cause: error });
        outcomes.refused += 1;
      }
    }
    expect(outcomes.refused).toBeGreaterThan(0);
    expect(outcomes.taken).toBeGreaterThan(0);
  });

  test('CB-22 no length of a beginning makes a walk fail in another way', () => {
    for (const [, bytes, walk] of subjects) {
      for (let length = 0; length < bytes.length; length += 1) {
        try {
          walk(bytes.subarray(0, length));
        } catch (error) {
          expect(error).toBeInstanceOf(BadFile);
        }
      }
    }
  });
});

describe('names', () => {
  test.each([
    ['bolletta marzo.pdf', 'application/pdf', 'bolletta marzo.pdf'],
    ['C:\\Users\\io\\Foto.JPEG', 'image/jpeg', 'Foto.jpeg'],
    ['../../etc/passwd', 'image/png', 'passwd.png'],
    ['fattura.pdf.exe', 'application/pdf', 'fattura.pdf.exe.pdf'],
    ['gpj.\u202Eexe', 'image/gif', 'gpj.exe.gif'],
    ['a\r\nSet-Cookie: x\0.png', 'image/png', 'aSet-Cookie x.png'],
    ['', 'image/webp', 'file.webp'],
    ['...', 'image/webp', 'file.webp'],
    ['CON', 'image/png', 'file-CON.png'],
    ['città «1» 👋.jpg', 'image/jpeg', 'città «1» 👋.jpg'],
    ['x'.repeat(300), 'image/png', `${'x'.repeat(100)}.png`],
    ['\ud800.png', 'image/png', 'file.png'],
  ] as const)('CB-20 %j becomes one that does no harm', (asked, type, name) => {
    expect(fileName(asked, type)).toBe(name);
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

function withWidth(width: number): Buffer {
  const png = samples.png();
  const header = Buffer.from(png.subarray(16, 29));
  header.writeUInt32BE(width, 0);
  return Buffer.concat([png.subarray(0, 8), pngChunk('IHDR', header), png.subarray(33)]);
}

/** Mulberry32: a seed that is printed brings the same damage again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some bytes changed, or a piece taken out or put in twice. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  const length = Math.floor(random() * 40);
  switch (Math.floor(random() * 4)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    default: {
      const damaged = Buffer.from(bytes);
      for (let times = 1 + Math.floor(random() * 4); times > 0; times -= 1) {
        damaged[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      }
      return damaged;
    }
  }
}
