/** `consumer list`. */
import { CONSUMER_COLUMNS } from '../account-columns.js';
import type { Command } from '../command.js';
import { listingCommand } from '../reading.js';

export const command: Command = listingCommand({
  name: 'consumer list',
  summary: 'List what end users told when they registered',
  description:
    'Only the latest record of each computer, unless --just-last false is given. Prints the first 100 and says on ' +
    'standard error when there are more.',
  flagsFrom: { capability: 'consumers.list' },
  examples: [
    {
      command: 'licensectl consumer list --product 6872450105 --type activations --start-date 2018-11-01',
      explains: 'who activated since November 2018',
    },
    {
      command: 'licensectl consumer list --product 6872450105 --just-last false --count',
      explains: 'how many records there are',
    },
  ],
  listing: ({ consumers }) => consumers,
  columns: CONSUMER_COLUMNS,
  id: 'computer',
  noun: 'consumer record',
});
