/** `feature release`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'feature release',
  summary: 'Give back the floating seat of a feature that a device holds',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'license-features.release', positional: ['feature'] },
  examples: [
    {
      command:
        'licensectl feature release render --key FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
      explains: 'another device can take it at once',
    },
    {
      command:
        'licensectl feature release render --key FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --dry-run --context licensespring',
      explains: 'shows what would be sent',
    },
  ],
  change: ({ licenseFeatures }) => licenseFeatures?.release,
  id: 'feature',
  done: ({ feature, deviceId }) => `The seat of feature ${String(feature)} that ${deviceId} held is free.`,
});
