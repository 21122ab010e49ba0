/** `group update`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'group update',
  summary: 'Change a group',
  description: 'What is left out stays as it is.',
  args: [{ name: 'ID', description: 'group id; group show NAME tells it', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'groups.update', positional: ['groupid'] },
  examples: [
    { command: 'licensectl group update 9 --description "the testers"', explains: 'another description' },
    {
      command: 'licensectl group update 10 --new-name Testers --company-id 0 --dry-run',
      explains: 'another name, and no company; shows what would be sent',
    },
  ],
  change: ({ groups }) => groups?.update,
  naming: ['groupid'],
  id: 'id',
  done: ({ id }) => `Group ${id} is updated.`,
});
