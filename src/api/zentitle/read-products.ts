/** Products, from GET Product and GET Products, whose tables and examples spell the names in different cases. */
import type { ProductFeatureRecord, ProductRecord } from '../product-records.js';
import { isObject, type JsonObject, member, readBoolean, readList, readNumber, readText } from '../read.js';
import { readCustomField, readFeatureType, readLicenseType } from './read-terms.js';
import { readName } from './read-values.js';

export function readProduct(record: JsonObject): ProductRecord {
  const id = readText(member(record, 'productID')) ?? '';
  return {
    product: id,
    id,
    name: readText(member(record, 'productName')) ?? '',
    type: readLicenseType(member(record, 'licenseType')),
    activationsAllowed: readNumber(member(record, 'clientsAllowed')),
    trialDays: readNumber(member(record, 'trialperiod')),
    clientLeaseHours: readNumber(member(record, 'clientLeaseperiod')),
    offlineLeaseHours: readNumber(member(record, 'clientOfflineLeaseperiod')),
    vmLeaseHours: readNumber(member(record, 'vmLeaseperiod')),
    authorization: null,
    trialsAllowed: null,
    floatingTimeoutMinutes: null,
    overagesAllowed: null,
    maxOverages: null,
    virtualMachinesAllowed: null,
    latestVersion: null,
    features: readList(member(record, 'features')).filter(isObject).map(readProductFeature),
    customFields: readList(member(record, 'udfValues')).filter(isObject).map(readCustomField),
  };
}

function readProductFeature(record: JsonObject): ProductFeatureRecord {
  const inTrials = readBoolean(member(record, 'availableInTrials'));
  return {
    code: readText(member(record, 'featureCode')) ?? '',
    name: readText(member(record, 'featureName')),
    enabled: readBoolean(member(record, 'featureAvailability')),
    type: readFeatureType(member(record, 'featureType')),
    group: readName(member(record, 'featureGroup')),
    notes: readText(member(record, 'featureNotes')),
    ...(inTrials !== null && { inTrials }),
  };
}
