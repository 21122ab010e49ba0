/** `emulator status`. */
import type { Command } from '../command.js';
import { clockOf, countsOf, type EmulatorStatus } from './control-answers.js';
import { findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator status',
  summary: 'Show a running emulator',
  description:
    'Address, clock, faults and requests. How many rows its tables hold, and its settings, are under --json or --columns.',
  options: [URL_OPTION],
  examples: [
    { command: 'licensectl emulator status', explains: 'the emulator started by this user' },
    { command: 'licensectl emulator status -q', explains: 'its URL only' },
  ],
  async run(context, parsed) {
    const emulator = await findEmulator(context, parsed);
    const status = (await emulator.call('GET', '/status')) as EmulatorStatus;
    return {
      result: {
        kind: 'record',
        id: 'url',
        hidden: ['tables', 'settings'],
        record: {
          url: status.url,
          pid: emulator.note?.pid ?? null,
          startedAt: status.startedAt,
          dataDir: emulator.note?.dataDir ?? null,
          ...clockOf(status.clock),
          activeFaults: status.faults.filter((fault) => fault.active).length,
          requests: status.requests.length,
          lastRequest: status.requests.lastSequence,
          failures: status.failures.length,
          tables: countsOf(status),
          settings: status.settings,
        },
      },
    };
  },
};
