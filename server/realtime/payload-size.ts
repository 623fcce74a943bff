/** What a value's structure costs at least, so that a million empty arrays are not free. */
const OVERHEAD = 2;

/** Whether a payload stays within so many bytes, without serialising it again: counts until it knows. */
export function fitsIn(value: unknown, bytes: number): boolean {
  let left = bytes;
  const pending: unknown[] = [value];
  while (pending.length > 0 && left >= 0) {
    const next = pending.pop();
    left -= OVERHEAD;
    if (typeof next === 'string') left -= Buffer.byteLength(next);
    else if (ArrayBuffer.isView(next)) left -= next.byteLength;
    else if (typeof next === 'object' && next !== null) {
      for (const key of Object.keys(next)) left -= Buffer.byteLength(key);
      // A spread of a long array would overflow the stack.
      for (const child of Object.values(next)) pending.push(child);
    } else left -= OVERHEAD;
  }
  return left >= 0;
}
