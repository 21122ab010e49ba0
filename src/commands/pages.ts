/** Walking through the pages of a listing: one page ahead of the reader, never more. */
import type { Page } from '../api/provider.js';
import { NetworkError } from '../errors.js';

export interface Walk<T> {
  /** `page` counts from 1. */
  readonly fetch: (page: number) => Promise<Page<T>>;
  readonly pageSize: number;
  /** Stop asking once this many rows were fetched; Infinity for all. */
  readonly limit: number;
}

/**
 * Yields pages until one is shorter than `pageSize` or `limit` rows have come. The next page is being fetched
 * while the reader is busy with the present one.
 * @throws NetworkError `repeated_page` when the server sends the same page again: it would never end
 */
export async function* walkPages<T>({ fetch, pageSize, limit }: Walk<T>): AsyncGenerator<Page<T>> {
  let fetched = 0;
  let previous: string | null = null;
  let next = fetch(1);
  for (let page = 1; ; page += 1) {
    const current = await next;
    if (current.rows.length > 0 && current.raw === previous) throw repeated(page);
    previous = current.raw;
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

function repeated(page: number): NetworkError {
  return new NetworkError(`The server sent page ${page - 1} again as page ${page}.`, {
    code: 'repeated_page',
    hint: 'The rows so far are good, the list is not complete. Narrow the filter, or fetch single pages with --page.',
  });
}
