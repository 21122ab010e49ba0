/** `feature check`. */
import type { Command } from '../command.js';
import { recordCommand } from '../reading.js';

export const command: Command = recordCommand({
  name: 'feature check',
  summary: 'Show a feature of a licence as a device sees it',
  description:
    'Takes or renews a seat of the feature where it is floating. A feature that the device may not use exits 6.',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'license-features.check', positional: ['feature'] },
  examples: [
    {
      command:
        'licensectl feature check pages --key FMET-ER00-0000-0001 --product lsmeter --hardware-id HWID-1 --context licensespring',
      explains: 'how much of a metered feature is used',
    },
    {
      command:
        'licensectl feature check render --key FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --json --context licensespring',
      explains: 'takes a seat of a floating one',
    },
  ],
  read: ({ licenseFeatures }) => licenseFeatures?.check,
  id: 'code',
});
