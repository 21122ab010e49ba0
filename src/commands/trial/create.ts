/** `trial create`. */
import type { TrialKeyRecord } from '../../api/device-records.js';
import { switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { offered, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

const SHOW = 'initial-password';

export const command: Command = {
  name: 'trial create',
  summary: 'Make a trial licence for a device, or show the one it has',
  description:
    'Products licensed by user want --email. A new user has a password that the vendor gives once: it is printed ' +
    'with --initial-password alone. To choose it yourself give --password-stdin.',
  options: [{ flag: SHOW, description: 'print the initial password of a new user' }],
  flagsFrom: { capability: 'trials.create' },
  examples: [
    {
      command: 'licensectl trial create --product lsprod --hardware-id HWID-1 -q --context licensespring',
      explains: 'prints the key of the trial',
    },
    {
      command:
        'licensectl trial create --product lsuser --hardware-id HWID-1 --email new@example.com --initial-password --context licensespring',
      explains: 'a new user, with the password to begin with',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const create = offered(connection, ({ trialKeys }) => trialKeys?.create, { capability: 'trials.create' });
    const { value, raw } = await create(input);
    // One that the person chose is no news to them, and kept to itself already.
    const isNews = value.initialPassword !== null && value.initialPassword !== input.password;
    if (isNews && !switchOption(parsed, SHOW)) {
      context.protect(value.initialPassword);
      context.notice(HIDDEN, 'initial_password_hidden');
    }
    const id = value.key === null ? 'username' : 'key';
    return { result: recordOf(value, id, { raw, message: sentence(value) }) };
  },
};

const HIDDEN =
  'The initial password of the user is not shown, as --initial-password was not given. ' +
  'It can be looked up: licensectl customer users EMAIL --product PRODUCT --show-passwords';

function sentence({ key, username, deviceId, created }: TrialKeyRecord): string {
  const holder = key ?? username;
  const trial = holder === null ? 'a trial' : `the trial ${holder}`;
  if (created === true) return `Made ${trial} for ${deviceId}.`;
  return `${deviceId} ${created === false ? 'already ' : ''}has ${trial}.`;
}
