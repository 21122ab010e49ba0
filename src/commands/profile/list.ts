/** `profile list`. */
import { PROFILE_COLUMNS } from '../columns.js';
import type { Command } from '../command.js';
import { listingCommand } from '../reading.js';

export const command: Command = listingCommand({
  name: 'profile list',
  summary: 'List code profiles',
  flagsFrom: { capability: 'profiles.list' },
  examples: [
    { command: 'licensectl profile list --product 6453300110', explains: 'the profiles of one product' },
    { command: 'licensectl profile list --all -q', explains: 'only the names, of every product' },
  ],
  listing: ({ profiles }) => profiles,
  columns: PROFILE_COLUMNS,
  id: 'name',
  noun: 'profile',
});
