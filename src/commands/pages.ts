/** Walking through the pages of a listing: one page ahead of the reader, never more. */
import { NetworkError } from '../errors.js';

/** What a walk has to see of a page. What is not in it is not held while the page waits for its reader. */
interface Rows {
  readonly rows: readonly object[];
}

export interface Walk<P extends Rows> {
  /** `page` counts from 1. */
  readonly fetch: (page: number) => Promise<P>;
  readonly pageSize: number;
  /** Stop asking once this many rows were fetched; Infinity for all. */
  readonly limit: number;
}

/**
 * Yields pages until one is shorter than `pageSize` or `limit` rows have come. The next page is being fetched
 * while the reader is busy with the present one.
 * @throws NetworkError `repeated_page` when the server sends the same page again: it would never end
 */
export async function* walkPages<P extends Rows>({ fetch, pageSize, limit }: Walk<P>): AsyncGenerator<P> {
  let fetched = 0;
  let previous: string | null = null;
  let next = fetch(1);
  for (let page = 1; ; page += 1) {
    const current = await next;
    const mark = markOf(current);
    if (current.rows.length > 0 && mark === previous) throw repeated(page);
    previous = mark;
    fetched += current.rows.length;
    const last = current.rows.length < pageSize || fetched >= limit;
    if (!last) {
      next = fetch(page + 1);
      // A failure is met at the await above; until then it must not count as unhandled.
      next.catch(() => undefined);
    }
    yield current;
    if (last) return;
  }
}

/** Pages of one listing that are as long, and begin and end with the same record, are the same. */
function markOf({ rows }: Rows): string {
  return JSON.stringify([rows.length, rows[0], rows.at(-1)]);
}

function repeated(page: number): NetworkError {
  return new NetworkError(`The server sent page ${page - 1} again as page ${page}.`, {
    code: 'repeated_page',
    hint: 'The rows so far are good, the list is not complete. Narrow the filter, or fetch single pages with --page.',
  });
}
