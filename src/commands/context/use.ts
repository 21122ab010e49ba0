/** `context use`. */
import type { Command } from '../command.js';
import { changed } from './changed.js';

export const command: Command = {
  name: 'context use',
  summary: 'Make a context the current one',
  args: [{ name: 'NAME', description: 'the context', required: true }],
  examples: [
    { command: 'licensectl context use babel', explains: 'later commands go to Babel' },
    {
      command: 'licensectl show --context parallels',
      explains: 'just one command, without changing the current context',
    },
  ],
  async run(context, parsed) {
    const name = String(parsed.args.NAME);
    await (await context.contexts()).use(name);
    return changed(context, 'use', { name, current: true }, `Now using context '${name}'.`);
  },
};
