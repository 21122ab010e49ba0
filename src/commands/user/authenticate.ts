/** `user authenticate`. */
import { switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { offered, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

/** What a "no" exits with under `--exit-status`, as with `check`. */
const NOT_AUTHENTICATED = 6;

export const command: Command = {
  name: 'user authenticate',
  summary: 'Check the user name and password of an end user',
  description:
    'Exits 0 whatever the verdict, which is in the data: authenticated, message. With --exit-status a "no" exits 6; a ' +
    'refused API key exits 4. The password comes from --user-password-stdin, a prompt, or LICENSECTL_USER_PASSWORD.',
  args: [{ name: 'USERNAME', description: 'user name', required: true }],
  options: [{ flag: 'exit-status', description: 'exit 6 when the user may not sign in' }],
  flagsFrom: { capability: 'users.authenticate', positional: ['username'] },
  examples: [
    {
      command: 'licensectl user authenticate testuser21 --user-password-stdin < password.txt',
      explains: 'yes or no, and the server’s own words',
    },
    {
      command:
        'printf test21PassWord | licensectl user authenticate testuser21 --user-password-stdin --exit-status -q',
      explains: 'in a script: goes on only when the user may sign in',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const authenticate = offered(connection, ({ users }) => users?.authenticate, {
      capability: 'users.authenticate',
    });
    const { value, raw } = await authenticate(input);
    const result = recordOf(value, 'username', { raw });
    return !value.authenticated && switchOption(parsed, 'exit-status')
      ? { result, exitCode: NOT_AUTHENTICATED }
      : { result };
  },
};
