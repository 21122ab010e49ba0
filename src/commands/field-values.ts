/** One field of an operation, from the text that a person typed. What the row allows is checked later, by the client. */
import { flagName } from '../api/flag-name.js';
import type { Field } from '../api/operation.js';
import { UsageError } from '../errors.js';
import { parseJsonText } from './body-input.js';
import { toUnit } from './durations.js';

/** JSON objects that were read from the files which the command line names as `@FILE`, by that text. */
export type Documents = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

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

/** How an entry of a list is written, by the number of its members; more are written by name. */
const LIST_SYNTAX: Readonly<Record<number, string>> = {
  0: 'VALUE',
  1: 'VALUE',
  2: 'NAME=VALUE',
  3: 'NAME=on[:VALUE]',
};

/** The placeholder in help, which is also the syntax. */
export function placeholderOf(field: Field): string {
  const members = field.fields?.length ?? 0;
  if (field.type === 'object') return 'NAME=VALUE|@FILE';
  if (field.type === 'list') return LIST_SYNTAX[members] ?? 'MEMBER=VALUE,…';
  if (field.type === 'boolean') return 'true|false';
  if (field.type === 'datetime') return 'DATE';
  if (field.unit !== undefined) return 'DURATION';
  return field.type === 'string' ? 'TEXT' : 'N';
}

/**
 * What goes into the {@link Input} for this field.
 * @throws UsageError naming the flag, for syntax: a missing `=`, a name given twice, an inexact duration
 */
export function fieldValue(field: Field, given: FlagValue, documents: Documents = new Map()): unknown {
  const flag = flagName(field);
  if (field.type === 'list') return texts(given).map(listReader(field, flag));
  if (field.type === 'object') return readObject(texts(given), flag, documents);
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
  const members = field.fields ?? [];
  if (members.length > 3) return (text) => readMembers(text, members, flag);
  const [first, second, third] = members;
  // A first member of a few allowed words is a kind, which several entries may share.
  const seen = first?.values === undefined ? new Set<string>() : null;
  return (text) => {
    if (first === undefined) return text;
    if (seen === null && !text.includes('=')) return { [first.name]: text };
    const [name, value] = second === undefined ? [text, ''] : splitPair(text, flag, placeholderOf(field));
    if (seen !== null) refuseTwice(seen, name, flag);
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

/** `NAME=VALUE` for text, `NAME:=JSON` for anything else, `@FILE` for all the members of an object in a file. */
function readObject(
  given: readonly string[],
  flag: string,
  documents: Documents,
): Readonly<Record<string, unknown>> {
  const seen = new Set<string>();
  const pairs = given.flatMap((text) => {
    const document = documents.get(text);
    return document === undefined ? [readMember(text, flag)] : Object.entries(document);
  });
  for (const [name] of pairs) refuseTwice(seen, name, flag);
  return Object.fromEntries(pairs);
}

function readMember(text: string, flag: string): readonly [string, unknown] {
  const [name, value] = splitPair(text, flag, 'NAME=VALUE');
  if (!name.endsWith(':') || name === ':') return [name, value];
  return [name.slice(0, -1), parseJsonText(value, `${flag} ${name}=`)];
}

/** `code=EXPORT,name=Export, fast,type=floating`: a comma divides only where the name of a member follows. */
function readMembers(
  text: string,
  members: readonly Field[],
  flag: string,
): Readonly<Record<string, unknown>> {
  const nameOf = (member: Field): string => optionName(member);
  const named = (word: string): Field | undefined =>
    members.find((one) => [nameOf(one), one.name].some((name) => name.toLowerCase() === word.toLowerCase()));
  const entry: Record<string, unknown> = {};
  for (const part of text.split(/,(?=[A-Za-z-]+=)/)) {
    const [word, value] = splitPair(part, flag, 'MEMBER=VALUE,…');
    const member = named(word);
    if (member === undefined) {
      throw new UsageError(`${flag} has no member '${word}'.`, {
        code: 'invalid_value',
        hint: `It takes ${members.map(nameOf).join(', ')}. Nothing was sent.`,
      });
    }
    if (Object.hasOwn(entry, member.name)) {
      throw new UsageError(`${flag} gives '${word}' twice.`, { code: 'invalid_value' });
    }
    entry[member.name] = scalar(member, value, flag);
  }
  const lacking = members.filter(({ name, required }) => required === true && !Object.hasOwn(entry, name));
  if (lacking.length > 0) {
    throw new UsageError(`${flag} lacks ${lacking.map(nameOf).join(', ')} in '${text}'.`, {
      code: 'invalid_value',
      hint: `It takes ${members.map(nameOf).join(', ')}, as NAME=VALUE with commas between. Nothing was sent.`,
    });
  }
  return entry;
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
