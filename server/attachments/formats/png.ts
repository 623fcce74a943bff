import { crc32 } from 'node:zlib';
import { BadFile, checkSize, latin1, startsWith, take, u32be } from './bytes.ts';
import { orientationBlock, orientationOf } from './exif.ts';

/* PNG, third edition, 5: a signature, then chunks of length, name, data and checksum, from IHDR to IEND. */

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** What is needed to draw, animations included. Text, times, positions and whatever nobody knows are left out. */
const DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);

/** The picture without what was written beside it. Whatever follows its end is left out. @throws BadFile */
export function cleanPng(bytes: Uint8Array): Uint8Array[] {
  if (!startsWith(bytes, SIGNATURE)) throw new BadFile('is no PNG');
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  let drawn = false;
  let name = '';
  for (let at = SIGNATURE.length; name !== 'IEND';) {
    const length = u32be(bytes, at);
    const chunk = take(bytes, at, length + 12);
    const data = chunk.subarray(8, 8 + length);
    if (u32be(chunk, 8 + length) !== crc32(chunk.subarray(4, 8 + length))) throw new BadFile('has a wrong checksum');
    name = latin1(chunk, 4, 4);
    if ((name === 'IHDR') !== (kept.length === 1)) throw new BadFile('does not begin with its header');
    if (name === 'IHDR') checkHeader(data);
    if (name === 'IDAT') drawn = true;
    if (name === 'eXIf') kept.push(...orientationChunk(data));
    else if (DRAWN.has(name)) kept.push(chunk);
    at += chunk.length;
  }
  if (!drawn) throw new BadFile('has no picture in it');
  return kept;
}

function checkHeader(data: Uint8Array): void {
  if (data.length !== 13) throw new BadFile('has a wrong header');
  checkSize(u32be(data, 0), u32be(data, 4));
}

function orientationChunk(exif: Uint8Array): Uint8Array[] {
  const block = orientationBlock(orientationOf(exif));
  if (!block) return [];
  const chunk = Buffer.alloc(block.length + 12);
  chunk.writeUInt32BE(block.length, 0);
  chunk.write('eXIf', 4, 'latin1');
  chunk.set(block, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + block.length)), 8 + block.length);
  return [chunk];
}
