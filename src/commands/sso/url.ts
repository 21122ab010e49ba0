/** `sso url`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'sso url',
  summary: 'Print the link to the single sign-on of a customer account',
  description:
    'A person signs in behind it and comes back with an id token or a code, which activate and license list take by ' +
    '--id-token-stdin and --code-stdin. Which of the two comes without --response-type is not documented alike everywhere.',
  args: [{ name: 'ACCOUNT', description: 'code of the customer account', required: true }],
  flagsFrom: { capability: 'sso.url', positional: ['customer_account_code'] },
  examples: [
    {
      command: 'licensectl sso url harbour-sso --product lsuser --response-type code --context licensespring',
      explains: 'the link alone, to be opened',
    },
    {
      command: 'licensectl sso url harbour-sso --product lsuser --json --context licensespring',
      explains: 'with what the server tells about the identity provider',
    },
  ],
  read: ({ signOn }) => signOn?.sso,
  id: 'url',
  document: ({ url }) => url,
});
