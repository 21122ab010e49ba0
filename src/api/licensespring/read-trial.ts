/** From the License API v4's answer to a request for a trial to our record. */
import type { TrialKeyRecord } from '../device-records.js';
import type { Input } from '../operation.js';
import { isObject, type JsonObject, member, readText } from '../read.js';

/** Members that only the record of a created licence has. */
const OF_NEW = ['license_key', 'initial_password', 'id'];

/**
 * A new trial is answered with the record of the created licence, one that was there already with `license_type`,
 * `is_trial` and the key or user alone. Both name the key `license`, as text or as a record with its `license_key`.
 */
export function readTrialKey(body: JsonObject, input: Input): TrialKeyRecord {
  const license = member(body, 'license');
  const inside = isObject(license) ? license : {};
  const user = member(body, 'license_user');
  const at = (name: string): unknown => member(body, name) ?? member(inside, name);
  return {
    provider: 'licensespring',
    product: readText(input.product),
    deviceId: readText(input.hardware_id),
    key: readText(at('license_key')) ?? readText(license),
    username: isObject(user) ? readText(member(user, 'email')) : readText(user),
    initialPassword: readText(
      at('initial_password') ?? (isObject(user) ? member(user, 'initial_password') : null),
    ),
    licenseId: readText(member(body, 'license_id') ?? at('id')),
    type: readText(at('license_type')),
    created: wasCreated(body),
  };
}

function wasCreated(body: JsonObject): boolean | null {
  if (OF_NEW.some((name) => readText(member(body, name)) !== null)) return true;
  return member(body, 'license_type') !== undefined && member(body, 'is_trial') !== undefined ? false : null;
}
