import { latin1, u16be, u16le, u32be, u32le, BadFile } from './bytes.ts';

/*
 * Of everything a camera writes (where, when, with what, whose) only this is needed to look at the picture: which side
 * is up. It is read out of the old block and written into a new one that holds nothing else.
 */

const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/** @param tiff the block, from its byte order on. @returns 1 to 8; 1 where it does not say, or is damaged */
export function orientationOf(tiff: Uint8Array): number {
  try {
    const order = latin1(tiff, 0, 2);
    if (order !== 'II' && order !== 'MM') return UPRIGHT;
    const [u16, u32] = order === 'II' ? [u16le, u32le] : [u16be, u32be];
    const directory = u32(tiff, 4);
    const entries = u16(tiff, directory);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + entry * 12;
      if (u16(tiff, at) === ORIENTATION) return asOrientation(u16(tiff, at + 8));
    }
    return UPRIGHT;
  } catch (error) {
    if (error instanceof BadFile) return UPRIGHT;
    throw error;
  }
}

function asOrientation(value: number): number {
  return value >= 1 && value <= 8 ? value : UPRIGHT;
}

/** @returns a block with the orientation and nothing else; null for upright pictures, which need none */
export function orientationBlock(orientation: number): Uint8Array | null {
  if (orientation === UPRIGHT) return null;
  // Big-endian; one directory of one entry: a short (3), once, its value; no further directory.
  return Buffer.from(
    [
      '4d4d002a 00000008', // big-endian, and where the directory begins
      '0001', // one entry
      `0112 0003 00000001 000${orientation} 0000`, // the orientation: a short, once, its value
      '00000000', // no further directory
    ]
      .join('')
      .replaceAll(' ', ''),
    'hex',
  );
}
