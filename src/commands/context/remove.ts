/** `context remove`. */
import type { Command } from '../command.js';
import { changed } from './changed.js';

export const command: Command = {
  name: 'context remove',
  summary: 'Remove a context and its credentials from this computer',
  args: [{ name: 'NAME', description: 'the context', required: true }],
  examples: [
    {
      command: 'licensectl context remove babel',
      explains: 'asks first; nothing changes on the server',
    },
    { command: 'licensectl context remove babel --yes', explains: 'without being asked' },
  ],
  async run(context, parsed) {
    const name = String(parsed.args.NAME);
    const store = await context.contexts();
    const { contexts } = await store.read();
    if (Object.hasOwn(contexts, name)) {
      await (await context.prompts()).confirm(
        `Remove context '${name}' and its credentials from this computer?`,
      );
    }
    await store.remove(name);
    return changed(context, 'remove', { name, removed: true }, `Context '${name}' removed.`);
  },
};
