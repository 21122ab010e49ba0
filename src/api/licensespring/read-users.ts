/** Licence users of the License API v4, and the licences they have. */
import type { CustomerUserRecord } from '../device-records.js';
import { isObject, type JsonObject, member, readBoolean, readNumber, readText } from '../read.js';
import type { LicenseRecord } from '../records.js';
import { readLicense } from './read.js';

export function readUser(user: JsonObject): CustomerUserRecord {
  const text = (name: string): string | null => readText(member(user, name));
  const flag = (name: string): boolean | null => readBoolean(member(user, name));
  const number = (name: string): number | null => readNumber(member(user, name));
  return {
    id: text('id'),
    email: text('email'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    phone: text('phone_number'),
    hasInitialPassword: flag('is_initial_password'),
    initialPassword: text('initial_password'),
    activationsUsed: number('total_activations'),
    activationsAllowed: flag('allow_unlimited_activations') === true ? null : number('max_activations'),
  };
}

/** A pair of `license` and `user`; the user may stand in the licence itself, too. */
export function readUserLicense(pair: JsonObject, now: number): LicenseRecord {
  const license = member(pair, 'license');
  if (!isObject(license)) return readLicense(pair, now);
  return readLicense({ ...license, user: member(license, 'user') ?? member(pair, 'user') }, now);
}
