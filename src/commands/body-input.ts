/** A JSON object with documented names, as the input of a row. */
import { MAX_JSON_DEPTH, nestsTooDeep } from '../api/json-depth.js';
import type { Field, Input, Operation } from '../api/operation.js';
import { isObject } from '../api/read.js';
import { UsageError } from '../errors.js';

/** @throws UsageError naming `source`, when the text is not JSON, or nests beyond reason; the text is not quoted */
export function parseJsonText(text: string, source: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Of the parser's message only the place: it quotes the text, in which there may be a password.
    const place = /at position \d+( \(line \d+ column \d+\))?/.exec(String(error))?.[0] ?? '';
    throw new UsageError(`${source} is not JSON${place === '' ? '' : `: it breaks ${place}`}.`, {
      code: 'invalid_json',
      hint: 'Nothing was sent.',
    });
  }
  if (!nestsTooDeep(value)) return value;
  throw new UsageError(`${source} nests deeper than ${MAX_JSON_DEPTH} levels.`, {
    code: 'invalid_json',
    hint: 'Nothing was sent.',
  });
}

/** @throws UsageError naming `source`, when the text is not a JSON object */
export function parseObject(text: string, source: string): Readonly<Record<string, unknown>> {
  const value = parseJsonText(text, source);
  if (isObject(value)) return value;
  throw new UsageError(`${source} holds JSON, but not an object.`, {
    code: 'invalid_json',
    hint: 'It wants {"name": value, …} with the documented names. Nothing was sent.',
  });
}

/**
 * The object under the row's own spelling of its names, entries of lists included: the vendor's own examples
 * differ in case from its tables.
 * @throws UsageError for a name that the row does not have, or one given twice
 */
export function toInput(body: Readonly<Record<string, unknown>>, row: Operation, source: string): Input {
  return respell(body, row.input, source);
}

function respell(body: Readonly<Record<string, unknown>>, fields: readonly Field[], source: string): Input {
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const field = fields.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (field === undefined) throw unknownName(name, fields, source);
    if (Object.hasOwn(input, field.name)) {
      throw new UsageError(`${source} has '${field.name}' twice.`, { code: 'invalid_value' });
    }
    input[field.name] = respellMembers(value, field, source);
  }
  return input;
}

function respellMembers(value: unknown, field: Field, source: string): unknown {
  if (field.type !== 'list' || field.fields === undefined || !Array.isArray(value)) return value;
  const members = field.fields;
  return value.map((entry) =>
    isObject(entry) ? respell(entry, members, `${source}, ${field.name}`) : entry,
  );
}

function unknownName(name: string, fields: readonly Field[], source: string): UsageError {
  return new UsageError(`${source}: there is no '${name}' in this call.`, {
    code: 'unknown_field',
    hint: `It takes ${fields.map((field) => field.name).join(', ')}. Nothing was sent.`,
  });
}
