/** Activations of a code, from GET LicenseCodeActivity. */
import { isObject, type JsonObject, member, readNumber, readText } from '../read.js';
import type { ActivationRecord } from '../records.js';
import { readSystem } from './read-systems.js';
import { readDate, readNested } from './read-values.js';

const STATUSES: Readonly<Record<string, ActivationRecord['status']>> = {
  activated: 'activated',
  deactivated: 'deactivated',
  returned: 'returned',
};

/** @param product the one asked for: the answer does not repeat it. */
export function readActivation(record: JsonObject, product: string | null): ActivationRecord {
  const status = readText(member(record, 'status'))?.toLowerCase() ?? '';
  const details = readNested(member(record, 'systemInfo') || null);
  return {
    provider: 'zentitle',
    key: readText(member(record, 'licenseCode')),
    product,
    deviceId: readText(member(record, 'computerID')),
    status: STATUSES[status] ?? 'unknown',
    activatedAt: readDate(member(record, 'activated')),
    expiresAt: readDate(member(record, 'clientleaseenddate')),
    activationsUsed: null,
    activationsAllowed: null,
    deactivatedAt: readDate(member(record, 'deactivated')),
    user: readText(member(record, 'username')),
    vmPlatform: readText(member(record, 'vmPlatform')),
    vmLeaseHours: readNumber(member(record, 'vmLeaseperiod')),
    ...(details !== null && { system: isObject(details) ? readSystem(details) : details }),
  };
}
