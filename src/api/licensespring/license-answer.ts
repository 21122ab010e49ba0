/** Answers of the License API v4 as records of what was done to a device. */
import type { Answer } from '../client.js';
import type { Input, Operation } from '../operation.js';
import { isObject, type JsonObject, member, readList, readText } from '../read.js';
import type { ActivationRecord, DeactivationRecord, LicenseRecord } from '../records.js';
import { unexpectedAnswer } from '../refusal.js';

/** What an answer holds. @throws where that is not what the call is documented to answer */
export type BodyOf<Body> = (answer: Answer, operation: Operation) => Body;

const OF_LICENSE = ['id', 'license_type'];

/** @throws when the answer is no licence object. */
export const licenseObject = objectWith(OF_LICENSE, 'a licence');

/** What a bundle answers: its licences. @throws when the answer is no list, or something in it is no licence */
export const licenseObjects = listWith(OF_LICENSE, 'a list of licences');

/** What borrowing answers, a seat of a licence or of a feature. */
export const borrowIn = objectWith(['borrowed_until', 'device_id', 'license_id'], 'a borrowed seat');

/**
 * A JSON object with at least one of these members: which of them an answer leaves out is not documented.
 * @param expected for the sentence: `a licence`
 */
export function objectWith(names: readonly string[], expected: string): BodyOf<JsonObject> {
  return (answer, operation) => {
    if (hasOneOf(answer.value, names)) return answer.value;
    throw unexpectedAnswer('licensespring', answer, operation, expected);
  };
}

/** As {@link objectWith}, for each entry of a list, which may be empty. */
export function listWith(names: readonly string[], expected: string): BodyOf<readonly JsonObject[]> {
  return (answer, operation) => {
    const { value } = answer;
    const entries = readList(value).filter((entry) => hasOneOf(entry, names));
    if (Array.isArray(value) && entries.length === value.length) return entries;
    throw unexpectedAnswer('licensespring', answer, operation, expected);
  };
}

function hasOneOf(value: unknown, names: readonly string[]): value is JsonObject {
  return isObject(value) && names.some((name) => member(value, name) !== undefined);
}

/** The device is named by the hardware id that people know; `device_id` is the server's number for it. */
export function activation(license: LicenseRecord, body: JsonObject, input: Input): ActivationRecord {
  return {
    provider: license.provider,
    key: license.key,
    product: license.product ?? readText(input.product),
    deviceId: readText(member(body, 'hardware_id')) ?? readText(input.hardware_id),
    status: license.status === 'inactive' ? 'unknown' : 'activated',
    activatedAt: null,
    expiresAt: license.expiresAt,
    activationsUsed: license.activationsUsed,
    activationsAllowed: license.activationsAllowed,
    licenseId: license.id,
    licenseStatus: license.status,
    type: license.type,
    trial: license.trial,
    username: license.username,
    maintenanceEndsAt: license.maintenanceEndsAt,
    floatingCloud: license.floatingCloud,
  };
}

/** The server answers one word and no counts. */
export function deactivation(input: Input): DeactivationRecord {
  return {
    provider: 'licensespring',
    key: readText(input.license_key),
    product: readText(input.product),
    deviceId: readText(input.hardware_id),
    status: 'deactivated',
    removed: 1,
    activationsUsed: null,
    activationsAllowed: null,
  };
}

/** A seat given back; the device stays activated. */
export function release(input: Input): DeactivationRecord {
  return { ...deactivation(input), status: 'released', removed: 0 };
}

/** @throws UnknownOutcomeError when the answer is not the documented word. */
export function expectDeactivated(answer: Answer, operation: Operation): void {
  if (typeof answer.value === 'string' && answer.value.includes('license_deactivated')) return;
  throw unexpectedAnswer('licensespring', answer, operation, 'the word license_deactivated');
}
