/** Widths of the two outer columns in CSS pixels; the middle one takes what is left. */
export interface Columns {
  left: number;
  right: number;
}

export type Column = keyof Columns;

export const COLUMN_LIMITS: Record<Column, { min: number; max: number; usual: number }> = {
  left: { min: 224, max: 480, usual: 288 },
  right: { min: 256, max: 560, usual: 336 },
};

export const usualColumns: Columns = { left: COLUMN_LIMITS.left.usual, right: COLUMN_LIMITS.right.usual };

/** A page narrower than this begins with narrow columns: two pictures of a call fit side by side between them. */
const ROOMY = 1280;

export const firstColumns = (pageWidth: number): Columns =>
  pageWidth < ROOMY ? { left: 240, right: 264 } : usualColumns;

export function withWidth(columns: Columns, column: Column, width: number): Columns {
  const { min, max } = COLUMN_LIMITS[column];
  return { ...columns, [column]: Math.round(Math.min(max, Math.max(min, width))) };
}

/**
 * The width a key asks for, or undefined when the key means nothing to a separator. The arrow moves the line itself,
 * so the right column grows when its line goes left.
 */
export function widthForKey(columns: Columns, column: Column, key: string, wide: boolean): number | undefined {
  const step = (wide ? 64 : 16) * (column === 'left' ? 1 : -1);
  const { min, max, usual } = COLUMN_LIMITS[column];
  switch (key) {
    case 'ArrowRight':
      return columns[column] + step;
    case 'ArrowLeft':
      return columns[column] - step;
    case 'Home':
      return min;
    case 'End':
      return max;
    case 'Enter':
      return usual;
    default:
      return undefined;
  }
}

/** What was remembered, or `otherwise` when it makes no sense. */
export function parseColumns(text: string | null, otherwise: Columns = usualColumns): Columns {
  const numbers = /^(\d{1,4}) (\d{1,4})$/.exec(text ?? '');
  if (numbers === null) return otherwise;
  return withWidth(withWidth(usualColumns, 'left', Number(numbers[1])), 'right', Number(numbers[2]));
}

export const formatColumns = (columns: Columns): string => `${columns.left} ${columns.right}`;
