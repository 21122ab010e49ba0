/** Licence codes. */
import type { Client } from '../../client.js';
import type { Capabilities } from '../../provider.js';
import { readCodes } from '../find-code.js';
import { listCodes } from '../operations/codes.js';
import { readCode } from '../read-codes.js';
import { listingOf } from './listings.js';

export function codeCapability(client: Client): NonNullable<Capabilities['codes']> {
  return {
    ...listingOf(client, {
      operation: listCodes,
      pageField: 'pagenumber',
      sizeField: 'pagesize',
      key: 'licenseCode',
      read: readCode,
    }),
    show: (input) => readCodes(client, input),
  };
}
