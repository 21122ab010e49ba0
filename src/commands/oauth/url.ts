/** `oauth url`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'oauth url',
  summary: 'Print the link to the sign-in of the user portal',
  description:
    'Of this call the vendor publishes the name and what goes in and out, and no page: what a LOGIN-TYPE may be is not known.',
  args: [{ name: 'LOGIN-TYPE', description: 'which sign-in', required: true }],
  flagsFrom: { capability: 'oauth.url', positional: ['login_type'] },
  examples: [
    {
      command: 'licensectl oauth url google --context licensespring',
      explains: 'the link alone, to be opened',
    },
    { command: 'licensectl oauth url google --json --context licensespring', explains: 'for a script' },
  ],
  read: ({ signOn }) => signOn?.oauth,
  id: 'url',
  document: ({ url }) => url,
});
