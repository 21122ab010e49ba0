/** `profile show`. */
import type { Command } from '../command.js';
import { capability, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

export const command: Command = {
  name: 'profile show',
  summary: 'Show one code profile',
  args: [{ name: 'NAME', description: 'name of the profile', required: true }],
  flagsFrom: { capability: 'profiles.show', positional: ['profilename'] },
  examples: [
    {
      command: 'licensectl profile show TestProfile --product 6453300110',
      explains: 'the terms its codes get',
    },
    {
      command: 'licensectl profile show TestProfile --product 6453300110 --server-functions --json',
      explains: 'with server functions, for a script',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { value, raw } = await capability(connection, 'profiles').show(input);
    return { result: recordOf(value, 'name', { raw }) };
  },
};
