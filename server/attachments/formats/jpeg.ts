import { BadFile, byteAt, checkSize, startsWith, take, u16be } from './bytes.ts';
import { orientationBlock, orientationOf } from './exif.ts';

/* ITU-T T.81, annex B: two bytes of start, segments with their lengths, coded data between them, two bytes of end. */

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
const EXIF = 'Exif\0\0';

const SCAN = 0xda;
const EXTENSION = 0xc8;

/** The picture without what was written beside it. Whatever follows its end is left out. @throws BadFile */
export function cleanJpeg(bytes: Uint8Array): Uint8Array[] {
  if (u16be(bytes, 0) !== 0xffd8) throw new BadFile('is no JPEG');
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let scans = 0;
  let sized = false;
  let at = 2;
  for (;;) {
    const { marker, start } = markerAt(bytes, at);
    if (marker === 0xd9) break;
    const length = u16be(bytes, start);
    const segment = take(bytes, start, length);
    const body = segment.subarray(2);
    if (isFrame(marker)) {
      // A height of 0 is told later, in a segment of its own; nobody writes such files.
      checkSize(u16be(body, 3), u16be(body, 1));
      sized = true;
    }
    if (marker === 0xe1 && startsWith(body, EXIF)) orientation = orientationOf(body.subarray(EXIF.length));
    if (isPicture(marker, body)) kept.push(Uint8Array.of(0xff, marker), segment);
    at = start + length;
    if (marker === SCAN) {
      const end = endOfCodedData(bytes, at);
      kept.push(bytes.subarray(at, end));
      scans += 1;
      at = end;
    }
  }
  if (!sized || scans === 0) throw new BadFile('has no picture in it');
  return [START, ...exifSegment(orientation), ...kept, END];
}

/** Any number of 0xff may stand before a marker. */
function markerAt(bytes: Uint8Array, at: number): { marker: number; start: number } {
  if (byteAt(bytes, at) !== 0xff) throw new BadFile('has something between its segments');
  let next = at + 1;
  while (byteAt(bytes, next) === 0xff) next += 1;
  const marker = byteAt(bytes, next);
  if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) throw new BadFile('has a wrong marker');
  return { marker, start: next + 1 };
}

/** In coded data 0xff is followed by 0, or by one of the eight markers of restarting. */
function endOfCodedData(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = byteAt(bytes, at + 1);
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new BadFile('ends too early');
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== EXTENSION && marker !== 0xcc;
}

/** Tables, frames and scans; of what applications wrote only what colours need. */
function isPicture(marker: number, body: Uint8Array): boolean {
  if (marker === 0xe0) return startsWith(body, 'JFIF\0');
  if (marker === 0xe2) return startsWith(body, 'ICC_PROFILE\0');
  if (marker === 0xee) return startsWith(body, 'Adobe');
  return marker >= 0xc0 && marker <= 0xdf && marker !== EXTENSION;
}

function exifSegment(orientation: number): Uint8Array[] {
  const block = orientationBlock(orientation);
  if (!block) return [];
  const length = 2 + EXIF.length + block.length;
  return [Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), Buffer.from(EXIF, 'latin1'), block];
}
