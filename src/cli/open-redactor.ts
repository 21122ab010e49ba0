import type { Redactor } from '../api/redactor.js';
import { SECRET_VARIABLES } from './secret-flags.js';

/** A redactor that knows the secrets of the environment from the start. */
export async function openRedactor(env: Readonly<Record<string, string | undefined>>): Promise<Redactor> {
  const { createRedactor } = await import('../api/redactor.js');
  const redactor = createRedactor();
  for (const name of SECRET_VARIABLES) {
    const value = env[name];
    if (value !== undefined && value !== '') redactor.protect(value);
  }
  return redactor;
}
