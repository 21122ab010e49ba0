/** Every row of the License API v4 against its documentation, and the two pages of which every word counts. */
import { describe, expect, it } from 'vitest';
import { licensespringOperations } from '../../src/api/licensespring/operations.js';
import type { Field, Operation, Rule } from '../../src/api/operation.js';
import {
  type DocumentedEndpoint,
  type DocumentedInput,
  documentedCodes,
  documentedEndpoints,
  type Identity,
  type InputType,
} from '../fixtures/licensespring/document.js';
import { PAGES } from '../fixtures/licensespring/pages.js';

interface Difference {
  readonly where: string;
  readonly fact: 'there' | 'type' | 'required';
  readonly document: unknown;
  readonly row: unknown;
}

interface Deliberate extends Difference {
  readonly reason: string;
}

/** Differences that are meant. Each that is found is one of these, and each of these is found. */
const DELIBERATE: readonly Deliberate[] = [];

const callOf = ({ method, path }: Operation): string => `${method} ${path.replace('/api/v4/', '')}`;

function rowOf(call: string): Operation {
  const row = licensespringOperations.find((one) => callOf(one) === call);
  if (row === undefined) throw new Error(`There is no row for ${call}.`);
  return row;
}

/** The documentation's Number is a whole number wherever it is used. */
const TYPES: Readonly<Record<InputType, Field['type']>> = {
  string: 'string',
  number: 'integer',
  boolean: 'boolean',
  object: 'object',
};

function differencesOf({ call, inputs, sent }: DocumentedEndpoint): readonly Difference[] {
  const fields = new Map(rowOf(call).input.map((field) => [field.name, field]));
  const documented = new Map(inputs.map((input) => [input.name, input]));
  const lacking = inputs.filter(({ name }) => !fields.has(name));
  const invented = [...fields.keys()].filter((name) => !documented.has(name) && sent !== 'base64');
  return [
    ...lacking.map(({ name }) => ({ where: `${call} ${name}`, fact: 'there', document: true, row: false })),
    ...invented.map((name) => ({ where: `${call} ${name}`, fact: 'there', document: false, row: true })),
    ...inputs.flatMap((input) => factsThatDiffer(call, input, fields.get(input.name))),
  ] as readonly Difference[];
}

function factsThatDiffer(
  call: string,
  { name, type, required }: DocumentedInput,
  field: Field | undefined,
): readonly Difference[] {
  if (field === undefined) return [];
  const where = `${call} ${name}`;
  const differences: Difference[] = [];
  if (field.type !== TYPES[type]) differences.push({ where, fact: 'type', document: type, row: field.type });
  if ((field.required ?? false) !== (required ?? false)) {
    differences.push({ where, fact: 'required', document: required, row: field.required });
  }
  return differences;
}

const isSame = (one: Difference, meant: Deliberate): boolean =>
  one.where === meant.where &&
  one.fact === meant.fact &&
  one.document === meant.document &&
  one.row === meant.row;

const differences = documentedEndpoints.flatMap(differencesOf);

