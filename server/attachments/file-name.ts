import type { AttachmentType } from '../../protocol/attachment.ts';

const ENDINGS: Record<AttachmentType, readonly string[]> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/png': ['.png', '.apng'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'application/pdf': ['.pdf'],
};

const LONGEST = 100;
/** Device names of Windows, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * As the sender called it, without folders, without what file systems do not take or what turns the writing around, and
 * with an ending that says what it is.
 */
export function fileName(asked: string, type: AttachmentType): string {
  const base = asked.split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .trim();
  const endings = ENDINGS[type];
  const ending = endings.find((known) => plain.toLowerCase().endsWith(known)) ?? '';
  const stem = plain
    .slice(0, plain.length - ending.length)
    .slice(0, LONGEST)
    .toWellFormed()
    .replaceAll(/^[.\s\uFFFD]+|[.\s\uFFFD]+$/g, '');
  const name = stem === '' || RESERVED.test(stem) ? `file${stem === '' ? '' : `-${stem}`}` : stem;
  return name + (ending || endings[0]);
}
