/** Companies, from GET Company, GET CompanyID and GET CompaniesProducts. */
import type { CompanyEntry, CompanyRecord } from '../account-records.js';
import { type JsonObject, member, readText } from '../read.js';
import { readData, readDate, readId } from './read-values.js';

/** A company that is open to every product has product "0" and no product name. */
export function readCompanyEntry(record: JsonObject): CompanyEntry {
  return {
    id: readText(member(record, 'companyID')) ?? '',
    name: readText(member(record, 'company')) ?? '',
    product: readId(member(record, 'productID')),
    productName: readText(member(record, 'productName')),
  };
}

/** @param id the one asked for: the answer does not repeat it. */
export function readCompany(record: JsonObject, id: string): CompanyRecord {
  return {
    id,
    name: readText(member(record, 'company')) ?? '',
    product: readId(member(record, 'productID')),
    firstName: readText(member(record, 'firstName')),
    email: readText(member(record, 'email')),
    search1: readText(member(record, 'search1')),
    search2: readText(member(record, 'search2')),
    search3: readText(member(record, 'search3')),
    createdAt: readDate(member(record, 'created')),
    data: readData(member(record, 'companyData')),
  };
}
