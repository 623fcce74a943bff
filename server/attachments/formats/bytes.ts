/** Not what its first bytes say, or cut off, or damaged. */
export class BadFile extends Error {
  override name = 'BadFile';
}

/** So many bytes from there on. @throws BadFile where they are not there */
export function take(bytes: Uint8Array, at: number, length: number): Uint8Array {
  const end = at + length;
  if (!(at >= 0 && length >= 0 && end <= bytes.length)) throw new BadFile('ends too early');
  return bytes.subarray(at, end);
}

export function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new BadFile('ends too early');
  return byte;
}

export function u16be(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) * 0x100 + byteAt(bytes, at + 1);
}

export function u16le(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at + 1) * 0x100 + byteAt(bytes, at);
}

export function u32be(bytes: Uint8Array, at: number): number {
  return u16be(bytes, at) * 0x1_00_00 + u16be(bytes, at + 2);
}

export function u32le(bytes: Uint8Array, at: number): number {
  return u16le(bytes, at + 2) * 0x1_00_00 + u16le(bytes, at);
}

/** Four letters, a signature, a name: each byte one character. */
export function latin1(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...take(bytes, at, length));
}

export function startsWith(bytes: Uint8Array, text: string): boolean {
  return bytes.length >= text.length && latin1(bytes, 0, text.length) === text;
}

/** More than this no camera makes; a picture of a few bytes that claims more would fill the reader's memory. */
const MOST_PIXELS = 300_000_000;

/** @throws BadFile for a picture without a size, or with too much of it */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1 || width * height > MOST_PIXELS) throw new BadFile('has an impossible size');
}