describe('the rows of the License API v4', () => {
  it('are the 30 documented endpoints, each once', () => {
    expect(documentedEndpoints).toHaveLength(30);
    expect(licensespringOperations.map(callOf).toSorted()).toEqual(
      documentedEndpoints.map(({ call }) => call).toSorted(),
    );
  });

  it.each(documentedEndpoints)('$call: the documented inputs, of their types, and no others', (endpoint) => {
    const unexplained = differencesOf(endpoint).filter(
      (one) => !DELIBERATE.some((meant) => isSame(one, meant)),
    );
    expect(unexplained).toEqual([]);
  });

  it.each(DELIBERATE)('differ on purpose at $where: $reason', (meant) => {
    expect(differences.filter((one) => isSame(one, meant))).toHaveLength(1);
  });

  it.each(documentedEndpoints)('$call: the input travels as documented', ({ call, sent }) => {
    expect(rowOf(call)).toMatchObject({
      path: `/api/v4/${call.split(' ')[1]}`,
      encoding: { query: 'query', json: 'json', base64: 'text' }[sent],
      provider: 'licensespring',
    });
    if (sent === 'base64') expect(rowOf(call).input).toMatchObject([{ type: 'string', required: true }]);
  });

  it.each(documentedEndpoints)('$call: the documented kind of answer', ({ call, success }) => {
    const { answer } = rowOf(call);
    if (typeof success === 'object') {
      const expected = success.text === '' ? { kind: 'empty' } : { kind: 'text', texts: [success.text] };
      return expect(answer).toEqual(expected);
    }
    const kinds = {
      // What comes for an offline client is a file, which is handed over as it is and proves itself.
      license: [call === 'POST activate_offline' ? 'certificate' : 'record'],
      record: ['record'],
      licenses: [call === 'POST activate_bundle_offline' ? 'certificate' : 'records'],
      records: ['records'],
      unknown: ['undocumented'],
    }[success];
    return expect(kinds).toContain(answer.kind);
  });

  it.each(documentedEndpoints.filter(({ inferred }) => inferred))('$call: says that it is a guess', (one) => {
    expect(rowOf(one.call).guess).toMatch(/\w/);
  });

  it.each(documentedEndpoints)('$call: takes the documented ways to show which licence is meant', (one) => {
    const exclusive = (rowOf(one.call).rules ?? []).flatMap((rule) =>
      rule.kind === 'exactly-one' ? [rule.fields.toSorted()] : [],
    );
    const ways: Readonly<Record<Identity, readonly string[] | undefined>> = {
      proven: ['code', 'id_token', 'license_key', 'username'],
      named: ['license_key', 'username'],
      user: ['code', 'id_token', 'username'],
      none: undefined,
    };
    const expected = ways[one.identity];
    expect(exclusive).toEqual(expected === undefined ? [] : [expected]);
  });

  const proven = documentedEndpoints.filter(({ identity }) => identity === 'proven');
  it.each(proven)('$call: a user shows a password, single sign-on its customer account', ({ call }) => {
    const rules = rowOf(call).rules ?? [];
    const needs = (field: string): Rule | undefined =>
      rules.find((rule) => rule.kind === 'needs' && rule.field === field);
    for (const field of ['id_token', 'code']) {
      expect(needs(field)).toMatchObject({ needs: ['customer_account_code'] });
    }
    // The table of the deactivation page has no password; its schema wants one.
    const wantsPassword = call !== 'POST deactivate_license';
    expect(needs('username')).toEqual(
      wantsPassword ? { kind: 'needs', field: 'username', needs: ['password'] } : undefined,
    );
  });
});

describe.each(PAGES)('the page of $call', ({ call, inputs, elsewhere, errors }) => {
  const endpoint = documentedEndpoints.find((one) => one.call === call);

  it.each(inputs)('$name is a $kind $type of the row', ({ name, type, kind }) => {
    const field = rowOf(call).input.find((one) => one.name === name);
    expect(field).toMatchObject({ type: TYPES[type] });
    expect(field?.required ?? false).toBe(kind === 'required');
  });

  it('gives the row its inputs, but for those that other pages add', () => {
    const known = new Set([...inputs.map(({ name }) => name), ...elsewhere.map(({ name }) => name)]);
    const added = rowOf(call).input.filter(({ name }) => !known.has(name));
    const expected = {
      'POST activate_license': ['bundle_code', 'redirect_uri'],
      'POST deactivate_license': ['variables'],
    }[call];
    expect(added.map(({ name }) => name).toSorted()).toEqual(expected);
  });

  it('gives the endpoint its codes', () => {
    expect(errors.map(({ code, status }) => ({ code, status }))).toEqual(endpoint?.errors);
    for (const { code, status } of errors) expect(documentedCodes).toContainEqual({ code, status });
  });
});
