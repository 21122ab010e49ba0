/** Code profiles, from GET Profile and GET Profiles. */
import { type JsonObject, member, readText } from '../read.js';
import type { ProfileRecord } from '../records.js';
import { readTerms } from './read-terms.js';
import { readDate, readId } from './read-values.js';

/** @param product the one asked for: GET Profile does not repeat it. */
export function readProfile(record: JsonObject, product: string | null): ProfileRecord {
  return {
    name: readText(member(record, 'profileName')) ?? '',
    id: readId(member(record, 'profileID')),
    product: readId(member(record, 'productId')) ?? product,
    resellerId: readId(member(record, 'resellerId')),
    createdAt: readDate(member(record, 'created')),
    modifiedAt: readDate(member(record, 'modified')),
    ...readTerms(record),
  };
}
