/** Commands that read: one record, all records of a kind, or a listing in pages. */
import type { Ask, Capabilities, Listing } from '../api/provider.js';
import type { Column } from '../output/result.js';
import type { Command, FlagSource } from './command.js';
import { LISTING_OPTIONS, listOutcome } from './listing.js';
import { offered, prepare } from './prepare.js';
import { asRow, recordOf } from './rows.js';

interface ReadingSpec extends Omit<Command, 'run'> {
  readonly flagsFrom: FlagSource;
  /** The key that `-q` prints. */
  readonly id: string;
}

export interface RecordSpec<T extends object> extends ReadingSpec {
  readonly read: (capabilities: Capabilities) => Ask<T> | undefined;
  /** Keys that a table leaves out: long or nested ones. */
  readonly hidden?: readonly string[];
  /** What stands alone where no format is asked for: a link, to be copied or opened. */
  readonly document?: (record: T) => string;
}

export function recordCommand<T extends object>(spec: RecordSpec<T>): Command {
  const { id, read, hidden, document, ...declared } = spec;
  const command: Command = {
    ...declared,
    async run(context, parsed) {
      const { connection, input } = await prepare(context, command, parsed);
      const { value, raw } = await offered(connection, read, spec.flagsFrom)(input);
      const more = { ...(hidden && { hidden }), ...(document && { document: document(value) }) };
      return { result: recordOf(value, id, { raw, ...more }) };
    },
  };
  return command;
}

export interface RowsSpec<T extends object> extends ReadingSpec {
  readonly read: (capabilities: Capabilities) => Ask<readonly T[]> | undefined;
  readonly columns: readonly Column[];
  /** Said when there is no row: `There are no companies.` */
  readonly empty: string;
}

/** For calls that answer with everything at once. */
export function rowsCommand<T extends object>(spec: RowsSpec<T>): Command {
  const { id, read, columns, empty, ...declared } = spec;
  const command: Command = {
    ...declared,
    async run(context, parsed) {
      const { connection, input } = await prepare(context, command, parsed);
      const { value, raw } = await offered(connection, read, spec.flagsFrom)(input);
      return { result: { kind: 'list', columns, id, rows: value.map(asRow), raw: () => [raw], empty } };
    },
  };
  return command;
}

export interface ListingSpec<T extends object> extends ReadingSpec {
  readonly listing: (capabilities: Capabilities) => Listing<T> | undefined;
  readonly columns: readonly Column[];
  /** `code`, `trial`: for sentences. */
  readonly noun: string;
}

/** For calls that answer page by page, and count. */
export function listingCommand<T extends object>(spec: ListingSpec<T>): Command {
  const { id, listing, columns, noun, ...declared } = spec;
  const command: Command = {
    ...declared,
    options: [...LISTING_OPTIONS, ...(spec.options ?? [])],
    async run(context, parsed) {
      const { connection, input } = await prepare(context, command, parsed);
      const found = offered(connection, listing, spec.flagsFrom);
      return listOutcome(context, parsed, found, input, { columns, id, noun });
    },
  };
  return command;
}
