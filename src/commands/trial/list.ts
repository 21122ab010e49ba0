/** `trial list`. */
import { TRIAL_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { LISTING_OPTIONS, listOutcome } from '../listing.js';
import { capability, prepare } from '../prepare.js';

export const command: Command = {
  name: 'trial list',
  summary: 'List trials',
  options: LISTING_OPTIONS,
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
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const view = { columns: TRIAL_COLUMNS, id: 'computer', noun: 'trial' };
    return listOutcome(context, parsed, capability(connection, 'trials'), input, view);
  },
};
