/** All 61 rows and their 330 input fields against the document's tables. */
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/api/operation.js';
import { zentitleOperations } from '../../../src/api/zentitle/operations.js';
import {
  callOf,
  type DocumentedField,
  documentedTable,
  placedFields,
  rowOf,
  valueFields,
} from '../../fixtures/zentitle-document/document.js';

interface Difference {
  /** `PUT LicenseCode features.limit` */
  readonly where: string;
  readonly fact: string;
  readonly document: unknown;
  readonly row: unknown;
}

/** Differences that are meant. Each difference found must be of exactly one of these, and each of these be found as often as it says. */
interface Deliberate {
  readonly reason: string;
  readonly fact: string;
  readonly document?: unknown;
  readonly row?: unknown;
  readonly where: RegExp;
  readonly times: number;
}

const DELIBERATE: readonly Deliberate[] = [
  {
    reason: 'An entry without the name of what it is about says nothing; the document stars no members here.',
    fact: 'required',
    row: true,
    where:
      /^(PUT LicenseCode|POST Profile|PUT Profile) (features\.featurecode|udfvalues\.fieldname|serverFunctions\.functionname)$|^PUT LicenseCode notes\.type$|^POST PassiveLicense (features\.featurecode|udfvalues\.fieldname)$/,
    times: 12,
  },
  {
    reason: 'The list is all that the call is for; the document stars members, never lists.',
    fact: 'required',
    row: true,
    where: /^(POST|PUT) Product(FeatureGroups|Features|UDF) (featureGroups|features|udfValues)$/,
    times: 6,
  },
  {
    reason: 'No length, place or id is below 0; the document states the upper end alone, or none.',
    fact: 'min',
    row: 0,
    where:
      / (client(offline)?leaseperiod|vmleaseperiod|trialperiod|concurrentprocesses|companyid|companyId|mastergroupid|profileid|features\.limit|(expires|created)WithinDays|clientsallowed|clientsAllowed|subscriptionPeriod)$|^POST (Product|Profile) subscriptionperiod$/,
    times: 45,
  },
  {
    reason: 'A page of no records and a call for no codes are slips.',
    fact: 'min',
    row: 1,
    where: / (pagesize|pageSize|numcodes|amount)$/,
    times: 6,
  },
  {
    reason: 'Ids count from 1; 0 for a note would mean all of them, which leaving it out says more clearly.',
    fact: 'min',
    row: 1,
    where: / (groupid|groupuserid|noteid)$/,
    times: 12,
  },
  {
    reason: 'An id that an int cannot hold might be read as 0, which means every note.',
    fact: 'max',
    row: 2_147_483_647,
    where: / noteid$/,
    times: 2,
  },
  {
    reason:
      'The example of PUT Profile sends 0 with a perpetual licence; from 1 is a rule of the type subscriptionperiod.',
    fact: 'min',
    document: 1,
    row: 0,
    where: /^PUT (LicenseCode|Profile) subscriptionperiod$/,
    times: 2,
  },
  {
    reason: 'The table types payload as text, its example is an object.',
    fact: 'type',
    document: 'string',
    row: 'object',
    where: /^POST DataStreamer payload$/,
    times: 1,
  },
  {
    reason: 'A switch on the command line: sent as 1 or not at all, as no other value is documented.',
    fact: 'type',
    document: 'integer text',
    row: 'boolean bit',
    where: /^(POST|PUT) Company global$/,
    times: 2,
  },
];

/** How the table's types travel, by our own words for them. */
function typeOf({ type, allowed = [] }: DocumentedField): string {
  if (allowed.join() === 'true,false') return 'boolean text';
  if (allowed.join() === '0,1') return 'boolean bit';
  return { string: 'string', int: 'integer text', datetime: 'datetime', JSON: 'object', list: 'list' }[type];
}

function factsOfDocument(field: DocumentedField): Readonly<Record<string, unknown>> {
  const type = typeOf(field);
  return {
    type,
    required: field.required,
    values: type.startsWith('boolean') ? undefined : field.allowed?.map(String),
    special: field.special,
    min: field.min,
    max: field.max,
    minLength: field.minLength,
    maxLength: field.maxLength,
    unit: field.unit,
  };
}

