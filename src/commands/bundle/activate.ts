/** `bundle activate`. */
import type { Command } from '../command.js';
import { rowsCommand } from '../reading.js';
import { BUNDLE_ACTIVATION_COLUMNS } from '../usage-columns.js';

export const command: Command = rowsCommand({
  name: 'bundle activate',
  summary: 'Bind all licences of a bundle to a device',
  description:
    '--product is the code of the bundle. KEY, or --username with a password, or single sign-on with ' +
    '--customer-account-code. Passwords and tokens come from --…-stdin, a prompt, or LICENSECTL_ACCOUNT_PASSWORD, ' +
    'LICENSECTL_ID_TOKEN and LICENSECTL_SSO_CODE.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'bundles.activate', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl bundle activate SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --hostname desk-7 --context licensespring',
      explains: 'every licence of the bundle on this device',
    },
    {
      command:
        'licensectl bundle activate --username team@example.com --password-stdin --product lsteam --hardware-id HWID-1 --context licensespring < password.txt',
      explains: 'a bundle licensed by user',
    },
  ],
  read: ({ bundles }) => bundles?.activate,
  columns: BUNDLE_ACTIVATION_COLUMNS,
  id: 'licenseId',
  empty: 'The bundle has no licences.',
});
