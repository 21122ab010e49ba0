/** A code seen as a licence: what it is, and whether it is valid now. */
import type { Client } from '../../client.js';
import type { Capabilities } from '../../provider.js';
import type { CodeRecord, LicenseRecord, Verdict } from '../../records.js';
import { findCode } from '../find-code.js';
import { licenseOf } from '../read-codes.js';

export function licenseCapabilities(
  client: Client,
  now: () => number,
): Required<Pick<Capabilities, 'show' | 'check'>> {
  return {
    async show(input) {
      const { value, raw } = await findCode(client, input);
      return { value: licenseOf(value, now()), raw };
    },
    async check(input) {
      const { value, raw } = await findCode(client, input);
      return { value: verdictOn(value, licenseOf(value, now())), raw };
    },
  };
}

/**
 * There is no call that asks Zentitle itself: the verdict follows from the code's own record, for a computer that
 * would activate it now. A computer that is active keeps its activation when the others are used up.
 */
function verdictOn(code: CodeRecord, license: LicenseRecord): Verdict {
  const { activationsUsed: used, activationsAllowed: allowed } = code;
  const verdict = (reason: string | null, message: string): Verdict => ({
    provider: 'zentitle',
    key: code.code,
    valid: reason === null,
    reason,
    message,
    license,
  });
  if (license.status === 'disabled') return verdict('disabled', 'The code is disabled.');
  if (license.status === 'expired') return verdict('expired', `The code expired on ${license.expiresAt}.`);
  if (used === null || allowed === null || allowed === 0) return verdict(null, 'The code is valid.');
  if (used >= allowed)
    return verdict('activations_used_up', `All activations are in use: ${used} of ${allowed}.`);
  return verdict(null, `The code is valid; ${used} of ${allowed} activations are in use.`);
}
