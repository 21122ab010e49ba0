/** Proves the credentials without touching anything. */
import { LicensectlError } from '../../errors.js';
import type { Client } from '../client.js';
import type { CapabilityDeps } from '../provider.js';
import { checkLicense } from './operations.js';

/** No product can have it: a short code that belongs to nobody. */
const NO_PRODUCT = 'licensectl-probe-no-such-product';

/** What a server says only after it has accepted the signature or token; and what that tells. */
const ACCEPTED: ReadonlyMap<string, string> = new Map([
  ['unknown_product', 'accepted'],
  ['license_not_found', 'accepted'],
  ['device_not_found', 'accepted'],
  ['license_not_active', 'accepted'],
  ['read_only_api_key', 'accepted, read only'],
  ['api_key_product_not_allowed', 'accepted, limited to some products'],
]);

/**
 * Checks a licence of a product that cannot exist. There is nothing it could take a slot of, and the error code
 * tells whether the credentials were accepted before the product was looked for. (The list of products would
 * be a plain read, but its path is not documented.)
 *
 * @throws AuthenticationError when the credentials are refused, and whatever else keeps the server from answering.
 */
export async function probeLicenseSpring(
  client: Client,
  deps: CapabilityDeps,
): Promise<Readonly<Record<string, unknown>>> {
  const authorization = deps.settings.oauthClientId === undefined ? 'api-key' : 'oauth';
  return { authorization, credentials: await verdictOnCredentials(client) };
}

async function verdictOnCredentials(client: Client): Promise<string> {
  try {
    await client.call(checkLicense, {
      product: NO_PRODUCT,
      hardware_id: 'licensectl-probe',
      license_key: 'LICENSECTL-PROBE',
    });
    return 'accepted';
  } catch (error) {
    const meaning = error instanceof LicensectlError ? ACCEPTED.get(error.code) : undefined;
    if (meaning === undefined) throw error;
    return meaning;
  }
}
