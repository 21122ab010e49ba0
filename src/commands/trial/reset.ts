/** `trial reset`. */
import type { Command } from '../command.js';
import { capability, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

export const command: Command = {
  name: 'trial reset',
  summary: 'Delete a trial, so that the computer can start a new one',
  flagsFrom: { capability: 'trials.reset' },
  examples: [
    {
      command: 'licensectl trial reset --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL',
      explains: 'shows how the trial stands and asks first',
    },
    {
      command: 'licensectl trial reset --product 6872450105 --computer BLXRrZJ5T9imK7qPrJSL --yes',
      explains: 'for a script: does not ask',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const { confirmReset } = await import('./confirm-reset.js');
    await confirmReset(context, connection, input);
    const { value, raw } = await capability(connection, 'trials').reset(input);
    return {
      result: recordOf(value, 'computer', {
        raw,
        message: `The trial of product ${value.product} on ${value.computer} is reset.`,
      }),
    };
  },
};
