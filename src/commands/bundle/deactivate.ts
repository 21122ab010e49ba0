/** `bundle deactivate`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'bundle deactivate',
  summary: 'Free a device from all licences of a bundle',
  description: '--product is the code of the bundle. Asks first; --yes answers.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'bundles.deactivate', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl bundle deactivate SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --context licensespring',
      explains: 'asks first',
    },
    {
      command:
        'licensectl bundle deactivate SUIT-E000-0000-0001 --product lssuite --hardware-id HWID-1 --yes --context licensespring',
      explains: 'for a script: does not ask',
    },
  ],
  change: ({ bundles }) => bundles?.deactivate,
  question: (input) =>
    `Deactivate all licences of bundle ${String(input.product)} (${String(input.license_key ?? input.username)}) ` +
    `on ${String(input.hardware_id)}?`,
  id: 'deviceId',
  done: ({ product, deviceId }) => `Freed ${deviceId} from all licences of bundle ${product}.`,
});
