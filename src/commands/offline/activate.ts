/** `offline activate`. */
import { switchOption, textArgument } from '../arguments.js';
import { certificateDelivery, LICENSE_FILE } from '../certificate.js';
import type { Command, FlagSource } from '../command.js';
import { outOptions, outputPath } from '../file-output.js';
import { offered, prepare } from '../prepare.js';
import { readRequestText, requestFacts } from './request-input.js';

const SOURCE: FlagSource = {
  capability: 'offline.activate',
  instead: { flag: 'bundle', capability: 'offline.activate-bundle' },
  omit: ['request'],
};

export const command: Command = {
  name: 'offline activate',
  summary: 'Send the activation request of an offline client, and get its licence file',
  description:
    'The file is checked before it is sent. It grants an activation: the output file is checked before the call; ' +
    'should writing fail after it, the licence file is printed, should printing fail, it is kept in the data folder, ' +
    'and the exit status is 10. The answer is verified with the public key of the context before it is written; ' +
    'where the context requires that and it fails, nothing is written.',
  args: [{ name: 'FILE', description: "the client's request; - for standard input", required: true }],
  options: [
    {
      flag: 'bundle',
      description: 'activate all licences of a bundle: the product in the request is its code',
    },
    ...outOptions('the licence file'),
  ],
  flagsFrom: SOURCE,
  examples: [
    {
      command: 'licensectl offline activate laptop.req --out laptop.lic --context licensespring',
      explains: 'laptop.lic is for this user alone and goes to the client',
    },
    {
      command: 'licensectl offline activate - --context licensespring < laptop.req > laptop.lic',
      explains: 'the same in a pipe',
    },
  ],
  async run(context, parsed) {
    const path = textArgument(parsed, 'FILE') ?? '-';
    const request = await readRequestText(context, path);
    const deliver = certificateDelivery(context, await outputPath(context, parsed), LICENSE_FILE);
    const given = [{ field: 'request', flag: 'FILE', value: request }];
    const { connection, input } = await prepare(context, command, parsed, given);
    await requestFacts(context, connection, request, path, 'activation');
    const bundle = switchOption(parsed, 'bundle');
    const activate = offered(
      connection,
      ({ licenseFiles }) => (bundle ? licenseFiles?.activateBundle : licenseFiles?.activate),
      SOURCE,
    );
    const answer = await activate(input);
    return deliver(answer.value, answer.raw);
  },
};
