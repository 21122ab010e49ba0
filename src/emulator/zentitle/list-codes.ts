/**
 * GET LicenseCodes. A page of 10,000 codes is about 10 MB of JSON, so its text is put together by SQLite,
 * with the options of a code made beforehand (see options.ts).
 */
import type { SqlValue, Store } from '../store.js';
import { answer, countAnswer, type Handler } from './answer.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { readPage } from './paging.js';
import { isDefaultProfile, NO_PROFILE } from './profile-record.js';
import { Refusal } from './refusal.js';

interface Filter {
  readonly where: string;
  readonly values: readonly SqlValue[];
}

const truth = (column: string): string => `iif(c.${column}, '"true"', '"false"')`;
const quotedOrNull = (column: string): string => `coalesce('"' || c.${column} || '"', 'null')`;

/** The members of a row in the order of the document's example, each with the SQL of its JSON text. */
const MEMBERS: readonly (readonly [name: string, sql: string])[] = [
  ['licenseCode', `'"' || c.code || '"'`],
  ['productID', `'"' || c.productId || '"'`],
  ['company', `json_quote(coalesce(company.name, ''))`],
  ['enabledforuse', truth('enabled')],
  ['licensetype', `'"' || c.licenseType || '"'`],
  ['profilename', `json_quote(coalesce(profile.name, ''))`],
  ['acquiredbywebservice', truth('acquired')],
  ['activationsAllowed', 'c.clientsAllowed'],
  ['clientLeaseperiod', 'c.clientLease'],
  ['vmLeaseperiod', 'c.vmLease'],
  ['clientOfflineLeaseperiod', 'c.offlineLease'],
  ['networkseats', 'c.networkSeats'],
  ['heartbeat', 'c.heartbeat'],
  ['concurrentProcesses', 'c.concurrentProcesses'],
  ['numActivations', 'c.activeCount'],
  ['numDeActivations', 'c.deactivatedCount'],
  ['concurrencyMode', `'"' || c.concurrencyMode || '"'`],
  ['subscriptionperiod', 'c.subscriptionPeriod'],
  ['subscriptionEnddate', quotedOrNull('subscriptionEnd')],
  ['subscriptionlastActivated', quotedOrNull('lastActivated')],
  ['maintenanceEnddate', quotedOrNull('maintenanceEnd')],
  ['created', `'"' || c.created || '"'`],
  ['modified', `'"' || c.modified || '"'`],
];

/** A row up to the server functions and the closing brace. */
const ROW = `coalesce(c.printed, format('{${MEMBERS.map(([name]) => `"${name}":%s`).join(',')},%s',
  ${MEMBERS.map(([, sql]) => sql).join(', ')}, o.tail))`;

const JOINED = `zentitle_codes c join zentitle_options o on o.id = c.optionsId
  left join zentitle_companies company on company.companyId = c.companyId
  left join zentitle_profiles profile on profile.profileId = c.profileId`;

export const getLicenseCodes: Handler = (input, { store, settings }) => {
  const page = readPage(input);
  const withFunctions = input.bit('getsfs');
  const { where, values } = readFilter(input);
  if (page === undefined) {
    const row = store.get(`select count(*) as n from zentitle_codes c ${where}`, ...values);
    return countAnswer(Number(row?.n), settings.zentitleCount);
  }
  const first = store.get(
    `select c.seq as seq from zentitle_codes c ${where} order by c.seq limit 1 offset ?`,
    ...values,
    page.offset,
  );
  if (first === undefined) return answer([]);
  const row = store.get(
    `select '[' || group_concat(line, ',') || ']' as page from (
       select ${ROW} || ${withFunctions ? `',' || o.functions || '}'` : `'}'`} as line
         from ${JOINED}
         ${where === '' ? 'where' : `${where} and`} c.seq >= ? order by c.seq limit ?)`,
    ...values,
    Number(first.seq),
    page.size,
  );
  return { json: String(row?.page) };
};

/** One row as this section prints it, without server functions. */
export function listedRow(store: Store, seq: number): Readonly<Record<string, unknown>> {
  const row = store.get(`select ${ROW} || '}' as line from ${JOINED} where c.seq = ?`, seq);
  return JSON.parse(String(row?.line));
}

function readFilter(input: Inputs): Filter {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const add = (condition: string, ...of: readonly SqlValue[]): void => {
    conditions.push(condition);
    values.push(...of);
  };
  const productId = input.text('productid');
  const profile = input.text('profilename');
  const acquired = input.truth('acquiredbywebservice');
  const used = input.truth('used');
  const activated = input.truth('activated');
  if (productId !== undefined) add('c.productId = ?', productId);
  addCompany(input, add);
  if (profile !== undefined && isDefaultProfile(profile)) add('c.profileId = ?', NO_PROFILE);
  else if (profile !== undefined) {
    add('c.profileId in (select profileId from zentitle_profiles where name = ?)', profile);
  }
  if (acquired !== undefined) add('c.acquired = ?', Number(acquired));
  if (used !== undefined) add('c.used = ?', Number(used));
  if (activated !== undefined) add(activated ? 'c.activeCount > 0' : 'c.activeCount = 0');
  return { where: conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`, values };
}

function addCompany(input: Inputs, add: (condition: string, ...values: readonly SqlValue[]) => void): void {
  const name = input.text('company');
  const companyId = input.integer('companyId', 0, MAX_INTEGER);
  if (name !== undefined && companyId !== undefined) {
    throw new Refusal('Please supply either company or companyId, not both.');
  }
  if (companyId !== undefined) add('c.companyId = ?', companyId);
  if (name !== undefined) {
    add('c.companyId in (select companyId from zentitle_companies where name = ? collate nocase)', name);
  }
}
