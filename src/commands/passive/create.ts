/** `passive create`. */
import { certificateDelivery } from '../certificate.js';
import type { Command } from '../command.js';
import { OUT_OPTIONS, outputPath } from '../file-output.js';
import { capability, prepare } from '../prepare.js';

export const command: Command = {
  name: 'passive create',
  summary: 'Create a passive licence: a certificate for a client that never asks',
  description:
    'Each call makes another licence, so it is never sent twice. The output file is checked before the call, and ' +
    'should writing fail after it, the certificate is printed and the exit status is 10.',
  options: OUT_OPTIONS,
  flagsFrom: { capability: 'passive.create' },
  examples: [
    {
      command:
        'licensectl passive create --product 6872450105 --client-id 3487abcdefgh12345 --feature FEAT1 --out passive.cert',
      explains: 'one feature enabled, written for this user alone',
    },
    {
      command:
        'licensectl passive create --product 6872450105 --client-id "$CLIENT" --udf TEST1=gold --json | jq -r .data.certificate',
      explains: 'in a script, with a custom field',
    },
  ],
  async run(context, parsed) {
    const deliver = certificateDelivery(context, await outputPath(context, parsed));
    const { connection, input } = await prepare(context, command, parsed);
    const { value, raw } = await capability(connection, 'passive').create(input);
    return deliver(value, raw);
  },
};
