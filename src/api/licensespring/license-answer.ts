/** Answers of the License API v4 as records of what was done to a device. */
import type { Answer } from '../client.js';
import type { Input, Operation } from '../operation.js';
import { isObject, type JsonObject, member, readText } from '../read.js';
import type { ActivationRecord, DeactivationRecord, LicenseRecord } from '../records.js';
import { unexpectedAnswer } from '../refusal.js';
import { deactivateLicense } from './operations.js';

/** @throws when the answer is no licence object. */
export function licenseObject(answer: Answer, operation: Operation): JsonObject {
  if (
    isObject(answer.value) &&
    (member(answer.value, 'id') ?? member(answer.value, 'license_type')) !== undefined
  ) {
    return answer.value;
  }
  throw unexpectedAnswer('licensespring', answer, operation, 'a licence');
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

/** @throws UnknownOutcomeError when the answer is not the documented word. */
export function expectDeactivated(answer: Answer): void {
  if (typeof answer.value === 'string' && answer.value.includes('license_deactivated')) return;
  throw unexpectedAnswer('licensespring', answer, deactivateLicense, 'the word license_deactivated');
}
