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
  examples: [
    {
      command:
        'licensectl seat release FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
      explains: 'another device can take it at once',
    },
    {
      command:
        'printf %s "$SEAT_TOKEN" | licensectl seat release --token-stdin --machine-id M-1 --client-id build-42 --context babel',
      explains: 'a seat of Babel, by its token',
    },
  ],
  change: ({ seats }) => seats?.release,
  id: 'deviceId',
  done: ({ deviceId }) => `The seat${deviceId === null ? '' : ` that ${deviceId} held`} is free.`,
});
