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
  examples: [],
  read: ({ licenseFeatures }) => licenseFeatures?.check,
  id: 'code',
});
