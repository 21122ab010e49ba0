/** Proves that the service answers and takes the credentials. */
import { NotFoundError } from '../../errors.js';
import type { Client } from '../client.js';
import type { CapabilityDeps } from '../provider.js';
import { licenseInfo } from './operations.js';

/**
 * Asks for the details of a licence key that nobody has. Credentials are checked before the key is looked up, so
 * "no such key" proves them (or proves that the service wants none), and `info` takes no seat.
 *
 * @throws AuthenticationError, PermissionError when the credentials are refused; NotFoundError `no_such_path`
 *   when the base URL leads elsewhere.
 */
export async function probeBabel(
  client: Client,
  deps: CapabilityDeps,
): Promise<Readonly<Record<string, unknown>>> {
  return {
    answer: await answerFor(client),
    apiKeyHeader: deps.settings.apiKeyHeader ?? 'x-api-key',
  };
}

async function answerFor(client: Client): Promise<string> {
  try {
    await client.call(licenseInfo, { userKey: 'LICENSECTL-PROBE-NO-SUCH-KEY' });
    return 'ok';
  } catch (error) {
    if (error instanceof NotFoundError && error.code !== 'no_such_path') return error.code;
    throw error;
  }
}
