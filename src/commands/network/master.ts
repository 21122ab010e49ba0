/** `network master`. */
import { certificateDelivery } from '../certificate.js';
import type { Command } from '../command.js';
import { OUT_OPTIONS, outputPath } from '../file-output.js';
import { offered, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

export const command: Command = {
  name: 'network master',
  summary: 'Create the master licence that activates a LAN daemon',
  description:
    'Each call makes another one, so it is never sent twice by itself. What the server answers is not documented: the ' +
    'certificate or code in it is printed, or written with --out; --raw prints all of it.',
  options: OUT_OPTIONS,
  flagsFrom: { capability: 'network.master' },
  examples: [
    {
      command: 'licensectl network master --product 6872450105 --out daemon.cert',
      explains: 'for no company, written for this user alone',
    },
    {
      command:
        'licensectl network master --product 6872450105 --company-id 4 --json | jq -r .data.certificate',
      explains: 'for a company, in a script',
    },
  ],
  async run(context, parsed) {
    const deliver = certificateDelivery(context, await outputPath(context, parsed));
    const { connection, input } = await prepare(context, command, parsed);
    const create = offered(connection, ({ network }) => network?.master, { capability: 'network.master' });
    const { value, raw } = await create(input);
    const { certificate } = value;
    if (certificate !== null) return deliver({ ...value, certificate }, raw);
    context.notice('The server reports success and sent neither certificate nor code.', 'no_certificate');
    return { result: recordOf(value, 'product', { raw }) };
  },
};
