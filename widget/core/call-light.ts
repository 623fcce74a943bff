/** How a picture is lit, as far as the picture itself tells. */
export type Light = 'dark' | 'good' | 'bright';

/** Mean luminance (0–255) of a face and hands in an ordinary room lies well between these. */
const TOO_DARK = 55;
const TOO_BRIGHT = 215;

/** Rec. 601 luma of RGBA pixels, 0–255; null for an empty picture. */
export function meanLuminance(rgba: Uint8ClampedArray): number | null {
  if (rgba.length < 4) return null;
  let sum = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    sum += 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  }
  return (sum * 4) / rgba.length;
}

export function judgeLight(luminance: number): Light {
  if (luminance < TOO_DARK) return 'dark';
  return luminance > TOO_BRIGHT ? 'bright' : 'good';
}
