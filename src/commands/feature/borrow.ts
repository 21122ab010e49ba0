/** `feature borrow`. */
import { borrowCommand } from '../borrowing.js';
import type { Command } from '../command.js';

export const command: Command = borrowCommand({
  name: 'feature borrow',
  summary: 'Hold a floating seat of a feature until a date',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'license-features.borrow', positional: ['feature'] },
  examples: [],
  borrow: ({ licenseFeatures }) => licenseFeatures?.borrow,
});
