/** The known words nearest to a mistyped one. */

/** Edits between two words: insert, delete, replace, swap neighbours. */
function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const at = (cells: readonly number[], index: number): number =>
        cells[index] ?? Number.POSITIVE_INFINITY;
      let edits = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? Number.POSITIVE_INFINITY;
}

/** Those of `known` that are near enough to be meant, the nearest first. */
export function near(word: string, known: Iterable<string>): readonly string[] {
  // Longer input is no typing mistake, and the table grows with the square.
  if (word.length > 64) return [];
  const most = Math.max(1, Math.floor(word.length / 3));
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= most)
    .sort((one, other) => one.edits - other.edits)
    .map(({ candidate }) => candidate);
}

/** The nearest of `known`, or null when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | null {
  return near(word, known)[0] ?? null;
}
