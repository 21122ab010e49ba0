/** `seat borrow`. */
import { borrowCommand } from '../borrowing.js';
import type { Command } from '../command.js';

export const command: Command = borrowCommand({
  name: 'seat borrow',
  summary: 'Hold a floating seat until a date, without beats',
  description:
    'For a device that goes without a network. KEY, or --username with a password, or single sign-on with ' +
    '--customer-account-code, as for activate. licensectl show tells whether borrowing is allowed, and the longest time.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'seats.borrow', positional: ['license_key'] },
  examples: [
    {
      command:
        'licensectl seat borrow FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --borrowed-until 2d --context licensespring',
      explains: 'for two days',
    },
    {
      command:
        'licensectl seat borrow FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 -q --context licensespring',
      explains: 'for as long as the licence allows; prints until when',
    },
  ],
  borrow: ({ seats }) => seats?.borrow,
});
