/** `group delete`. */
import type { Input } from '../../api/operation.js';
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { counted } from '../rows.js';

export const command: Command = changeCommand({
  name: 'group delete',
  summary: 'Delete a group',
  description: 'What becomes of the users and codes of the group is not documented.',
  args: [{ name: 'NAME', description: 'name of the group; or give --group-id', required: false }],
  flagsFrom: { capability: 'groups.delete', positional: ['groupname'] },
  examples: [
    { command: 'licensectl group delete Subgroup1', explains: 'says what is in it and asks first' },
    { command: 'licensectl group delete --group-id 10 --yes', explains: 'for a script: does not ask' },
  ],
  change: ({ groups }) => groups?.delete,
  question: (input) => `Delete group ${subjectOf(input)}?`,
  async whom({ groups }, { groupid, groupname }) {
    const group = (await groups?.show({ groupid, groupname }))?.value;
    if (group === undefined) return '';
    const holds = [
      counted(group.users.length, 'user'),
      counted(group.codes.length, 'code'),
      counted(group.subgroups.length, 'subgroup'),
    ];
    return `It is ${group.name} with id ${group.id}, and has ${holds.join(', ')}.`;
  },
  // What it was named by; the answer tells no id.
  id: ({ id }) => (id === null ? 'name' : 'id'),
  done: ({ id, name }) => `Group ${name ?? id} is deleted.`,
});

const subjectOf = ({ groupid, groupname }: Input): string => String(groupname ?? groupid);
