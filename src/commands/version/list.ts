/** `version list`. */
import type { Command } from '../command.js';
import { VERSION_COLUMNS } from '../license-columns.js';
import { rowsCommand } from '../reading.js';

export const command: Command = rowsCommand({
  name: 'version list',
  summary: 'List the versions of a product that a licence may use',
  description:
    'The licence must be active on the device. Versions after the end of its maintenance or validity are left out.',
  args: [{ name: 'KEY', description: 'licence key; or give --username', required: false }],
  flagsFrom: { capability: 'versions.list', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl version list 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --context licensespring',
      explains: 'every version for this device',
    },
    {
      command:
        'licensectl version list 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 -q --context licensespring',
      explains: 'their names alone, for a script',
    },
  ],
  read: ({ versions }) => versions?.list,
  columns: VERSION_COLUMNS,
  id: 'version',
  empty: 'There are no versions for this licence.',
});
