/** `feature consume`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { countedOn } from '../counting.js';

export const command: Command = changeCommand({
  name: 'feature consume',
  summary: 'Count usage against a consumption feature of a licence',
  description:
    'Counts at once and is not sent a second time by itself: after exit 11 look with licensectl feature check first. ' +
    'A negative number lowers the count, where the feature allows it.',
  args: [{ name: 'CODE', description: 'code of the feature', required: true }],
  flagsFrom: { capability: 'license-features.consume', positional: ['feature'] },
  examples: [
    {
      command:
        'licensectl feature consume pages --key FMET-ER00-0000-0001 --product lsmeter --hardware-id HWID-1 --context licensespring',
      explains: 'counts one',
    },
    {
      command:
        'licensectl feature consume credits --key FMET-ER00-0000-0001 --product lsmeter --hardware-id HWID-1 --consumptions -3 --context licensespring',
      explains: 'takes three back',
    },
  ],
  change: ({ licenseFeatures }) => licenseFeatures?.consume,
  id: 'consumptionsUsed',
  done: countedOn,
});
