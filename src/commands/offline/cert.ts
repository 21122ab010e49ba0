/** `offline cert`. */
import { certificateDelivery } from '../certificate.js';
import type { Command } from '../command.js';
import { fileField } from '../file-input.js';
import { OUT_OPTIONS, outputPath } from '../file-output.js';
import { capability, prepare } from '../prepare.js';

export const command: Command = {
  name: 'offline cert',
  summary: 'Exchange an activation request of an offline client for its certificate',
  description:
    'Grants an activation, so it is not sent again once the server may have done it. The output file is checked ' +
    'before the call; should writing fail after it, the certificate is printed, should printing fail, it is kept in ' +
    'the data folder, and the exit status is 10.',
  options: [
    {
      flag: 'request',
      value: 'FILE',
      description: "the client's request; - for standard input",
      aliases: ['activationcertificate'],
    },
    ...OUT_OPTIONS,
  ],
  flagsFrom: { capability: 'offline.certificate', omit: ['activationcertificate'] },
  examples: [
    {
      command: 'licensectl offline cert --product 6872450105 --request customer.req --out answer.cert',
      explains: 'answer.cert is for this user alone and goes to the customer',
    },
    {
      command: 'licensectl offline cert --product 6872450105 --request - < customer.req > answer.cert',
      explains: 'the same in a pipe',
    },
  ],
  async run(context, parsed) {
    const request = await fileField(context, parsed, 'request', 'activationcertificate');
    const deliver = certificateDelivery(context, await outputPath(context, parsed));
    const { connection, input } = await prepare(context, command, parsed, [request]);
    const answer = await capability(connection, 'offline').certificate(input);
    return deliver(answer.value, answer.raw);
  },
};
