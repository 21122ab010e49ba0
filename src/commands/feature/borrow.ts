/** `feature borrow`. */
import { borrowCommand } from '../borrowing.js';
import type { Command } from '../command.js';

export const command: Command = borrowCommand({
  name: 'feature borrow',
  summary: 'Hold a floating seat of a feature until a date',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'license-features.borrow', positional: ['feature'] },
  examples: [
    {
      command:
        'licensectl feature borrow render --key FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --borrowed-until 12h --context licensespring',
      explains: 'for twelve hours',
    },
    {
      command:
        'licensectl feature borrow render --key FLFE-ATUR-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
      explains: 'for as long as the licence allows',
    },
  ],
  borrow: ({ licenseFeatures }) => licenseFeatures?.borrow,
});
