/** Products of the License API v4 (product details), and their versions. */
import type { VersionRecord } from '../device-records.js';
import type { ProductRecord } from '../product-records.js';
import { isObject, type JsonObject, member, readBoolean, readList, readNumber, readText } from '../read.js';
import { readCustomField } from './read.js';

export function readProduct(body: JsonObject): ProductRecord {
  const text = (name: string): string | null => readText(member(body, name));
  const flag = (name: string): boolean | null => readBoolean(member(body, name));
  const number = (name: string): number | null => readNumber(member(body, name));
  const prevented = flag('prevent_vm');
  return {
    product: text('short_code') ?? '',
    // The nested product of a licence says `product_id`; a list of products may say `id`.
    id: text('product_id') ?? text('id') ?? '',
    name: text('product_name') ?? text('name') ?? '',
    type: null,
    activationsAllowed: null,
    trialDays: number('trial_days'),
    clientLeaseHours: null,
    offlineLeaseHours: null,
    vmLeaseHours: null,
    // The documentation's prose spells it with an underscore, its examples do not.
    authorization: text('authorization_method')?.replaceAll('_', '-') ?? null,
    trialsAllowed: flag('allow_trial'),
    floatingTimeoutMinutes: number('floating_timeout'),
    overagesAllowed: flag('allow_overages'),
    maxOverages: number('max_overages'),
    virtualMachinesAllowed: prevented === null ? null : !prevented,
    latestVersion: readLatest(member(body, 'latest_version')),
    features: null,
    customFields: readFields(member(body, 'custom_fields')),
  };
}

/** Its shape is not documented: the version itself, or its record. */
function readLatest(value: unknown): string | null {
  return isObject(value) ? readText(member(value, 'version')) : readText(value);
}

function readFields(value: unknown): ProductRecord['customFields'] {
  return Array.isArray(value) ? readList(value).filter(isObject).map(readCustomField) : null;
}

/** @param asked the version that was asked for, where the answer does not repeat it */
export function readVersion(body: JsonObject, asked: string | null = null): VersionRecord {
  const text = (name: string): string | null => readText(member(body, name));
  return {
    version: text('version') ?? asked ?? '',
    releasedAt: text('release_date'),
    file: text('installation_file'),
    md5: text('hash_md5'),
    size: text('size'),
    environment: text('environment'),
    channel: text('channel'),
    requiresVersion: text('requires_version'),
    eulaUrl: text('eula_link'),
    releaseNotesUrl: text('release_notes_link'),
  };
}
