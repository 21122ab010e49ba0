/** `feature release`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'feature release',
  summary: 'Give back the floating seat of a feature that a device holds',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'license-features.release', positional: ['feature'] },
  examples: [],
  change: ({ licenseFeatures }) => licenseFeatures?.release,
  id: 'feature',
  done: ({ feature, deviceId }) => `The seat of feature ${String(feature)} that ${deviceId} held is free.`,
});
