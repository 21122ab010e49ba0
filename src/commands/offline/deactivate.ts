/** `offline deactivate`. */
import { UsageError } from '../../errors.js';
import { switchOption, textArgument, textOption } from '../arguments.js';
import type { Command, FlagSource, Parsed } from '../command.js';
import { confirmUnlessDry } from '../confirm.js';
import { offered, prepare } from '../prepare.js';
import { recordOf } from '../rows.js';
import { readRequestText, requestFacts } from './request-input.js';

const SOURCE: FlagSource = {
  capability: 'offline.deactivate',
  instead: { flag: 'bundle', capability: 'offline.deactivate-bundle' },
  omit: ['deactivationcertificate', 'request'],
};

export const command: Command = {
  name: 'offline deactivate',
  summary: 'Deactivate an offline client by the file that it made',
  description:
    'FILE, or the same as --certificate: the deactivation request of a LicenseSpring client, or the deactivation ' +
    'certificate of a Zentitle client. Asks first; --yes answers. A LicenseSpring request is checked before it is sent.',
  args: [{ name: 'FILE', description: 'what the client made; - for standard input', required: false }],
  options: [
    {
      flag: 'certificate',
      value: 'FILE',
      description: 'the same as FILE',
      aliases: ['deactivationcertificate'],
    },
    { flag: 'bundle', description: 'free the device from all licences of a bundle [licensespring]' },
  ],
  flagsFrom: SOURCE,
  examples: [
    {
      command: 'licensectl offline deactivate --product 6872450105 --certificate returned.cert',
      explains: 'a Zentitle client; asks first',
    },
    {
      command: 'licensectl offline deactivate --product 6872450105 --certificate - --yes < returned.cert',
      explains: 'in a script: does not ask',
    },
    {
      command: 'licensectl offline deactivate laptop-back.req --yes --context licensespring',
      explains: 'a LicenseSpring client',
    },
  ],
  async run(context, parsed) {
    const path = pathIn(parsed);
    const text = await readRequestText(context, path);
    const { connection, input } = await prepare(context, command, parsed, ({ input: fields }) => {
      const field = fields.some(({ name }) => name === 'request') ? 'request' : 'deactivationcertificate';
      return [{ field, flag: 'certificate', value: text }];
    });
    const facts = await requestFacts(context, connection, text, path, 'deactivation');
    const source = path === '-' ? 'the certificate on standard input' : `'${path}'`;
    await confirmUnlessDry(
      context,
      facts === null
        ? `Deactivate the client that made ${source}, for product ${String(input.productid)}?`
        : `Deactivate ${facts.key ?? facts.username} of product ${facts.product} on device ${facts.deviceId}?`,
    );
    const bundle = switchOption(parsed, 'bundle');
    const deactivate = offered(
      connection,
      ({ licenseFiles, offline }) =>
        (bundle ? licenseFiles?.deactivateBundle : licenseFiles?.deactivate) ?? offline?.deactivate,
      SOURCE,
    );
    const answer = await deactivate(input);
    const device = facts?.deviceId ?? null;
    const message = device === null ? 'The client is deactivated.' : `The client ${device} is deactivated.`;
    return { result: recordOf(answer.value, 'key', { raw: answer.raw, message }) };
  },
};

/** @throws UsageError when the file is named twice or not at all */
function pathIn(parsed: Parsed): string {
  const [argument, option] = [textArgument(parsed, 'FILE'), textOption(parsed, 'certificate')];
  if (argument !== undefined && option !== undefined) {
    throw new UsageError('FILE and --certificate exclude each other.', { code: 'conflicting_options' });
  }
  const path = argument ?? option;
  if (path !== undefined) return path;
  throw new UsageError('Missing FILE: what the client made.', {
    code: 'missing_input',
    hint: 'See licensectl offline deactivate --help.',
  });
}
