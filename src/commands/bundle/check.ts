/** `bundle check`. */
import type { Command } from '../command.js';
import { rowsCommand } from '../reading.js';
import { BUNDLE_LICENSE_COLUMNS } from '../usage-columns.js';

export const command: Command = rowsCommand({
  name: 'bundle check',
  summary: 'Show the licences of a bundle as a device sees them',
  description:
    '--product is the code of the bundle. Takes or renews the floating seats that are among them. A bundle that the ' +
    'device may not use exits 6; what is wrong with one licence is its status.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'bundles.check', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl bundle check SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --context licensespring',
      explains: 'one line for each licence',
    },
    {
      command:
        'licensectl bundle check SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --columns product,status,features --context licensespring',
      explains: 'with the features of each',
    },
  ],
  read: ({ bundles }) => bundles?.check,
  columns: BUNDLE_LICENSE_COLUMNS,
  id: 'id',
  empty: 'The bundle has no licences.',
});
