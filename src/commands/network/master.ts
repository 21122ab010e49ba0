/** `network master`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'network master',
  summary: 'Create the master licence that activates a LAN daemon',
  description:
    'Each call makes another one, so it is never sent twice by itself. What the server answers is not documented: the ' +
    'code or certificate in it is shown as license, and --raw prints all of it.',
  flagsFrom: { capability: 'network.master' },
  examples: [
    { command: 'licensectl network master --product 6872450105', explains: 'for no company' },
    {
      command: 'licensectl network master --product 6872450105 --company-id 4 --json | jq -r .data.license',
      explains: 'for a company, in a script',
    },
  ],
  change: ({ network }) => network?.master,
  id: 'license',
  done: ({ product }) => `Created a master licence of product ${product}.`,
});
