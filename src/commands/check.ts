/** `check`. */
import { switchOption } from './arguments.js';
import type { Command } from './command.js';
import { capability, prepare } from './prepare.js';
import { recordOf } from './rows.js';

/** What a "no" exits with under `--exit-status`: the status of a refusal by the licence system. */
const NOT_VALID = 6;

export const command: Command = {
  name: 'check',
  summary: 'Ask whether a licence is valid now',
  description:
    'Exits 0 whatever the verdict, which is in the data: valid, reason, message. With --exit-status a "no" exits 6. ' +
    'Of a floating LicenseSpring licence a check takes or renews a seat.',
  args: [{ name: 'KEY', description: 'licence key or code', required: false }],
  options: [{ flag: 'exit-status', description: 'exit 6 when the licence is not valid' }],
  flagsFrom: { capability: 'check', positional: ['license_key', 'userKey', 'licensecode'] },
  examples: [
    { command: 'licensectl check 206454320110930859 --product 6453300110', explains: 'a Zentitle code' },
    {
      command:
        'licensectl check 1111-2222-3333-4444 --product lsprod --hardware-id office-pc-01 --exit-status --context licensespring',
      explains: 'in a script: goes on only when the licence is valid on this device',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { value, raw } = await capability(connection, 'check')(input);
    const result = recordOf(value, 'key', { raw, hidden: ['license'] });
    return !value.valid && switchOption(parsed, 'exit-status') ? { result, exitCode: NOT_VALID } : { result };
  },
};
