/** Checks an input against its operation before anything is sent, and puts it into the form that travels. */

import { UsageError } from '../errors.js';
import { encodeDateTime } from './date-times.js';
import { fillPath } from './endpoint.js';
import { checkMembers } from './field-check.js';
import { fieldLabel } from './flag-name.js';
import { invalidInput } from './input-errors.js';
import type { Field, Input, Operation, ProviderId } from './operation.js';
import { isObject } from './read.js';
import { checkRules } from './rule-check.js';
import { visiblePart } from './visible.js';

/**
 * The input with real types and documented spellings: names, types, ranges, lengths, allowed values and the
 * rules between fields hold. Values may come typed or as text; null and undefined count as not given.
 * @throws UsageError `invalid_input`: one sentence that names the flag and what it takes
 */
export function checkInput(operation: Operation, input: Input): Input {
  try {
    const checked = checkMembers(operation.input, input);
    refuseBlankNarrowing(operation, input);
    checkRules(operation.rules ?? [], operation.input, checked);
    return checked;
  } catch (error) {
    throw error instanceof UsageError ? invalidInput(error.message, operation.id) : error;
  }
}

/**
 * What narrows a wide call must not be there without a value that can be seen: the server would take it for absent, and
 * take away from all. An unset variable of a script looks like this.
 */
function refuseBlankNarrowing({ narrowedBy, input: fields }: Operation, input: Input): void {
  const field = fields.find(({ name }) => name === narrowedBy);
  if (field === undefined) return;
  for (const [name, value] of Object.entries(input)) {
    const isBlank = value === null || (typeof value === 'string' && visiblePart(value) === '');
    if (!isBlank || name.toLowerCase() !== field.name.toLowerCase()) continue;
    throw invalidInput(`${fieldLabel(field)} is empty; leave it out only to take away from all.`);
  }
}

/** An input in the form that travels. */
export interface EncodedInput {
  /** Documented path with its parts filled in, and the query where the input travels there. */
  readonly path: string;
  readonly body?: string;
  readonly contentType?: string;
}

/**
 * @param checked what {@link checkInput} has returned
 * @throws UsageError `invalid_input` when a part of the path has no value
 */
export function encodeInput(operation: Operation, checked: Input): EncodedInput {
  const { path, used } = fillPath(operation.path, checked);
  const fields = operation.input.filter(
    (field) => !used.has(field.name) && checked[field.name] !== undefined,
  );
  const values = encodeMembers(fields, checked, operation.provider);
  switch (operation.encoding) {
    case 'json':
      // An object even when it is empty: the body is where the server looks.
      return { path, body: JSON.stringify(values), contentType: 'application/json' };
    case 'query': {
      const query = queryString(values);
      return { path: query === '' ? path : `${path}?${query}` };
    }
    case 'text':
      // The row has one field besides those of the path: the document itself.
      return { path, body: Object.values(values).map(queryText).join(''), contentType: 'text/plain' };
    case 'none':
      return { path };
  }
}

function encodeMembers(
  fields: readonly Field[],
  input: Input,
  provider: ProviderId,
): Record<string, unknown> {
  const encoded: Record<string, unknown> = {};
  for (const field of fields) {
    const value = input[field.name];
    if (value !== undefined) encoded[field.name] = encodeValue(field, value, provider);
  }
  return encoded;
}

function encodeValue(field: Field, value: unknown, provider: ProviderId): unknown {
  const { fields } = field;
  if (Array.isArray(value)) {
    return value.map((entry: unknown) =>
      fields !== undefined && isObject(entry) ? encodeMembers(fields, entry, provider) : entry,
    );
  }
  if (isObject(value)) return fields === undefined ? value : encodeMembers(fields, value, provider);
  const plain = field.type === 'datetime' ? encodeDateTime(String(value), provider) : value;
  if (field.wire === 'text') return String(plain);
  if (field.wire === 'bit' && typeof plain === 'boolean') return plain ? 1 : 0;
  return plain;
}

function queryString(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, queryText(one));
  }
  // A blank as %20, which every server reads; `+` is right only for those that read forms.
  return query.toString().replaceAll('+', '%20');
}

function queryText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
