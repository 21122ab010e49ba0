/** `trial list`. */
import { TRIAL_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { listingCommand } from '../reading.js';

export const command: Command = listingCommand({
  name: 'trial list',
  summary: 'List trials',
  flagsFrom: { capability: 'trials.list' },
  examples: [
    {
      command: 'licensectl trial list --product 6453300110 --trial-status inTrial --expires-within 7d',
      explains: 'trials that end in the coming week',
    },
    {
      command: 'licensectl trial list --converted true --created-within 30d --count',
      explains: 'how many were bought',
    },
  ],
  listing: ({ trials }) => trials,
  columns: TRIAL_COLUMNS,
  id: 'computer',
  noun: 'trial',
});
