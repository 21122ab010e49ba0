/** What end users told when they registered. */
import type { Client } from '../../client.js';
import type { Capabilities } from '../../provider.js';
import { readText } from '../../read.js';
import { changing } from '../changes.js';
import { createConsumer, listConsumers } from '../operations/consumers.js';
import { readConsumer } from '../read-consumers.js';
import { listingOf } from './listings.js';

export function consumerCapability(client: Client): NonNullable<Capabilities['consumers']> {
  return {
    ...listingOf(client, {
      operation: listConsumers,
      pageField: 'pagenumber',
      sizeField: 'pagesize',
      key: 'computerID',
      read: readConsumer,
    }),
    create: changing(client, createConsumer, ({ productid, computerid, licensecode }) => ({
      product: readText(productid),
      computer: readText(computerid),
      code: readText(licensecode),
    })),
  };
}
