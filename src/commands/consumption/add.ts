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
        'licensectl consumption add METE-R000-0000-0001 --product lsmeter --hardware-id HWID-1 --consumptions 5 --context licensespring',
      explains: 'counts five, and tells how many are used then',
    },
    {
      command:
        'licensectl consumption add NEGA-TIVE-0000-0001 --product lsmeter --hardware-id HWID-1 --consumptions -2 --context licensespring',
      explains: 'takes two back',
    },
    {
      command:
        'licensectl consumption add METE-R000-0000-0001 --product lsmeter --hardware-id HWID-1 --allow-overages --max-overages 10 -q --context licensespring',
      explains: 'one, even if it is up to ten above the limit; prints the number used',
    },
  ],
  change: ({ consumption }) => consumption?.add,
  id: 'consumptionsUsed',
  done: countedOn,
});
