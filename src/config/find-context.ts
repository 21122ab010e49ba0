/** Looking up a stored context by name. */
import { NotFoundError } from '../errors.js';
import type { ContextsFile, StoredContext } from './context.js';

/** @throws NotFoundError `context_not_found`, naming those that there are */
export function findContext(file: ContextsFile, name: string): StoredContext {
  const context = Object.hasOwn(file.contexts, name) ? file.contexts[name] : undefined;
  if (context !== undefined) return context;
  const names = Object.keys(file.contexts);
  throw new NotFoundError(`There is no context “${name}”.`, {
    code: 'context_not_found',
    hint: names.length === 0 ? 'Make one with `licensectl login`.' : `There are: ${names.join(', ')}.`,
  });
}
