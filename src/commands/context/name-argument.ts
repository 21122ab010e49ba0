/** The context a command is about: the one named, else the one in use. */

import type { StoredContext } from '../../config/context.js';
import { findContext } from '../../config/find-context.js';
import { AuthenticationError } from '../../errors.js';
import type { ArgumentSpec, Parsed } from '../command.js';
import type { RunContext } from '../run-context.js';

export const NAME_ARGUMENT: ArgumentSpec = {
  name: 'NAME',
  description: 'the context; the one in use when left out',
  required: false,
};

export interface NamedContext {
  readonly name: string;
  readonly entry: StoredContext;
  readonly current: string | null;
}

/** @throws NotFoundError, or AuthenticationError when none is named and none is in use */
export async function namedContext(context: RunContext, parsed: Parsed): Promise<NamedContext> {
  const file = await (await context.contexts()).read();
  const given = parsed.args.NAME;
  const name = typeof given === 'string' ? given : (context.settings.contextName ?? file.current);
  if (name !== null) return { name, entry: findContext(file, name), current: file.current };
  throw new AuthenticationError('No context is in use.', {
    code: 'no_context',
    hint: 'Name one, or make one with `licensectl login`; `licensectl context list` shows those that there are.',
  });
}
