/** The four lists of Zentitle page alike: page 0 counts, page 1 and on give records. */
import type { Client } from '../../client.js';
import type { Operation } from '../../operation.js';
import type { Listing } from '../../provider.js';
import type { JsonObject } from '../../read.js';
import { countIn, recordsIn } from '../answers.js';

/** The largest page, which is also what comes when no size is given. */
const MAX_PAGE_SIZE = 10_000;

export interface ListingShape<T> {
  readonly operation: Operation;
  /** The spelling of this call's paging fields. */
  readonly pageField: 'pagenumber' | 'pageNumber';
  readonly sizeField: 'pagesize' | 'pageSize';
  /** The member that no record can be without. */
  readonly key: string;
  readonly read: (record: JsonObject) => T;
}

export function listingOf<T>(client: Client, shape: ListingShape<T>): Listing<T> {
  const { operation, pageField, sizeField, key, read } = shape;
  return {
    maxPageSize: MAX_PAGE_SIZE,
    async count(filter) {
      const answer = await client.call(operation, { ...filter, [pageField]: 0 });
      return { value: countIn(answer, operation), raw: answer.body };
    },
    async page(filter, page, pageSize) {
      const answer = await client.call(operation, { ...filter, [pageField]: page, [sizeField]: pageSize });
      return { rows: recordsIn(answer, operation, key).map(read), raw: answer.body };
    },
  };
}
