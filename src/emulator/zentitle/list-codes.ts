/**
 * GET LicenseCodes. A page of 10,000 codes is about 10 MB of JSON, so its text is put together by SQLite,
 * with the options of a code made beforehand (see options.ts).
 */
import { textOrNull } from '../row.js';
import type { SqlValue, Store } from '../store.js';
import type { Handler } from './answer.js';
import { type Inputs, MAX_INTEGER } from './input.js';
import { countRows, readPage, type Selection } from './paging.js';
import { isDefaultProfile, NO_PROFILE } from './profile-record.js';
import { Refusal } from './refusal.js';

/** How a member is written: a number, or text that needs quotes alone, or text that needs escaping, or a date. */
type Writing = 'number' | 'plain' | 'escaped' | 'truth' | 'date';

/** The members of a row in the order of the document's example, each with its column. */
const MEMBERS: readonly (readonly [name: string, column: string, writing: Writing])[] = [
  ['licenseCode', 'c.code', 'plain'],
  ['productID', 'c.productId', 'plain'],
  ['company', 'company.name', 'escaped'],
  ['enabledforuse', 'c.enabled', 'truth'],
  ['licensetype', 'c.licenseType', 'plain'],
  ['profilename', 'profile.name', 'escaped'],
  ['acquiredbywebservice', 'c.acquired', 'truth'],
  ['activationsAllowed', 'c.clientsAllowed', 'number'],
  ['clientLeaseperiod', 'c.clientLease', 'number'],
  ['vmLeaseperiod', 'c.vmLease', 'number'],
  ['clientOfflineLeaseperiod', 'c.offlineLease', 'number'],
  ['networkseats', 'c.networkSeats', 'number'],
  ['heartbeat', 'c.heartbeat', 'number'],
  ['concurrentProcesses', 'c.concurrentProcesses', 'number'],
  ['numActivations', 'c.activeCount', 'number'],
  ['numDeActivations', 'c.deactivatedCount', 'number'],
  ['concurrencyMode', 'c.concurrencyMode', 'plain'],
  ['subscriptionperiod', 'c.subscriptionPeriod', 'number'],
  ['subscriptionEnddate', 'c.subscriptionEnd', 'date'],
  ['subscriptionlastActivated', 'c.lastActivated', 'date'],
  ['maintenanceEnddate', 'c.maintenanceEnd', 'date'],
  ['created', 'c.created', 'plain'],
  ['modified', 'c.modified', 'plain'],
];

const FORMATS: Readonly<Record<Writing, string>> = {
  number: '%d',
  plain: '"%s"',
  escaped: '%s',
  truth: '"%s"',
  date: '%s',
};

const VALUES: Readonly<Record<Writing, (column: string) => string>> = {
  number: (column) => column,
  plain: (column) => column,
  escaped: (column) => `iif(${column} is null, '""', json_quote(${column}))`,
  truth: (column) => `iif(${column}, 'true', 'false')`,
  date: (column) => `iif(${column} is null, 'null', '"' || ${column} || '"')`,
};

/** A row up to the server functions and the closing brace. */
const ROW = `coalesce(c.printed, format('{${MEMBERS.map(([name, , writing]) => `"${name}":${FORMATS[writing]}`).join(',')},%s',
  ${MEMBERS.map(([, column, writing]) => VALUES[writing](column)).join(', ')}, o.tail))`;

const JOINED = `zentitle_codes c join zentitle_options o on o.id = c.optionsId
  left join zentitle_companies company on company.companyId = c.companyId
  left join zentitle_profiles profile on profile.profileId = c.profileId`;

export const getLicenseCodes: Handler = (input, deps) => {
  const page = readPage(input);
  const withFunctions = input.bit('getsfs');
  const selection = readFilter(input);
  if (page === undefined) return countRows(deps, selection);
  const { table, where, values } = selection;
  // The numbers of the page come first: sorting whole rows would cost more than writing them.
  const row = deps.store.get(
    `select group_concat(line, ',') as page from (
       select ${ROW} || ${withFunctions ? `',' || o.functions || '}'` : `'}'`} as line
         from (select c.seq as seq from ${table} ${where} order by c.seq limit ? offset ?) page
        cross join ${JOINED} where c.seq = page.seq)`,
    ...values,
    page.size,
    page.offset,
  );
  return { json: `[${row === undefined ? '' : (textOrNull(row, 'page') ?? '')}]` };
};

/** One row as this section prints it, without server functions. */
export function listedRow(store: Store, seq: number): Readonly<Record<string, unknown>> {
  const row = store.get(`select ${ROW} || '}' as line from ${JOINED} where c.seq = ?`, seq);
  return JSON.parse(String(row?.line));
}

function readFilter(input: Inputs): Selection {
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
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
  return { table: 'zentitle_codes c', where, values };
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
