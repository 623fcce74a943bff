import { BadFile, byteAt, latin1, startsWith, take, u32le } from './bytes.ts';
import { orientationBlock, orientationOf } from './exif.ts';

/* RFC 9649: a RIFF container of chunks with their lengths, each filled up to an even one. */

const DRAWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;

/** The picture without what was written beside it. Whatever follows its end is left out. @throws BadFile */
export function cleanWebp(bytes: Uint8Array): Uint8Array[] {
  if (latin1(bytes, 0, 4) !== 'RIFF' || latin1(bytes, 8, 4) !== 'WEBP') throw new BadFile('is no WebP');
  const content = take(bytes, 8, u32le(bytes, 4));
  const kept: { name: string; chunk: Uint8Array }[] = [];
  let orientation = 1;
  for (let at = 4; at < content.length;) {
    const name = latin1(content, at, 4);
    const length = u32le(content, at + 4);
    const data = take(content, at + 8, length);
    // The last byte of filling is sometimes forgotten.
    const filled = Math.min(length + (length % 2), content.length - at - 8);
    if (name === 'EXIF') orientation = orientationOf(startsWith(data, 'Exif\0\0') ? data.subarray(6) : data);
    if (DRAWN.has(name)) kept.push({ name, chunk: content.subarray(at, at + 8 + filled) });
    at += 8 + filled;
  }
  if (!kept.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')) {
    throw new BadFile('has no picture in it');
  }
  const extended = kept.findIndex(({ name }) => name === 'VP8X');
  const exif = extended === -1 ? null : orientationBlock(orientation);
  const chunks = kept.map(({ chunk }, index) => even(index === extended ? withFlags(chunk, exif !== null) : chunk));
  return withHeader(exif ? [...chunks, exifChunk(exif)] : chunks);
}

function withFlags(chunk: Uint8Array, exif: boolean): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[8] = (byteAt(chunk, 8) & ~(EXIF_FLAG | XMP_FLAG)) | (exif ? EXIF_FLAG : 0);
  return copy;
}

function even(chunk: Uint8Array): Uint8Array {
  return chunk.length % 2 === 0 ? chunk : Buffer.concat([chunk, Uint8Array.of(0)]);
}

function exifChunk(block: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(8 + block.length);
  chunk.write('EXIF', 0, 'latin1');
  chunk.writeUInt32LE(block.length, 4);
  chunk.set(block, 8);
  return chunk;
}

function withHeader(chunks: Uint8Array[]): Uint8Array[] {
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(4 + chunks.reduce((sum, { length }) => sum + length, 0), 4);
  return [header, ...chunks];
}
