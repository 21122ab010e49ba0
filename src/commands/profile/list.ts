/** `profile list`. */
import { PROFILE_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { LISTING_OPTIONS, listOutcome } from '../listing.js';
import { capability, prepare } from '../prepare.js';

export const command: Command = {
  name: 'profile list',
  summary: 'List code profiles',
  options: LISTING_OPTIONS,
  flagsFrom: { capability: 'profiles.list' },
  examples: [
    { command: 'licensectl profile list --product 6453300110', explains: 'the profiles of one product' },
    { command: 'licensectl profile list --all -q', explains: 'only the names, of every product' },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const view = { columns: PROFILE_COLUMNS, id: 'name', noun: 'profile' };
    return listOutcome(context, parsed, capability(connection, 'profiles'), input, view);
  },
};
