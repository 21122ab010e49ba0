/** Proves the administrator's credentials. */
import { NotFoundError } from '../../errors.js';
import type { Client } from '../client.js';
import { showLicense } from './operations.js';

/**
 * Logs on and reads the licence: a farm without one still proves the logon.
 *
 * @throws AuthenticationError when the logon is refused.
 */
export async function probeParallels(client: Client): Promise<Readonly<Record<string, unknown>>> {
  const licensed = await hasLicense(client);
  return { ...client.facts?.(), licensed };
}

async function hasLicense(client: Client): Promise<boolean> {
  try {
    await client.call(showLicense, {});
    return true;
  } catch (error) {
    if (error instanceof NotFoundError && error.code === 'no_license') return false;
    throw error;
  }
}
