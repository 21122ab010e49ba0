/** `logout`. */
import type { Command } from './command.js';
import { changed } from './context/changed.js';
import { NAME_ARGUMENT, namedContext } from './context/name-argument.js';

export const command: Command = {
  name: 'logout',
  summary: 'Forget the credentials of a context',
  description:
    'The address stays, so that the next login asks for the secret alone; `context remove` drops that too. ' +
    'Keys are not revoked on the server.',
  args: [NAME_ARGUMENT],
  examples: [
    { command: 'licensectl logout', explains: 'the context in use' },
    { command: 'licensectl logout parallels', explains: 'another one' },
  ],
  async run(context, parsed) {
    const { name } = await namedContext(context, parsed);
    await (await context.contexts()).forgetSecrets(name);
    const message = `The credentials of context '${name}' are forgotten on this computer.`;
    return changed(context, 'logout', { name, loggedOut: true }, message);
  },
};
