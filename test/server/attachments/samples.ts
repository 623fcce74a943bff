import { crc32 } from 'node:zlib';

/* Pictures of 16 × 8 points, red on the left and blue on the right, as a browser writes them; and what cameras add. */

const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh' +
  'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA' +
  'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y' +
  'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0o' +
  'OjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2Nj' +
  'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/' +
  'xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAABf/EABkRAAIDAQAAAAAAAAAAAAAAAABDBYHBBv/aAAwD' +
  'AQACEQMRAD8Aio4FOdbWjM8u8P/Z';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAYAAADwdn+XAAAAJ0lEQVR4AeyQoQ0AAAjDmv3/c/kABALDkqkmFY1g9wEblnsB3Dco' +
  'AAAA//9LtzGOAAAABklEQVQDALr0H/FxgNKIAAAAAElFTkSuQmCC';
const WEBP =
  'UklGRh4CAABXRUJQVlA4WAoAAAAgAAAADwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh' +
  'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB' +
  'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA' +
  'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y' +
  'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM' +
  'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggMAAAAHABAJ0BKhAACAACwEwloAJ0AUAAAP7w' +
  'yz/+j7/+tv/9aH+tv623/20PTf/+tBNAAA==';

export const samples = {
  jpeg: (): Buffer => Buffer.from(JPEG, 'base64'),
  png: (): Buffer => Buffer.from(PNG, 'base64'),
  webp: (): Buffer => Buffer.from(WEBP, 'base64'),
  gif: (): Buffer =>
    Buffer.concat([
      Buffer.from('GIF89a', 'latin1'),
      Buffer.of(1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 0),
      Buffer.of(0x21, 0xf9, 4, 0, 0, 0, 0, 0),
      Buffer.of(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0),
      Buffer.of(0x3b),
    ]),
  pdf: (): Buffer =>
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
        'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n' +
        'trailer<</Size 3/Root 1 0 R>>\nstartxref\n97\n%%EOF\n',
      'latin1',
    ),
};

/** Where it was taken, and which side is up: a little-endian block of two entries, as a telephone writes it. */
export function exif(orientation: number): Buffer {
  const block = Buffer.alloc(64);
  block.write('II*\0', 0, 'latin1');
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(2, 8);
  block.writeUInt16LE(0x0112, 10);
  block.writeUInt16LE(3, 12);
  block.writeUInt32LE(1, 14);
  block.writeUInt16LE(orientation, 18);
  block.writeUInt16LE(0x8825, 22);
  block.write('GPS 43.7167 N', 40, 'latin1');
  return block;
}

export function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff), body]);
}

/** A JPEG as a telephone makes it: position, description, preview, all in one. */
export function jpegOfPhone(orientation = 6): Buffer {
  const picture = samples.jpeg();
  return Buffer.concat([
    picture.subarray(0, 2),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS</x:xmpmeta>', 'latin1')),
    segment(0xed, Buffer.from('Photoshop 3.0\0 GPS', 'latin1')),
    segment(0xe2, Buffer.from('MPF\0 GPS', 'latin1')),
    segment(0xfe, Buffer.from('GPS in a comment', 'latin1')),
    picture.subarray(2),
    Buffer.from('GPS behind the end <script>', 'latin1'),
  ]);
}

export function pngChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + 12);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(name, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

export function pngWithText(orientation = 3): Buffer {
  const picture = samples.png();
  const header = 8 + 25;
  return Buffer.concat([
    picture.subarray(0, header),
    pngChunk('eXIf', exif(orientation)),
    pngChunk('tEXt', Buffer.from('Location\0GPS', 'latin1')),
    pngChunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0GPS', 'latin1')),
    pngChunk('zTXt', Buffer.from('GPS', 'latin1')),
    pngChunk('tIME', Buffer.alloc(7)),
    picture.subarray(header),
    Buffer.from('GPS behind the end', 'latin1'),
  ]);
}

export function webpChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(8 + data.length + (data.length % 2));
  chunk.write(name, 0, 'latin1');
  chunk.writeUInt32LE(data.length, 4);
  data.copy(chunk, 8);
  return chunk;
}

export function webpWithExif(orientation = 8): Buffer {
  const picture = samples.webp();
  const file = Buffer.concat([
    picture,
    webpChunk('EXIF', exif(orientation)),
    webpChunk('XMP ', Buffer.from('GPS', 'latin1')),
    webpChunk('GPSx', Buffer.from('GPS', 'latin1')),
  ]);
  file.writeUInt32LE(file.length - 8, 4);
  // EXIF and XMP are announced in the flags.
  file[20] = (file[20] ?? 0) | 0x0c;
  return Buffer.concat([file, Buffer.from('GPS behind the end', 'latin1')]);
}

export function gifWithComment(): Buffer {
  const picture = samples.gif();
  const comment = Buffer.concat([Buffer.of(0x21, 0xfe, 3), Buffer.from('GPS', 'latin1'), Buffer.of(0)]);
  const application = (name: string) =>
    Buffer.concat([Buffer.of(0x21, 0xff, 11), Buffer.from(name, 'latin1'), Buffer.of(3, 1, 0, 0, 0)]);
  const end = picture.length - 1;
  return Buffer.concat([
    picture.subarray(0, 19),
    application('NETSCAPE2.0'),
    application('XMP DataXMP'),
    comment,
    picture.subarray(19, end),
    picture.subarray(end),
    Buffer.from('GPS behind the end', 'latin1'),
  ]);
}
