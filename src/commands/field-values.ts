/** One field of an operation, from the text that a person typed. What the row allows is checked later, by the client. */
import { flagName } from '../api/flag-name.js';
import type { Field } from '../api/operation.js';
import { UsageError } from '../errors.js';
import { toUnit } from './durations.js';

/** A flag's value on the command line. */
export type FlagValue = string | readonly string[] | boolean;

/** The name on the command line, without dashes; a secret's is that of the switch that reads standard input. */
export function optionName(field: Field): string {
  return flagName(field).slice(2);
}

/** A `bit` is a bare switch: being there is its value. */
export function isSwitch(field: Field): boolean {
  return field.type === 'boolean' && field.wire === 'bit';
}

/** The placeholder in help, which is also the syntax. */
export function placeholderOf(field: Field): string {
  const members = field.fields?.length ?? 0;
  if (field.type === 'object') return 'NAME=VALUE';
  if (field.type === 'list') return members < 2 ? 'VALUE' : members === 2 ? 'NAME=VALUE' : 'NAME=on[:VALUE]';
  if (field.type === 'boolean') return 'true|false';
  if (field.type === 'datetime') return 'DATE';
  if (field.unit !== undefined) return 'DURATION';
  return field.type === 'string' ? 'TEXT' : 'N';
}

/**
 * What goes into the {@link Input} for this field.
 * @throws UsageError naming the flag, for syntax: a missing `=`, a name given twice, an inexact duration
 */
export function fieldValue(field: Field, given: FlagValue): unknown {
  const flag = flagName(field);
  if (field.type === 'list') return texts(given).map(listReader(field, flag));
  if (field.type === 'object') return readObject(texts(given), flag);
  if (typeof given === 'boolean') return given;
  const text = typeof given === 'string' ? given : (given.at(-1) ?? '');
  return scalar(field, text, flag);
}

function texts(given: FlagValue): readonly string[] {
  if (typeof given === 'boolean') return [];
  return typeof given === 'string' ? [given] : given;
}

function scalar(field: Field, text: string, flag: string): unknown {
  if (field.unit === undefined || isSpecial(field, text)) return text;
  return toUnit(text, field.unit, flag);
}

function isSpecial(field: Field, text: string): boolean {
  return (field.special ?? []).some((word) => word.toLowerCase() === text.toLowerCase());
}

/** Fills the members of a list's entry in their documented order: `NAME`, `NAME=VALUE` or `NAME=on:VALUE`. */
function listReader(field: Field, flag: string): (text: string) => unknown {
  const [first, second, third] = field.fields ?? [];
  const seen = new Set<string>();
  return (text) => {
    if (first === undefined) return text;
    const [name, value] = second === undefined ? [text, ''] : splitPair(text, flag, placeholderOf(field));
    refuseTwice(seen, name, flag);
    const entry: Record<string, unknown> = { [first.name]: scalar(first, name, flag) };
    if (second === undefined) return entry;
    const colon = third === undefined ? -1 : value.indexOf(':');
    const word = colon === -1 ? value : value.slice(0, colon);
    // The client would name the member, which nobody has typed.
    if (!isAllowed(second, word)) throw invalid(text, flag, alternatives(second));
    entry[second.name] = scalar(second, word, flag);
    if (third !== undefined && colon !== -1) entry[third.name] = scalar(third, value.slice(colon + 1), flag);
    return entry;
  };
}

function isAllowed({ values }: Field, word: string): boolean {
  return values === undefined || values.some((one) => one.toLowerCase() === word.toLowerCase());
}

function alternatives({ values = [] }: Field): string {
  return values.map((value) => `NAME=${value}`).join(' or ');
}

function readObject(given: readonly string[], flag: string): Readonly<Record<string, string>> {
  const seen = new Set<string>();
  const pairs = given.map((text) => splitPair(text, flag, 'NAME=VALUE'));
  for (const [name] of pairs) refuseTwice(seen, name, flag);
  return Object.fromEntries(pairs);
}

function splitPair(text: string, flag: string, syntax: string): readonly [string, string] {
  const equals = text.indexOf('=');
  if (equals > 0) return [text.slice(0, equals), text.slice(equals + 1)];
  throw invalid(text, flag, syntax);
}

function invalid(text: string, flag: string, syntax: string): UsageError {
  return new UsageError(`${flag} takes ${syntax}, not '${text}'.`, { code: 'invalid_value' });
}

function refuseTwice(seen: Set<string>, name: string, flag: string): void {
  if (name === '') throw new UsageError(`${flag} needs a name.`, { code: 'invalid_value' });
  if (seen.has(name)) throw new UsageError(`${flag} names '${name}' twice.`, { code: 'invalid_value' });
  seen.add(name);
}
