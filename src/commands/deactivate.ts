/** `deactivate`. */
import type { Command } from './command.js';

export const command: Command = {
  name: 'deactivate',
  summary: 'Free a device from a licence',
  description:
    'Asks first; --yes answers. Zentitle: CODE with --computer for one, or --all for every activation of the code, ' +
    'which shows how many there are and wants the number typed back, or --yes --expect N. Parallels takes no KEY: it ' +
    'frees the farm. LicenseSpring takes the last usage along with --consumptions and --variable.',
  args: [{ name: 'KEY', description: 'licence key or code', required: false }],
  options: [
    { flag: 'all', description: 'every activation of the code [zentitle]' },
    {
      flag: 'expect',
      value: 'N',
      description: 'with --all and --yes: go on only when there are exactly N activations',
    },
  ],
  flagsFrom: { capability: 'deactivate', positional: ['license_key', 'userKey', 'licensecode'] },
  examples: [
    {
      command:
        'licensectl deactivate 206454320110930859 --product 6872450105 --computer kQe0MRH12bYgemkYW2bc',
      explains: 'one computer of a Zentitle code',
    },
    {
      command: 'licensectl deactivate 206454320110930859 --product 6872450105 --all --dry-run',
      explains: 'what --all would take away',
    },
    {
      command:
        'licensectl deactivate 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --yes --context licensespring',
      explains: 'a LicenseSpring device, without being asked',
    },
  ],
  async run(context, parsed) {
    const { deactivate } = await import('./deactivate-license.js');
    return deactivate(context, command, parsed);
  },
};
