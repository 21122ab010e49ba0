/** PUT LicenseCode. */
import type { Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import { changeOptions } from './change-options.js';
import { type LicenseCode, requireCode, updateCode } from './code-record.js';
import { readCompanyId } from './companies.js';
import { addDays, formatDate } from './dates.js';
import type { Inputs } from './input.js';
import { changeNotes } from './notes.js';
import { loadOptions, storeOptions } from './options.js';
import { type Product, requireProduct } from './products.js';
import { findProfileById, NO_PROFILE, namedProfile } from './profile-record.js';
import { readTermChanges, type Terms, termsOf } from './terms.js';

/** Fields that are given win over the terms of an inherited profile; what neither has stays as it is. */
export const putLicenseCode: Handler = (input, { store, now }) => {
  const code = requireCode(input, store);
  const product = requireProduct(store, code.productId);
  const modified = formatDate(now());
  const profileId = readProfileId(input, store, code);
  const profile = input.truth('inheritprofile') === true ? findProfileById(store, profileId) : undefined;
  const base: Terms = profile === undefined ? termsOf(code) : termsOf(profile);
  // Whether a change of type happens is told by the code, not by the profile.
  const changes = readTermChanges(input, code, 'update');
  updateCode(
    store,
    withSubscription(
      code,
      {
        ...code,
        ...base,
        ...changes,
        companyId: readCompanyId(input, store, product.productId) ?? code.companyId,
        profileId,
        reference: input.text('reference') ?? code.reference,
        modified,
        optionsId: readOptionsId(input, store, base, product),
      },
      changes.subscriptionEnd !== undefined,
    ),
  );
  changeNotes(input.list('notes'), code, store, modified);
  return answer('License Code Details Updated Successfully');
};

function readProfileId(input: Inputs, store: Store, code: LicenseCode): number {
  const name = input.text('profilename');
  if (name === undefined) return code.profileId;
  return namedProfile(store, code.productId, name)?.profileId ?? NO_PROFILE;
}

function readOptionsId(input: Inputs, store: Store, base: Terms, product: Product): number {
  return storeOptions(store, changeOptions(input, loadOptions(store, base.optionsId), product));
}

/**
 * The end of a subscription follows from its start and period. Not documented; assumed: it starts with the
 * first activation, or with the change of type when the code is activated already, and a new period counts
 * from the same start rather than being added to the old one.
 */
function withSubscription(before: LicenseCode, after: LicenseCode, endGiven: boolean): LicenseCode {
  if (after.licenseType !== 'SubscriptionPeriod') return { ...after, subscribed: null };
  const starts = before.licenseType !== 'SubscriptionPeriod' && before.activeCount > 0;
  const subscribed = starts ? after.modified : after.subscribed;
  const same =
    before.licenseType === after.licenseType && before.subscriptionPeriod === after.subscriptionPeriod;
  if (endGiven || subscribed === null) return { ...after, subscribed };
  const subscriptionEnd = same ? before.subscriptionEnd : addDays(subscribed, after.subscriptionPeriod);
  return { ...after, subscribed, subscriptionEnd };
}
