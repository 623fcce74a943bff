import { describe, expect, it } from 'vitest';
import { formatColumns, parseColumns, usualColumns, widthForKey, withWidth } from '../../../console/core/columns.ts';

describe('column widths', () => {
  it('stay within their limits', () => {
    expect(withWidth(usualColumns, 'left', 10).left).toBe(224);
    expect(withWidth(usualColumns, 'right', 5000).right).toBe(560);
    expect(withWidth(usualColumns, 'left', 300.4)).toEqual({ ...usualColumns, left: 300 });
  });

  it('AC-52 follow the line: the right column grows when its line goes left', () => {
    expect(widthForKey(usualColumns, 'left', 'ArrowRight', false)).toBe(usualColumns.left + 16);
    expect(widthForKey(usualColumns, 'right', 'ArrowLeft', true)).toBe(usualColumns.right + 64);
    expect(widthForKey(usualColumns, 'left', 'Home', false)).toBe(224);
    expect(widthForKey(usualColumns, 'left', 'End', false)).toBe(480);
    expect(widthForKey({ left: 400, right: 400 }, 'left', 'Enter', false)).toBe(usualColumns.left);
    expect(widthForKey(usualColumns, 'left', 'a', false)).toBeUndefined();
  });

  it('are remembered as text, and nonsense becomes the usual widths', () => {
    expect(parseColumns(formatColumns({ left: 300, right: 400 }))).toEqual({ left: 300, right: 400 });
    for (const nonsense of [null, '', 'NaN NaN', '300', '{"left":1}'])
      expect(parseColumns(nonsense)).toEqual(usualColumns);
    expect(parseColumns('1 9999')).toEqual({ left: 224, right: 560 });
  });
});
