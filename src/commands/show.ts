/** `show`. */
import { textArgument } from './arguments.js';
import type { Command } from './command.js';
import { capability, prepare } from './prepare.js';
import { recordOf } from './rows.js';

export const command: Command = {
  name: 'show',
  summary: 'Show a licence as its system has it',
  description:
    'For Zentitle --product chooses one product of the code. Parallels shows the licence of the farm and takes no KEY. ' +
    'Of a floating LicenseSpring licence a look takes or renews a seat.',
  args: [{ name: 'KEY', description: 'licence key or code', required: false }],
  flagsFrom: { capability: 'show', positional: ['license_key', 'userKey', 'licensecode'] },
  examples: [
    { command: 'licensectl show 206454320110930859 --product 6453300110', explains: 'a Zentitle code' },
    {
      command:
        'licensectl show 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --context licensespring',
      explains: 'a LicenseSpring licence, as this device sees it',
    },
    {
      command: 'licensectl show --context parallels --json',
      explains: 'the licence of a Parallels RAS farm',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { value, raw } = await capability(connection, 'show')(input);
    return {
      result: recordOf({ ...value, key: value.key ?? textArgument(parsed, 'KEY') ?? null }, 'key', { raw }),
    };
  },
};
