/** `version show`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'version show',
  summary: 'Show one version of a product and where its installation file is',
  description: 'The licence, from --key or --username, must be active on the device.',
  args: [{ name: 'VERSION', description: 'version; version list tells them', required: true }],
  flagsFrom: { capability: 'versions.show', positional: ['version'] },
  examples: [
    {
      command:
        'licensectl version show 4.2.0 --key 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --context licensespring',
      explains: 'its file, checksum and release notes',
    },
    {
      command:
        'licensectl version show 4.2.0 --key 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --columns file,md5 --context licensespring',
      explains: 'what a download needs',
    },
  ],
  read: ({ versions }) => versions?.show,
  id: 'version',
});
