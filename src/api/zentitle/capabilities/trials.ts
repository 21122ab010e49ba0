/** Trials. */
import type { Client } from '../../client.js';
import type { Capabilities } from '../../provider.js';
import { readText } from '../../read.js';
import { messageIn } from '../answers.js';
import { changing } from '../changes.js';
import { listTrials, resetTrial, showTrialStatus } from '../operations/trials.js';
import { readTrial, trialFromStatus } from '../read-trials.js';
import { listingOf } from './listings.js';

export function trialCapability(client: Client): NonNullable<Capabilities['trials']> {
  return {
    ...listingOf(client, {
      operation: listTrials,
      pageField: 'pageNumber',
      sizeField: 'pageSize',
      key: 'computerId',
      read: readTrial,
    }),

    async status(input) {
      const answer = await client.call(showTrialStatus, input);
      const computer = readText(input.computerid) ?? '';
      return {
        value: trialFromStatus(readText(input.productid), computer, messageIn(answer)),
        raw: answer.body,
      };
    },

    reset: changing(client, resetTrial, ({ productid, computerid }) => ({
      product: readText(productid),
      computer: readText(computerid),
    })),
  };
}
