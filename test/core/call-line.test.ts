import { describe, expect, it } from 'vitest';
import { judgeLight, meanLuminance } from '../../widget/core/call-light.ts';
import { gradeLine, type LineGrade, type LineSample } from '../../widget/core/call-line.ts';

const GOOD: LineSample = { fpsReceived: 30, fpsSent: 30, roundTripMs: 20, loss: 0 };
const NOTHING: LineSample = { fpsReceived: null, fpsSent: null, roundTripMs: null, loss: null };

describe('CA-7 the grade of a line', () => {
  const rows: [what: string, samples: LineSample[], grade: LineGrade][] = [
    ['nothing measured yet', [], 'unknown'],
    ['nothing to measure', [NOTHING, NOTHING], 'unknown'],
    ['all well', [GOOD, GOOD], 'good'],
    ['a camera that gives 20 frames', [{ ...GOOD, fpsReceived: 19.6 }], 'good'],
    ['a camera switched off', [{ ...GOOD, fpsReceived: null }], 'good'],
    ['too few frames to sign fluently', [{ ...GOOD, fpsReceived: 16 }], 'weak'],
    ['too few frames to read signs', [{ ...GOOD, fpsReceived: 8 }], 'poor'],
    ['one bad moment between good ones', [GOOD, { ...GOOD, fpsReceived: 10 }], 'good'],
    ['some loss', [{ ...GOOD, loss: 0.03 }], 'weak'],
    ['much loss', [{ ...GOOD, loss: 0.1 }], 'poor'],
    ['a long way', [{ ...GOOD, roundTripMs: 200 }], 'weak'],
    ['a very long way', [{ ...GOOD, roundTripMs: 500 }], 'poor'],
    ['the worst word counts', [{ ...GOOD, loss: 0.03, fpsReceived: 8 }], 'poor'],
  ];
  it.each(rows)('%s', (_what, samples, grade) => {
    expect(gradeLine(samples)).toBe(grade);
  });
});

describe('CA-9 the light of a picture', () => {
  const pixels = (...rgb: number[][]): Uint8ClampedArray =>
    new Uint8ClampedArray(rgb.flatMap(([red = 0, green = 0, blue = 0]) => [red, green, blue, 255]));

  it('is its mean luminance', () => {
    expect(meanLuminance(pixels([255, 255, 255]))).toBeCloseTo(255);
    expect(meanLuminance(pixels([0, 0, 0], [255, 255, 255]))).toBeCloseTo(127.5);
    expect(meanLuminance(pixels([0, 255, 0]))).toBeCloseTo(149.7, 1);
    expect(meanLuminance(pixels())).toBeNull();
  });

  it.each([
    [10, 'dark'],
    [54, 'dark'],
    [56, 'good'],
    [130, 'good'],
    [230, 'bright'],
  ] as const)('luminance %d is %s', (luminance, light) => {
    expect(judgeLight(luminance)).toBe(light);
  });
});
