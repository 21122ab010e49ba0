/** `trial create`. */
import type { TrialKeyRecord } from '../../api/device-records.js';
import { switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { offered, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

const SHOW = 'show-password';

export const command: Command = {
  name: 'trial create',
  summary: 'Make a trial licence for a device, or show the one it has',
  description:
    'Products licensed by user want --email. A new user has a password that the vendor gives once: it is printed ' +
    'with --show-password alone. To choose it yourself give --password-stdin.',
  options: [{ flag: SHOW, description: 'print the initial password of a new user' }],
  flagsFrom: { capability: 'trials.create' },
  examples: [],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const create = offered(connection, ({ trialKeys }) => trialKeys?.create, { capability: 'trials.create' });
    const { value, raw } = await create(input);
    if (value.initialPassword !== null && !switchOption(parsed, SHOW)) {
      context.protect(value.initialPassword);
      context.notice(HIDDEN, 'initial_password_hidden');
    }
    const id = value.key === null ? 'username' : 'key';
    return { result: recordOf(value, id, { raw, message: sentence(value) }) };
  },
};

const HIDDEN =
  'The initial password of the user is not shown, as --show-password was not given. ' +
  'The users of the customer have it, too: licensectl customer users EMAIL --product PRODUCT';

function sentence({ key, username, deviceId, created }: TrialKeyRecord): string {
  const trial = key ?? username ?? 'a trial';
  if (created === null) return `${deviceId} has the trial ${trial}.`;
  return created ? `Made the trial ${trial} for ${deviceId}.` : `${deviceId} has a trial already: ${trial}.`;
}
