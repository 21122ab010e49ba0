/** What `inheritprofile` does: the terms of a profile go to one code or to all of the profile's codes. */
import type { Store } from '../store.js';
import { LAST_DATE } from './dates.js';
import type { Profile } from './profile-record.js';
import { TERM_COLUMNS } from './schema.js';
import { termValues } from './terms.js';

/**
 * The end of a subscription that is running on a code: its own start plus the new period. Which of the two
 * wins is not documented; a profile has no start of its own. Trailing zeros of the fraction are not printed.
 * SQLite gives null for a date after the year 9999.
 */
const RUNNING_END = `coalesce(rtrim(rtrim(
  strftime('%Y-%m-%dT%H:%M:%f', subscribed, '+' || subscriptionPeriod || ' days'), '0'), '.'), '${LAST_DATE}')`;

/** As in PUT LicenseCode: a subscription begins with the change of type on a code that is active, and ends with it. */
const SUBSCRIBED = `case when ? <> 'SubscriptionPeriod' then null
  when licenseType <> 'SubscriptionPeriod' and activeCount > 0 then ? else subscribed end`;

/** A fixed number of statements, however many codes the profile has. */
export function passTermsToCodes(store: Store, profile: Profile): void {
  store.run(
    `update zentitle_codes set modified = ?, printed = null, subscribed = ${SUBSCRIBED},
       ${TERM_COLUMNS.map((column) => `${column} = ?`).join(', ')} where profileId = ?`,
    profile.modified,
    profile.licenseType,
    profile.modified,
    ...termValues(profile),
    profile.profileId,
  );
  if (profile.licenseType !== 'SubscriptionPeriod' || profile.subscriptionEnd !== null) return;
  store.run(
    `update zentitle_codes set subscriptionEnd = ${RUNNING_END}
      where profileId = ? and subscribed is not null`,
    profile.profileId,
  );
}
