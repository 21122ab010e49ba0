/** `emulator requests`. */
import type { LoggedRequest } from '../../emulator/request-log.js';
import type { Outcome } from '../../output/result.js';
import { countOption, switchOption } from '../arguments.js';
import type { Command } from '../command.js';
import { REQUEST_COLUMNS } from './control-answers.js';
import { changeEmulator, findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator requests',
  summary: 'List the requests that a running emulator has seen',
  description:
    'Methods, paths and effects of the last ten thousand requests; no bodies and no credentials ' +
    '(bodies too, in JSON, with the setting logInputs).',
  options: [
    { flag: 'after', value: 'N', description: 'only requests after this sequence number' },
    { flag: 'clear', description: 'empty the log' },
    URL_OPTION,
  ],
  examples: [
    { command: 'licensectl emulator requests', explains: 'every request, with what it did to the system' },
    { command: 'licensectl emulator requests --clear', explains: 'a fresh start before the next try' },
  ],
  async run(context, parsed) {
    const after = countOption(parsed, 'after', 0);
    const clear = switchOption(parsed, 'clear');
    const path = after === undefined ? '/requests' : `/requests?after=${after}`;
    if (clear) {
      const change = { method: 'DELETE', path } as const;
      return changeEmulator(context, parsed, change, (rows) => listed(rows, 'The log is empty now.'));
    }
    const emulator = await findEmulator(context, parsed);
    return listed(await emulator.call('GET', path), 'No requests yet.');
  },
};

function listed(answer: unknown, empty: string): Outcome {
  const rows = (answer as LoggedRequest[]).map((row) => ({ ...row }));
  return { result: { kind: 'list', id: 'sequence', columns: REQUEST_COLUMNS, rows, empty } };
}
