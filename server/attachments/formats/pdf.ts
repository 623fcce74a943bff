import { BadFile, latin1 } from './bytes.ts';

/** Readers look for the end within so many bytes (ISO 32000-1, annex H.3, note 18). */
const END_WITHIN = 1024;

/**
 * A PDF is taken as it is: what its author wrote into it belongs to it, and only programs that draw it can tell more.
 * @throws BadFile for what begins or ends like something else
 */
export function checkPdf(bytes: Uint8Array): Uint8Array[] {
  if (!/^%PDF-[12]\.\d/.test(latin1(bytes, 0, Math.min(8, bytes.length)))) throw new BadFile('is no PDF');
  const tail = latin1(bytes, Math.max(0, bytes.length - END_WITHIN), Math.min(END_WITHIN, bytes.length));
  if (!/startxref\s+\d+\s+%%EOF/.test(tail)) throw new BadFile('ends too early');
  return [bytes];
}
