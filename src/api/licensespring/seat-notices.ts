/** What to say when a look at a licence or feature has taken a floating seat. */
import type { LicenseFeatureRecord } from '../device-records.js';
import type { Input } from '../operation.js';
import type { LicenseRecord } from '../records.js';
import { withNames } from './next-step.js';

/** The seat is one of the licence that was seen: of a bundle, under that licence's own product and key. */
export function licenseSeatTaken(license: LicenseRecord, input: Input): string {
  const { product, license_key, ...asked } = input;
  const own = { product: license.product ?? product, license_key: license.key ?? license_key };
  return (
    `Looking at a floating licence takes a seat: ${held(license.floatingTimeoutMinutes, license.borrowedUntil)} ` +
    withNames('To give it back: licensectl seat release KEY --product PRODUCT --hardware-id ID', {
      ...asked,
      ...own,
    })
  );
}

export function featureSeatTaken(feature: LicenseFeatureRecord, input: Input): string {
  return (
    `Looking at a floating feature takes a seat of it: ${held(feature.floatingTimeoutMinutes, null)} ` +
    withNames(
      'To give it back: licensectl feature release FEATURE --key KEY --product PRODUCT --hardware-id ID',
      input,
    )
  );
}

/** Said once to whoever begins to hold a seat, as the hold ends with giving it back. */
export function seatBorrowed(until: string): string {
  return (
    `This device has borrowed its seat until ${until}: no beats are needed for that long. ` +
    'Giving the seat back at the end gives up what is left of the time.'
  );
}

function held(timeoutMinutes: unknown, borrowedUntil: unknown): string {
  if (typeof borrowedUntil === 'string') return `this device has borrowed one until ${borrowedUntil}.`;
  const until =
    typeof timeoutMinutes === 'number' ? `${timeoutMinutes} minutes have passed` : 'its timeout passes';
  return `this device now holds one until ${until}.`;
}
