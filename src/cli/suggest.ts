/** "Did you mean": the verb that a habit or a slip of the fingers stands for. */
import { nearest } from '../support/nearest.js';

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
