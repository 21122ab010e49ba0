/** Events of the data stream. */
import type { Client } from '../../client.js';
import type { Capabilities } from '../../provider.js';
import { readText } from '../../read.js';
import { changing } from '../changes.js';
import { emitEvent } from '../operations/events.js';

export function eventCapability(client: Client): NonNullable<Capabilities['events']> {
  return {
    send: changing(client, emitEvent, ({ event, productId }) => ({
      event: readText(event),
      product: readText(productId),
    })),
  };
}
