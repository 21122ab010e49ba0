/** Looking up a stored context by name. */
import { NotFoundError } from '../errors.js';
import type { ContextsFile, StoredContext } from './context.js';

/** The entry of that name; not what every object has by birth, such as `constructor`. */
export function ownEntry<T>(entries: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** @throws NotFoundError `context_not_found`, naming those that there are */
export function findContext(file: ContextsFile, name: string): StoredContext {
  const context = ownEntry(file.contexts, name);
  if (context !== undefined) return context;
  const names = Object.keys(file.contexts);
  throw new NotFoundError(`There is no context '${name}'.`, {
    code: 'context_not_found',
    hint: names.length === 0 ? 'Make one with `licensectl login`.' : `There are: ${names.join(', ')}.`,
  });
}
