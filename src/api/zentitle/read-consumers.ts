/** Consumer records, from GET ConsumerData. */
import type { ConsumerRecord } from '../account-records.js';
import { type JsonObject, member, readText } from '../read.js';
import { readData, readDate, readId } from './read-values.js';

export function readConsumer(record: JsonObject): ConsumerRecord {
  return {
    product: readId(member(record, 'productID')),
    computer: readText(member(record, 'computerID')) ?? '',
    code: readText(member(record, 'licenseCode')),
    firstName: readText(member(record, 'firstName')),
    lastName: readText(member(record, 'lastName')),
    company: readText(member(record, 'company')),
    email: readText(member(record, 'email')),
    data: readData(member(record, 'clientInfo')),
    createdAt: readDate(member(record, 'created')),
  };
}
