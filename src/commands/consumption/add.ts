/** `consumption add`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';
import { countedOn } from '../counting.js';

export const command: Command = changeCommand({
  name: 'consumption add',
  summary: 'Count usage against a consumption licence',
  description:
    'Counts at once and is not sent a second time by itself: after exit 11 look with licensectl show first. A ' +
    'negative number lowers the count, where the licence allows it.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'consumption.add', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl consumption add METE-R000-0000-0001 --product lsmeter --hardware-id meter-device-01 --consumptions 5 --context licensespring',
      explains: 'five, and what is used then',
    },
  ],
  change: ({ consumption }) => consumption?.add,
  id: 'consumptionsUsed',
  done: countedOn,
});
