/** The licence that an offline activation answers: what goes back to the machine by hand. */
import { isRecord } from '../json-body.js';
import { type Input, optionalText } from './input.js';
import { type OfflineSigner, offlineSignature } from './offline-request.js';
import { LicenseSpringRefusal } from './refusal.js';
import { sign } from './signatures.js';

/** The documents name these two, and trials of whatever type. */
const OFFLINE_TYPES: readonly unknown[] = ['perpetual', 'consumption'];

/**
 * The answer of an online activation with the members of an offline one. `license_signature_v2` covers all but the two
 * licence signatures.
 *
 * Not documented: the form of `date` (that of the Date header), and the identity in `offline_signature` (that of the
 * request).
 *
 * @param answer with `license_signature`
 * @param now milliseconds since the epoch
 * @throws LicenseSpringRefusal offline_floating_cloud_not_supported, validation_error
 */
export function offlineLicense(answer: object, input: Input, signer: OfflineSigner, now: number): object {
  requireOffline(answer);
  const { license_signature, ...license } = answer as Readonly<Record<string, unknown>>;
  const date = new Date(now).toUTCString();
  const signed = {
    ...license,
    ...usernameMember(license, input),
    date,
    offline_signature: offlineSignature(input, date, signer),
  };
  return { ...signed, license_signature, license_signature_v2: sign(JSON.stringify(signed)) };
}

/**
 * Whether the licence may be used offline. Not documented: the code for one that does not allow it, and for one of
 * another type (validation_error).
 *
 * @throws LicenseSpringRefusal offline_floating_cloud_not_supported, validation_error
 */
export function requireOffline(license: object): void {
  const { is_floating_cloud, allow_offline_activation, is_trial, license_type } = license as Readonly<
    Record<string, unknown>
  >;
  if (is_floating_cloud === true) throw new LicenseSpringRefusal('offline_floating_cloud_not_supported');
  if (allow_offline_activation !== true) {
    throw new LicenseSpringRefusal('validation_error', 'The license does not allow offline activation.');
  }
  if (is_trial !== true && !OFFLINE_TYPES.includes(license_type)) {
    throw new LicenseSpringRefusal(
      'validation_error',
      `A license of type ${String(license_type)} cannot be activated offline.`,
    );
  }
}

/** With users the e-mail, a bar and the code of the customer's account; without an account the e-mail alone (a guess). */
export function usernameMember(license: Readonly<Record<string, unknown>>, input: Input): object {
  const username = optionalText(input, 'username');
  if (username === undefined || !isRecord(license.user)) return {};
  const { customer } = license;
  const account = isRecord(customer) && isRecord(customer.customer_account) ? customer.customer_account : {};
  const isComplete = username.includes('|') || account.code === undefined;
  return { username: isComplete ? username : `${username}|${String(account.code)}` };
}
