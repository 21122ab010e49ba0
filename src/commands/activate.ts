/** `activate`. */
import type { Command } from './command.js';
import { OUT_OPTIONS } from './file-output.js';

export const command: Command = {
  name: 'activate',
  summary: 'Bind a licence to a device',
  description:
    'LicenseSpring: KEY, or --username with a password, or single sign-on with --customer-account-code. Babel: KEY. ' +
    'Parallels: KEY, or a trial without one, with --email and the account password. Zentitle: --certificate with the ' +
    'request file of the client. Passwords and tokens come from --…-stdin, a prompt, or LICENSECTL_ACCOUNT_PASSWORD, LICENSECTL_ID_TOKEN and LICENSECTL_SSO_CODE.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  options: [
    {
      flag: 'certificate',
      value: 'FILE',
      description: "the client's activation request; - for standard input [zentitle]",
      aliases: ['activationcertificate'],
    },
    ...OUT_OPTIONS,
  ],
  flagsFrom: {
    capability: 'activate',
    positional: ['license_key', 'userKey', 'key'],
    omit: ['activationcertificate'],
  },
  examples: [
    {
      command:
        'licensectl activate 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --hostname desk-7 --context licensespring',
      explains: 'a LicenseSpring key on this device',
    },
    {
      command:
        'licensectl activate ACTIV-ATION-DESK0-00001 --machine-id M-1 --client-id editor --context babel',
      explains: 'a Babel key; the client name is this computer',
    },
    {
      command:
        'licensectl activate RAS1-PREP-AID0-0050-CV55K2 --email someone@parallels.com --password-stdin --context parallels < password.txt',
      explains: 'a Parallels RAS farm, confirmed by reading the licence back',
    },
    {
      command: 'licensectl activate --product 6872450105 --certificate customer.req --out answer.cert',
      explains: 'an offline client of Zentitle',
    },
  ],
  async run(context, parsed) {
    const { activate } = await import('./activate-license.js');
    return activate(context, command, parsed);
  },
};
