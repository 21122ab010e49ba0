/** How wide the columns of a table become; arithmetic only. */

export interface ColumnSize {
  /** Widest of header and cells. */
  readonly natural: number;
  /** Narrowest that still makes sense: trimmed cells end in `…`. */
  readonly minimum: number;
  /** Never left out, never trimmed: what identifies the row. */
  readonly pinned: boolean;
  /** No row has anything in it: the first to go where room is short. */
  readonly empty?: boolean;
}

export interface Layout {
  /** Width by column; null for a column left out. */
  readonly widths: readonly (number | null)[];
}

/** Blanks between two columns. */
export const GAP = 2;

const total = (widths: readonly (number | null)[]): number => {
  const shown = widths.filter((width) => width !== null);
  return shown.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, shown.length - 1);
};

/** Takes from the widest column first, down to each one's minimum, until all fit. */
function shrink(widths: (number | null)[], sizes: readonly ColumnSize[], available: number): void {
  for (let excess = total(widths) - available; excess > 0; excess -= 1) {
    let widest = -1;
    for (const [index, size] of sizes.entries()) {
      const width = widths[index] ?? null;
      if (width === null || size.pinned || width <= size.minimum) continue;
      if (widest < 0 || width > (widths[widest] ?? 0)) widest = index;
    }
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

/**
 * Fits columns into `available` character cells.
 *
 * @param available null for no limit (a pipe).
 * @param mayDrop whether columns may be left out, from the right: empty ones first, others when trimming is not enough.
 */
export function layOut(sizes: readonly ColumnSize[], available: number | null, mayDrop: boolean): Layout {
  const natural = sizes.map((size): number | null => size.natural);
  if (available === null) return { widths: natural };
  const dropped = new Set<number>();
  const remaining = () => natural.map((width, index) => (dropped.has(index) ? null : width));
  while (mayDrop && total(remaining()) > available) {
    const next = sizes.findLastIndex(({ empty, pinned }, index) => empty && !pinned && !dropped.has(index));
    if (next < 0) break;
    dropped.add(next);
  }
  for (;;) {
    const widths = remaining();
    shrink(widths, sizes, available);
    if (!mayDrop || total(widths) <= available) return { widths };
    const next = sizes.findLastIndex((size, index) => !size.pinned && !dropped.has(index));
    if (next < 0) return { widths };
    dropped.add(next);
  }
}
