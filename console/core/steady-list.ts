/**
 * A list that does not move under the pointer. While it is held (the pointer is over it, or the focus inside) the rows
 * stay where they are: who left is kept as a row marked gone, who comes last is added at the bottom, and who would push
 * the others down is only counted, and shown when the list is let go.
 */
export interface SteadyList<Item> {
  rows: SteadyRow<Item>[];
  /** How many came while the list was held and have no row yet. */
  fresh: number;
}

export interface SteadyRow<Item> {
  item: Item;
  gone: boolean;
}

export const emptySteadyList = { rows: [], fresh: 0 };

/** What to draw now, given what was drawn before and what is true. `idOf` must be stable and unique. */
export function steadyList<Item>(
  before: SteadyList<Item>,
  actual: readonly Item[],
  held: boolean,
  idOf: (item: Item) => string,
): SteadyList<Item> {
  if (!held || before.rows.length === 0) return { rows: actual.map((item) => ({ item, gone: false })), fresh: 0 };
  const current = new Map(actual.map((item) => [idOf(item), item]));
  const rows = before.rows.map(({ item }) => {
    const now = current.get(idOf(item));
    return { item: now ?? item, gone: now === undefined };
  });
  const shown = new Set(before.rows.map(({ item }) => idOf(item)));
  const last = actual.findLastIndex((item) => shown.has(idOf(item)));
  const below = actual.slice(last + 1).map((item) => ({ item, gone: false }));
  const fresh = actual.slice(0, last + 1).filter((item) => !shown.has(idOf(item))).length;
  return { rows: [...rows, ...below], fresh };
}
