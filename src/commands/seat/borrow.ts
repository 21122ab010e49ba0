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
  examples: [],
  borrow: ({ seats }) => seats?.borrow,
});
