/** `group create`. */
import { FROM_FILE } from '../body-flags.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'group create',
  summary: 'Create a group of end users',
  description:
    'The users of a master group manage those of its subgroups. What the server answers is not documented: the new ' +
    'id is looked up when it is not in the answer.',
  args: [{ name: 'NAME', description: 'name of the group', required: false }],
  options: [FROM_FILE],
  flagsFrom: { capability: 'groups.create', positional: ['groupname'] },
  examples: [
    {
      command:
        'licensectl group create "Nordlicht Hamburg" --type standard --company-id 3 --description "The office at the harbour"',
      explains: 'a group of one company',
    },
    {
      command: 'licensectl group create "Nordlicht Kiel" --type standard --master-group-id 9 -q',
      explains: 'a subgroup of group 9; prints the new id',
    },
  ],
  change: ({ groups }) => groups?.create,
  id: 'id',
  done: ({ id, name }) => `Created group ${name}${id === null ? '' : ` with id ${id}`}.`,
});
