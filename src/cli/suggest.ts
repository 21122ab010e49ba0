/** "Did you mean": the known word nearest to a mistyped one. */

/** What people type out of habit, and the verbs that may stand for it here, the likeliest first. */
const HABITS: Readonly<Record<string, readonly string[]>> = {
  get: ['show', 'list'],
  describe: ['show'],
  view: ['show'],
  ls: ['list'],
  search: ['find', 'list'],
  new: ['create', 'add', 'allocate'],
  create: ['create', 'add', 'allocate'],
  add: ['add', 'create', 'allocate'],
  edit: ['update'],
  set: ['update'],
  change: ['update'],
  modify: ['update'],
  rename: ['rename', 'update'],
  rm: ['delete', 'remove'],
  del: ['delete', 'remove'],
  remove: ['remove', 'delete'],
  delete: ['delete', 'remove'],
};

/** The verb among `verbs` that is meant by `word`: the usual one for a habit, else the nearest in spelling. */
export function nearestVerb(word: string, verbs: readonly string[]): string | null {
  const habits = Object.hasOwn(HABITS, word) ? (HABITS[word] ?? []) : null;
  // A word of another tool is no mistyped one: `get` is not nearly `next`.
  return habits === null ? nearest(word, verbs) : (habits.find((verb) => verbs.includes(verb)) ?? null);
}

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

/** The nearest of `known`, or null when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | null {
  // Longer input is no typing mistake, and the table grows with the square.
  if (word.length > 64) return null;
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}
