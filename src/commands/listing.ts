/** What `codes list`, `profile list` and `trial list` share: how much of a listing is fetched, and how. */
import type { Input } from '../api/operation.js';
import type { Listing, Page } from '../api/provider.js';
import { UsageError } from '../errors.js';
import type { Column, ListResult, Outcome, Row } from '../output/result.js';
import { countOption, refuseTogether, switchOption } from './arguments.js';
import type { OptionSpec, Parsed } from './command.js';
import { walkPages } from './pages.js';
import { asRow, counted } from './rows.js';
import type { RunContext } from './run-context.js';

/** Rows shown when nobody says how many. */
const DEFAULT_LIMIT = 100;
/** Rows a request: large enough that a call is worth its round trip, small enough that two pages are one or two megabytes. */
const PAGE_SIZE = 500;

export const LISTING_OPTIONS: readonly OptionSpec[] = [
  { flag: 'limit', value: 'N', description: `print at most N rows (${DEFAULT_LIMIT} when nothing is said)` },
  { flag: 'all', description: 'print every row; pages are streamed, never held whole' },
  { flag: 'count', description: 'print only how many there are' },
  { flag: 'page', value: 'N', description: 'print one page, counted from 1' },
  { flag: 'page-size', value: 'N', description: 'rows a page, with --page or --all' },
];

export interface ListingView {
  readonly columns: readonly Column[];
  /** The key that `-q` prints. */
  readonly id: string;
  /** `code`, `trial`: for sentences. */
  readonly noun: string;
}

/** How much of the listing a call wants. */
interface Extent {
  readonly firstPage: number;
  readonly pageSize: number;
  /** Rows to print at most. */
  readonly limit: number;
  /** Nobody asked for this limit, so that there is more is worth saying. */
  readonly byDefault: boolean;
}

/** @throws UsageError for flags that exclude each other or numbers out of range; nothing was sent */
export async function listOutcome<T extends object>(
  context: RunContext,
  parsed: Parsed,
  listing: Listing<T>,
  filter: Input,
  view: ListingView,
): Promise<Outcome> {
  const extent = extentOf(parsed, listing.maxPageSize, !context.settings.raw);
  if (switchOption(parsed, 'count')) {
    const { value, raw } = await listing.count(filter);
    return {
      result: { kind: 'record', record: { count: value }, id: 'count', raw, document: String(value) },
    };
  }
  return { result: listResult(context, listing, filter, view, extent) };
}

function extentOf(parsed: Parsed, maxPageSize: number, lookAhead: boolean): Extent {
  refuseTogether(parsed, ['all', 'limit', 'count', 'page']);
  refuseTogether(parsed, ['limit', 'page-size']);
  refuseTogether(parsed, ['count', 'page-size']);
  const page = countOption(parsed, 'page', 1);
  const size = countOption(parsed, 'page-size', 1);
  if (size !== undefined && size > maxPageSize) {
    throw new UsageError(`--page-size goes up to ${maxPageSize} here.`, { code: 'out_of_range' });
  }
  const whole = Math.min(PAGE_SIZE, maxPageSize);
  if (switchOption(parsed, 'all')) {
    return { firstPage: 1, pageSize: size ?? whole, limit: Number.POSITIVE_INFINITY, byDefault: false };
  }
  if (page !== undefined || size !== undefined) {
    const pageSize = size ?? Math.min(DEFAULT_LIMIT, maxPageSize);
    return { firstPage: page ?? 1, pageSize, limit: pageSize, byDefault: false };
  }
  const limit = countOption(parsed, 'limit', 1);
  const rows = limit ?? DEFAULT_LIMIT;
  // One row more than is printed tells whether there is more, at no further call. Raw bodies are printed whole.
  const pageSize = Math.min(lookAhead ? rows + 1 : rows, whole);
  return { firstPage: 1, pageSize, limit: rows, byDefault: limit === undefined };
}

function listResult<T extends object>(
  context: RunContext,
  listing: Listing<T>,
  filter: Input,
  view: ListingView,
  extent: Extent,
): ListResult {
  const meta: { count: number; more: boolean | null; total?: number } = { count: 0, more: null };
  const { firstPage, pageSize, limit } = extent;
  const fetch = (page: number): Promise<Page<T>> => listing.page(filter, firstPage - 1 + page, pageSize);

  async function* rows(): AsyncGenerator<Row> {
    // The body a page came in is as large as its rows: it is let go before the page has to wait.
    const fetchRows = async (page: number) => ({ rows: (await fetch(page)).rows });
    for await (const page of walkPages({ fetch: fetchRows, pageSize, limit })) {
      const left = limit - meta.count;
      const shown = page.rows.length > left ? page.rows.slice(0, left) : page.rows;
      meta.count += shown.length;
      meta.more = page.rows.length > left ? true : page.rows.length < pageSize ? false : null;
      for (const row of shown) yield asRow(row);
      if (meta.more === true) break;
    }
    if (meta.more === true && extent.byDefault) await sayThereIsMore();
  }

  async function sayThereIsMore(): Promise<void> {
    const total = await listing.count(filter).catch(() => null);
    if (total !== null) meta.total = total.value;
    const all = total === null ? 'There are more' : `There are ${counted(total.value, view.noun)}`;
    context.notice(`${all}; these are the first ${meta.count}. Use --all, or --limit N.`, 'more_rows');
  }

  async function* raw(): AsyncGenerator<string> {
    for await (const page of walkPages({ fetch, pageSize, limit })) yield page.raw;
  }

  return {
    kind: 'list',
    columns: view.columns,
    id: view.id,
    rows: rows(),
    meta: () => meta,
    raw,
    empty: `No ${view.noun}s match.`,
  };
}
