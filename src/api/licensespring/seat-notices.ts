/** What to say when a look at a licence or feature has taken a floating seat. */
import type { LicenseFeatureRecord } from '../device-records.js';
import type { Input } from '../operation.js';
import { isPresent } from '../operation.js';
import type { LicenseRecord } from '../records.js';

export function licenseSeatTaken(license: LicenseRecord, input: Input): string {
  const holder = isPresent(input.username) ? '--username USER' : 'KEY';
  return (
    `Looking at a floating licence takes a seat: ${held(license.floatingTimeoutMinutes, license.borrowedUntil)} ` +
    `To give it back: licensectl seat release ${holder} --product PRODUCT --hardware-id ID`
  );
}

export function featureSeatTaken(feature: LicenseFeatureRecord, input: Input): string {
  const holder = isPresent(input.username) ? '--username USER' : '--key KEY';
  return (
    `Looking at a floating feature takes a seat of it: ${held(feature.floatingTimeoutMinutes, null)} ` +
    `To give it back: licensectl feature release ${feature.code} ${holder} --product PRODUCT --hardware-id ID`
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
