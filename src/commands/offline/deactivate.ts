/** `offline deactivate`. */
import { textOption } from '../arguments.js';
import type { Command } from '../command.js';
import { confirmUnlessDry } from '../confirm.js';
import { fileField } from '../file-input.js';
import { capability, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';

export const command: Command = {
  name: 'offline deactivate',
  summary: 'Deactivate an offline client by the file that it made',
  options: [
    {
      flag: 'certificate',
      value: 'FILE',
      description: "the client's deactivation certificate; - for standard input",
      aliases: ['deactivationcertificate'],
    },
  ],
  flagsFrom: { capability: 'offline.deactivate', omit: ['deactivationcertificate'] },
  examples: [
    {
      command: 'licensectl offline deactivate --product 6872450105 --certificate returned.cert',
      explains: 'asks first',
    },
    {
      command: 'licensectl offline deactivate --product 6872450105 --certificate - --yes < returned.cert',
      explains: 'in a script: does not ask',
    },
  ],
  async run(context, parsed) {
    const file = textOption(parsed, 'certificate');
    const certificate = await fileField(context, parsed, 'certificate', 'deactivationcertificate');
    const { connection, input } = await prepare(context, command, parsed, [certificate]);
    const source = file === '-' ? 'the certificate on standard input' : `'${file}'`;
    await confirmUnlessDry(
      context,
      `Deactivate the client that made ${source}, for product ${String(input.productid)}?`,
    );
    const answer = await capability(connection, 'offline').deactivate(input);
    return {
      result: recordOf(answer.value, 'key', { raw: answer.raw, message: 'The client is deactivated.' }),
    };
  },
};