function factsOfRow({ type, wire, ...field }: Field): Readonly<Record<string, unknown>> {
  return {
    type: wire === undefined || wire === 'native' ? type : `${type} ${wire}`,
    required: field.required,
    values: field.values,
    special: field.special,
    min: field.min,
    max: field.max,
    minLength: field.minLength,
    maxLength: field.maxLength,
    unit: field.unit,
  };
}

function differencesOf(call: string): readonly Difference[] {
  const rowFields = new Map(placedFields(rowOf(call).input).map(({ path, field }) => [path, field]));
  const { inputs = [] } = documentedTable.find((one) => one.call === call) ?? {};
  return placedFields(inputs).flatMap(({ path, field }) => {
    const rowField = rowFields.get(path);
    const row = rowField === undefined ? {} : factsOfRow(rowField);
    return Object.entries(factsOfDocument(field))
      .filter(([fact, value]) => JSON.stringify(value) !== JSON.stringify(row[fact]))
      .map(([fact, document]) => ({ where: `${call} ${path}`, fact, document, row: row[fact] }));
  });
}

const matches = (one: Difference, meant: Deliberate): boolean =>
  meant.fact === one.fact &&
  meant.document === one.document &&
  meant.row === one.row &&
  meant.where.test(one.where);

const differences = documentedTable.flatMap(({ call }) => differencesOf(call));

describe('the rows and the document', () => {
  it('have the same 61 calls, 30 controllers, 22 GET, 16 POST, 12 PUT and 11 DELETE', () => {
    const calls = documentedTable.map(({ call }) => call);
    expect(zentitleOperations.map(callOf)).toEqual(calls);
    expect(new Set(calls.map((call) => call.split(' ')[1])).size).toBe(30);
    const verbs = calls.map((call) => call.split(' ')[0]);
    const count = (verb: string): number => verbs.filter((one) => one === verb).length;
    expect(['GET', 'POST', 'PUT', 'DELETE'].map(count)).toEqual([22, 16, 12, 11]);
  });

  it('have the same 330 input fields: what takes a value; 21 lists count by their members', () => {
    const ofDocument = documentedTable.flatMap(({ inputs }) => valueFields(inputs));
    const ofRows = zentitleOperations.flatMap(({ input }) => valueFields(input));
    expect(ofDocument).toHaveLength(330);
    expect(ofRows).toHaveLength(330);
    expect(documentedTable.flatMap(({ inputs }) => placedFields(inputs))).toHaveLength(330 + 21);
  });

  it.each(documentedTable)('$call: the same names, in the same places', ({ call, inputs }) => {
    const names = placedFields(rowOf(call).input).map(({ path }) => path);
    expect(names.toSorted()).toEqual(
      placedFields(inputs)
        .map(({ path }) => path)
        .toSorted(),
    );
  });

  it.each(documentedTable)('$call: the same facts but where a difference is meant', ({ call }) => {
    const unexplained = differencesOf(call).filter(
      (one) => DELIBERATE.filter((meant) => matches(one, meant)).length !== 1,
    );
    expect(unexplained).toEqual([]);
  });

  it.each(DELIBERATE)('differ on purpose: $reason', (meant) => {
    expect(differences.filter((one) => matches(one, meant)).map(({ where }) => where)).toHaveLength(
      meant.times,
    );
  });

  it.each(documentedTable)('$call: takes the documented keys', ({ call, keys }) => {
    expect(rowOf(call).keyKinds).toEqual(keys);
  });

  it.each(documentedTable)(
    '$call: stands behind the documented path, with a JSON body for its input',
    (one) => {
      const [method, controller] = one.call.split(' ');
      expect(rowOf(one.call)).toMatchObject({
        method,
        path: `/api/${controller}`,
        encoding: one.inputs.length === 0 ? 'none' : 'json',
        source: `Web API v1 document, section "${one.call}"`,
      });
    },
  );

  it.each(documentedTable)('$call: expects the documented kind of answer', ({ call, outputKind, inputs }) => {
    const { kind } = rowOf(call).answer;
    const isPaged = inputs.some(({ name }) => name.toLowerCase() === 'pagenumber');
    const expected = {
      array: isPaged ? ['count-or-records'] : ['records'],
      object: ['record'],
      string: ['text', 'certificate'],
      undocumented: ['undocumented'],
    }[outputKind];
    expect(expected).toContain(kind);
  });
});
