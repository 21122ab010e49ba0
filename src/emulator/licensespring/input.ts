/** Reading the input of a call: the JSON body of a POST, the query of a GET. */
import { isRecord, readJsonBody } from '../json-body.js';
import type { EmulatedRequest } from '../system.js';
import { LicenseSpringRefusal } from './refusal.js';

export type Input = Readonly<Record<string, unknown>>;

/** @throws LicenseSpringRefusal invalid_json, validation_error */
export function readInput(request: EmulatedRequest): Input {
  if (request.method === 'GET') return Object.fromEntries(request.query);
  const body = readJsonBody(request.body);
  if (body.kind === 'invalid') throw new LicenseSpringRefusal('invalid_json');
  if (body.kind === 'not-an-object')
    throw new LicenseSpringRefusal('validation_error', 'The body must be an object.');
  return body.kind === 'empty' ? {} : body.value;
}

/** Absent, null and empty count as not given. @throws LicenseSpringRefusal validation_error */
export function optionalText(input: Input, name: string): string | undefined {
  const value = input[name] ?? '';
  if (typeof value !== 'string') throw invalid(name, 'a string');
  return value === '' ? undefined : value;
}

/** @throws LicenseSpringRefusal missing_parameters, validation_error */
export function requiredText(input: Input, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined) throw missing(name);
  return value;
}

/** A whole number, which a query carries as text. @throws LicenseSpringRefusal validation_error */
export function optionalInteger(input: Input, name: string): number | undefined {
  const value = input[name] ?? '';
  if (value === '') return undefined;
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalid(name, 'an integer');
  return number;
}

/** Booleans travel in a query as text. @throws LicenseSpringRefusal validation_error */
export function optionalBoolean(input: Input, name: string): boolean {
  const value = input[name] ?? '';
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : undefined;
  if (word === 'true' || word === '1') return true;
  if (word === '' || word === 'false' || word === '0') return false;
  throw invalid(name, 'a boolean');
}

/** Device variables: an object of strings, numbers and booleans. @throws LicenseSpringRefusal validation_error */
export function optionalVariables(input: Input): ReadonlyMap<string, string> {
  const value = input.variables ?? {};
  if (!isRecord(value)) throw invalid('variables', 'an object');
  const entries = Object.entries(value).map(([name, entry]): [string, string] => {
    if (typeof entry !== 'string' && typeof entry !== 'number' && typeof entry !== 'boolean') {
      throw invalid(`variables.${name}`, 'a string, number or boolean');
    }
    return [name, String(entry)];
  });
  return new Map(entries);
}

export function missing(name: string): LicenseSpringRefusal {
  return new LicenseSpringRefusal('missing_parameters', `Missing parameter: ${name}`);
}

function invalid(name: string, wanted: string): LicenseSpringRefusal {
  return new LicenseSpringRefusal('validation_error', `${name} must be ${wanted}.`);
}
