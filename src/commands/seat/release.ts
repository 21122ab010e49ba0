/** `seat release`. */
import { changeCommand } from '../change.js';
import type { Command } from '../command.js';

export const command: Command = changeCommand({
  name: 'seat release',
  summary: 'Give back the floating seat that a device holds',
  description:
    'LicenseSpring: KEY or --username; the device is the proof. Babel: the token of the seat, and no KEY.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  flagsFrom: { capability: 'seats.release', positional: ['license_key'] },
  examples: [],
  change: ({ seats }) => seats?.release,
  id: 'deviceId',
  done: ({ deviceId }) => `The seat${deviceId === null ? '' : ` that ${deviceId} held`} is free.`,
});
