/** `heartbeat`. */
import type { Command } from './command.js';

export const command: Command = {
  name: 'heartbeat',
  summary: 'Hold a floating seat until interrupted, then give it back',
  description:
    "Requests a seat, renews it at the server's interval, and releases it on Ctrl-C, SIGTERM or after --for. " +
    'LicenseSpring: the device must be activated; a beat comes at half the floating timeout, or a little earlier by ' +
    'chance. A beat that fails is tried again until the seat lapses; a lost seat exits 6. Prints one row for each beat. With --once ' +
    'a seat that something else holds is renewed one time: Babel wants its --token then, and no KEY.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  options: [
    { flag: 'for', value: 'DURATION', description: 'hold the seat this long, such as 10m, then exit 0' },
    { flag: 'once', description: 'send a single beat: no request before, no release after' },
    {
      flag: 'token',
      value: 'T',
      description: 'with --once: token of the seat [babel]',
      aliases: ['licenseToken'],
    },
  ],
  flagsFrom: { capability: 'seats.request', positional: ['license_key', 'userKey'] },
  examples: [
    {
      command:
        'licensectl heartbeat FLOAT-BUILD-FARM0-00001 --machine-id M-1 --client-id build-42 --for 10m --context babel',
      explains: 'a seat for ten minutes',
    },
    {
      command:
        'licensectl heartbeat --once --token "$SEAT_TOKEN" --machine-id M-1 --client-id build-42 --context babel',
      explains: 'one beat for a seat that another process requested',
    },
    {
      command:
        'licensectl heartbeat FLOA-T000-0000-0001 --product lsfloat --hardware-id HWID-1 --context licensespring',
      explains: 'a slot for an activated LicenseSpring device, until Ctrl-C',
    },
  ],
  async run(context, parsed) {
    const { heartbeat } = await import('./hold-seat.js');
    return heartbeat(context, command, parsed);
  },
};
