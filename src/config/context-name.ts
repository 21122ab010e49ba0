/** What a context may be called: a word that needs no quoting in a shell and fits into a file's text. */
import { UsageError } from '../errors.js';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** @throws UsageError `bad_context_name` */
export function checkContextName(name: string): void {
  if (NAME.test(name)) return;
  throw new UsageError(`'${name}' cannot be the name of a context.`, {
    code: 'bad_context_name',
    hint: 'Use letters, digits, dots, dashes and underscores; at most 64, a letter or digit first.',
  });
}
