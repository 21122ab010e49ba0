/** `emulator stop`. */
import { LicensectlError, NetworkError } from '../../errors.js';
import type { Command } from '../command.js';
import type { RunContext } from '../run-context.js';
import { changeEmulator, type Emulator, URL_OPTION } from './running-emulator.js';

const WAIT_MS = 5000;
const LOOK_EVERY_MS = 50;

export const command: Command = {
  name: 'emulator stop',
  summary: 'Stop a running emulator',
  options: [URL_OPTION],
  examples: [
    { command: 'licensectl emulator stop', explains: 'what was kept with --data is there at the next start' },
  ],
  async run(context, parsed) {
    return changeEmulator(context, parsed, { method: 'POST', path: '/stop' }, async (_, emulator) => {
      await untilGone(context, emulator);
      return {
        result: {
          kind: 'record',
          id: 'url',
          record: { url: emulator.url, pid: emulator.note?.pid ?? null, stopped: true },
          message: `The emulator on ${emulator.url} has stopped.`,
        },
      };
    });
  },
};

/** It answers before it stops; whoever reads our answer may count on its port and folder being free. */
async function untilGone({ clock }: RunContext, emulator: Emulator): Promise<void> {
  for (let waited = 0; waited < WAIT_MS; waited += LOOK_EVERY_MS) {
    try {
      await emulator.call('GET', '/clock');
    } catch (error) {
      if (error instanceof LicensectlError) return;
      throw error;
    }
    await clock.sleep(LOOK_EVERY_MS);
  }
  throw new NetworkError(`The emulator on ${emulator.url} has not stopped.`, {
    code: 'emulator_not_stopped',
    hint: 'See whether it still answers with `licensectl emulator status`, which also shows its process.',
  });
}
