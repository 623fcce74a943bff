import { BadFile, byteAt, checkSize, latin1, take, u16le } from './bytes.ts';

/* GIF89a: a header, then pictures and extensions, each a row of blocks that ends with an empty one, and a last byte. */

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** How often an animation runs; what else applications wrote is left out. */
const ANIMATION = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** The picture without what was written beside it. Whatever follows its end is left out. @throws BadFile */
export function cleanGif(bytes: Uint8Array): Uint8Array[] {
  if (!/^GIF8[79]a$/.test(latin1(bytes, 0, 6))) throw new BadFile('is no GIF');
  checkSize(u16le(bytes, 6), u16le(bytes, 8));
  let at = 13 + tableBytes(byteAt(bytes, 10));
  const kept = [take(bytes, 0, at)];
  let drawn = false;
  for (let block = byteAt(bytes, at); block !== TRAILER; block = byteAt(bytes, at)) {
    const end = endOf(bytes, at, block);
    if (block === IMAGE) drawn = true;
    if (block === IMAGE || isKept(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (!drawn) throw new BadFile('has no picture in it');
  return [...kept, Uint8Array.of(TRAILER)];
}

/** Of the colours that follow, by the flags that announce them. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

function endOf(bytes: Uint8Array, at: number, block: number): number {
  switch (block) {
    case IMAGE:
      // Ten bytes, its colours, the size of its codes, its blocks.
      return endOfBlocks(bytes, at + 10 + tableBytes(byteAt(bytes, at + 9)) + 1);
    case EXTENSION:
      return endOfBlocks(bytes, at + 2);
    default:
      throw new BadFile('has something between its blocks');
  }
}

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = byteAt(bytes, at); length > 0; length = byteAt(bytes, at)) at += 1 + length;
  return at + 1;
}

function isKept(bytes: Uint8Array, at: number): boolean {
  const label = byteAt(bytes, at + 1);
  if (label !== APPLICATION) return label === CONTROL;
  return byteAt(bytes, at + 2) === 11 && ANIMATION.has(latin1(bytes, at + 3, 11));
}
