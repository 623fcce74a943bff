import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentType } from '../../protocol/attachment.ts';
import { BadFile } from './formats/bytes.ts';
import { cleanGif } from './formats/gif.ts';
import { cleanJpeg } from './formats/jpeg.ts';
import { checkPdf } from './formats/pdf.ts';
import { cleanPng } from './formats/png.ts';
import { cleanWebp } from './formats/webp.ts';

/** By what is in it, whatever it is called. */
const TYPES: Readonly<Record<string, AttachmentType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'application/pdf': 'application/pdf',
};

const CLEAN: Record<AttachmentType, (bytes: Uint8Array) => Uint8Array[]> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
  'application/pdf': checkPdf,
};

/**
 * Walks through the whole file by the rules of its format, and keeps what is needed to look at it.
 * @throws BadFile for what is neither an image nor a PDF, is damaged, or is something else in disguise
 */
export async function cleanFile(bytes: Uint8Array): Promise<{ type: AttachmentType; parts: Uint8Array[] }> {
  const found = await fileTypeFromBuffer(bytes);
  const type = found && TYPES[found.mime];
  if (!type) throw new BadFile('is neither an image nor a PDF');
  return { type, parts: CLEAN[type](bytes) };
}
