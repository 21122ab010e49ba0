/** Flags made from the rows behind a command: what each licence system documents, merged where they agree. */
import type { Field, Operation, ProviderId } from '../api/operation.js';
import type { CapabilityRow } from '../api/provider.js';
import type { Command, FlagSource, OptionSpec } from './command.js';
import { isSwitch, optionName, placeholderOf } from './field-values.js';

/** The rows behind one capability, by the system that has it. */
export type RowsByProvider = ReadonlyMap<ProviderId, Operation>;

/** What an "int" holds: no range that anybody need be told. */
const LARGEST_INT = 2_147_483_647;
/** A list with more members than these has them by name. */
const PAIR_MEMBERS = 3;
const PAGING_FLAGS: readonly string[] = ['page', 'page-size'];

/** The flags of a command beyond its own options; loads every system that has the capability. */
export async function expandFlags(command: Command): Promise<readonly OptionSpec[]> {
  const flags = new Map<string, OptionSpec>();
  for (const source of sourcesOf(command)) {
    const rows = await rowsBehind(source.capability);
    for (const option of mergeFlags(source, withoutNeed(rows, command.flagsFrom?.instead?.flag))) {
      if (!flags.has(option.flag)) flags.set(option.flag, option);
    }
  }
  return [...flags.values()];
}

/** The flag that chooses the other row is needed there, and nobody need give it. */
function withoutNeed(rows: RowsByProvider, chooser: string | undefined): RowsByProvider {
  if (chooser === undefined) return rows;
  const optional = (field: Field): Field =>
    optionName(field) === chooser ? { ...field, required: false } : field;
  return new Map([...rows].map(([id, row]) => [id, { ...row, input: row.input.map(optional) }]));
}

/** The usual source of flags, then the one that a flag chooses instead. */
export function sourcesOf({ flagsFrom }: Command): readonly FlagSource[] {
  if (flagsFrom === undefined) return [];
  const { instead, ...usual } = flagsFrom;
  return instead === undefined ? [usual] : [usual, { ...usual, capability: instead.capability }];
}

/** Loads the row of every system that has this capability. */
export async function rowsBehind(capability: CapabilityRow): Promise<RowsByProvider> {
  const { loadProvider, providerInfo } = await import('../api/providers.js');
  const { PROVIDER_IDS } = await import('../api/operation.js');
  const having = PROVIDER_IDS.filter((id) => providerInfo(id).capabilities.includes(capability));
  const modules = await Promise.all(having.map(loadProvider));
  const rows = new Map<ProviderId, Operation>();
  for (const module of modules) {
    const row = module.rows[capability];
    if (row !== undefined) rows.set(module.id, row);
  }
  return rows;
}

/** The fields that become flags; positional and omitted ones do not, nor does paging, which listings do themselves. */
export function flagFields(source: FlagSource, row: Operation): readonly Field[] {
  const taken = new Set([...(source.positional ?? []), ...(source.omit ?? [])]);
  return typedFields(source, row).filter(
    (field) => !taken.has(field.name) && !PAGING_FLAGS.includes(optionName(field)),
  );
}

/** What the command line can give a value to: the members of a list in its place, where it has one entry there. */
export function typedFields(source: FlagSource, row: Operation): readonly Field[] {
  return row.input.flatMap((field) => (field.name === source.entryOf ? (field.fields ?? []) : [field]));
}

/** One option for each flag; its help says which systems take it, and what it is for each, where they differ. */
export function mergeFlags(source: FlagSource, rows: RowsByProvider): readonly OptionSpec[] {
  const options = new Map<string, { spec: OptionSpec; meanings: Map<string, ProviderId[]> }>();
  for (const [provider, row] of rows) {
    for (const field of flagFields(source, row)) {
      const name = optionName(field);
      const spec = optionFor(name, field);
      const known = options.get(name);
      if (known === undefined) {
        options.set(name, { spec, meanings: new Map([[spec.description, [provider]]]) });
      } else {
        known.meanings.set(spec.description, [...(known.meanings.get(spec.description) ?? []), provider]);
        known.spec = merged(known.spec, spec);
      }
    }
  }
  return [...options.values()].map(({ spec, meanings }) => ({
    ...spec,
    description: [...meanings]
      .map(([text, providers]) =>
        providers.length === rows.size ? text : `${text} [${providers.join(', ')}]`,
      )
      .join('; '),
  }));
}

function optionFor(flag: string, field: Field): OptionSpec {
  if (field.secret === true) {
    return { flag, description: `${sentence(field.note)}; read as one line from standard input` };
  }
  const aliases = field.name === flag ? {} : { aliases: [field.name] };
  if (isSwitch(field)) return { flag, description: sentence(field.note), ...aliases };
  return {
    flag,
    value: placeholderOf(field),
    description: described(field),
    ...aliases,
    ...(field.type === 'boolean' && { boolean: true as const }),
    ...((field.type === 'list' || field.type === 'object') && { repeatable: true }),
  };
}

/** The values are said, not enforced: the client compares them without regard to case. */
function described(field: Field): string {
  const { note, values = [], special = [], unit } = field;
  const words = [...values, ...special].filter((word) => !note.includes(`"${word}"`));
  const allowed = words.length === 0 ? '' : ` (${words.join(', ')})`;
  const range = rangeOf(field);
  const number =
    unit === undefined ? range : `a bare number is in ${unit}${range === '' ? '' : `, ${range}`}`;
  return `${sentence(note)}${allowed}${membersOf(field)}${number === '' ? '' : `; ${number}`}${needed(field)}`;
}

/** Nothing for what goes without saying: that ids and counts are no less than 0, and no more than a computer can count. */
function rangeOf({ min, max, minLength, maxLength }: Field): string {
  if (max !== undefined && max < LARGEST_INT) return `${min ?? 0} to ${max}`;
  if (min !== undefined && min > 1) return `at least ${min}`;
  // Lengths that the note tells already are those of identifiers.
  return minLength === undefined && maxLength !== undefined ? `at most ${maxLength} characters` : '';
}

/** How `MEMBER=VALUE,…` goes on: what an entry must have first. */
function membersOf({ type, fields = [] }: Field): string {
  if (type !== 'list' || fields.length <= PAIR_MEMBERS) return '';
  const names = (wanted: boolean): string =>
    fields
      .filter(({ required }) => (required === true) === wanted)
      .map(optionName)
      .join(', ');
  return `: ${names(true)}, and as wanted ${names(false)}`;
}

/** What the program finds out for itself need not be given. */
function needed({ name, required }: Field): string {
  return required === true && name !== 'clientName' ? ' (required)' : '';
}

/** A note as help shows it: no full stop, and no capital but that of a name. */
function sentence(note: string): string {
  const text = note.trim().replace(/\.$/, '');
  return /^[A-Z][a-z]*( |$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The same flag in two systems: takes a value when one of them wants one, and every documented spelling. */
function merged(one: OptionSpec, other: OptionSpec): OptionSpec {
  const base = one.value === undefined && other.value !== undefined ? other : one;
  const aliases = [...new Set([...(one.aliases ?? []), ...(other.aliases ?? [])])];
  return {
    ...base,
    ...(aliases.length > 0 && { aliases }),
    ...((one.repeatable === true || other.repeatable === true) && { repeatable: true }),
  };
}
