/** Versions of a product and their installation files. */
import { numberOf, textOf } from '../row.js';
import type { SqlRow } from '../store.js';
import type { SystemDeps } from '../system.js';
import { type Input, optionalText } from './input.js';
import { storedJson } from './stored-json.js';

/** What a call looks at. Not documented: without `env` all environments, without `channel` the stable channel. */
export interface VersionFilter {
  readonly environment?: string;
  readonly channel: string;
  /** Milliseconds since the epoch; null for all. */
  readonly until: number | null;
}

const MEMBERS = [
  'version',
  'installation_file',
  'release_date',
  'hash_md5',
  'requires_version',
  'environment',
  'eula_link',
  'release_notes_link',
  'size',
  'channel',
] as const;

const STABLE = 'stable';

export type VersionRecord = Readonly<Record<string, unknown>>;

export function versionFilter(input: Input, until: number | null): VersionFilter {
  const environment = optionalText(input, 'env');
  const channel = optionalText(input, 'channel') ?? STABLE;
  return { channel, until, ...(environment === undefined ? {} : { environment }) };
}

/** Newest first. */
export function versionRows(deps: SystemDeps, product: SqlRow, filter: VersionFilter): SqlRow[] {
  const sql = `select * from licensespring_version
    where product_id = ? and channel = ? and (? is null or environment = ?) and (? is null or released_at <= ?)
    order by released_at desc, id desc`;
  const { environment = null, channel, until } = filter;
  return deps.store.all(sql, numberOf(product, 'id'), channel, environment, environment, until, until);
}

export function newestVersion(
  deps: SystemDeps,
  product: SqlRow,
  filter: VersionFilter,
): VersionRecord | undefined {
  const [row] = versionRows(deps, product, filter);
  return row === undefined ? undefined : versionRecord(row);
}

/** All documented members of a version. */
export function versionRecord(row: SqlRow): VersionRecord {
  const known: VersionRecord = {
    ...storedJson<VersionRecord>(row, 'details'),
    version: textOf(row, 'version'),
    release_date: releaseDate(row),
    environment: textOf(row, 'environment'),
    channel: textOf(row, 'channel'),
  };
  return Object.fromEntries(MEMBERS.map((name) => [name, known[name] ?? null]));
}

/** The members of a version that a check has flat; all null where there is none. */
export function flatVersion(version: VersionRecord | undefined): VersionRecord {
  return version ?? Object.fromEntries(MEMBERS.map((name) => [name, null]));
}

/** A day, as in the documented examples. */
export function releaseDate(row: SqlRow): string {
  return new Date(numberOf(row, 'released_at')).toISOString().slice(0, 10);
}
