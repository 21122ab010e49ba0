/** "Is it valid now", from a check that succeeded. Refused checks are judged in `capabilities.ts`. */
import type { LicenseRecord, LicenseStatus, Verdict } from '../records.js';

/** Reasons are the error codes that the License API v4 gives for the same state elsewhere. */
const REFUSED: Readonly<
  Partial<Record<LicenseStatus, { readonly reason: string; readonly message: string }>>
> = {
  disabled: { reason: 'license_not_enabled', message: 'The licence is disabled.' },
  expired: { reason: 'license_expired', message: 'The licence has expired.' },
  'not-started': { reason: 'license_start_date_error', message: 'The licence has not started yet.' },
  inactive: { reason: 'license_not_active', message: 'The licence is not active on this device.' },
};

export function verdictOf(license: LicenseRecord): Verdict {
  const refusal = REFUSED[license.status];
  return {
    provider: 'licensespring',
    key: license.key,
    valid: refusal === undefined,
    reason: refusal?.reason ?? null,
    message: refusal?.message ?? acceptance(license.status),
    license,
  };
}

/** A check that is answered at all is a licence in order; a field that would say so may be missing. */
function acceptance(status: LicenseStatus): string {
  return status === 'grace' ? 'The licence has expired and is in its grace period.' : 'The licence is valid.';
}
