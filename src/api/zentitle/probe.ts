/** Proves the credentials without touching anything. */
import { PermissionError } from '../../errors.js';
import type { Client } from '../client.js';
import type { CapabilityDeps } from '../provider.js';
import { codeCapability } from './capabilities/codes.js';

/** Key kinds that may make no call which changes nothing: there is nothing harmless to prove them with. */
const WITHOUT_READS: ReadonlySet<string> = new Set(['offline', 'datastreamer']);

/**
 * Counts the licence codes. Whether a key may also write cannot be told without writing, so the key kind is known
 * only when the context says it, or when the count is refused for want of rights.
 *
 * @returns `customerId`, `keyKind` (null when unknown), `verified`, and `codes`, the count; or a `note` why not.
 * @throws AuthenticationError when the credentials are refused, and whatever else keeps the server from answering.
 */
export async function probeZentitle(
  client: Client,
  deps: CapabilityDeps,
): Promise<Readonly<Record<string, unknown>>> {
  const { customerId = null, keyKind = null } = deps.settings;
  if (keyKind !== null && WITHOUT_READS.has(keyKind)) {
    return {
      customerId,
      keyKind,
      verified: false,
      note: `A key of the kind ${keyKind} may not read: nothing was sent.`,
    };
  }
  try {
    const { value } = await codeCapability(client).count({});
    return { customerId, keyKind, verified: true, codes: value };
  } catch (error) {
    if (!(error instanceof PermissionError)) throw error;
    return {
      customerId,
      keyKind,
      verified: false,
      note: 'The server knows the key and does not let it read: it is of the kind offline or datastreamer.',
    };
  }
}
