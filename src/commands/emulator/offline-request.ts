/** `emulator offline-request`. */
import { makeActivationRequest, makeDeactivationCertificate } from '../../emulator/zentitle/certificates.js';
import { UsageError } from '../../errors.js';
import { switchOption, textOption } from '../arguments.js';
import type { Command, Parsed } from '../command.js';
import { outputPath, tryWrite } from '../file-output.js';
import { recordOf } from '../rows.js';

/** Ids are at most this long; the rest of a request is filling. */
const LONGEST_ID = 255;

export const command: Command = {
  name: 'emulator offline-request',
  summary: 'Make the file that an offline Zentitle client would send',
  description:
    'Stands in for the client, so that the offline flow can be rehearsed from end to end: an activation request for ' +
    '`offline cert`, or with --deactivate the certificate for `offline deactivate`. Only the emulator takes these ' +
    'files. Needs no running emulator.',
  options: [
    {
      flag: 'product',
      value: 'ID',
      description: 'product of the code',
      required: true,
      aliases: ['productid'],
    },
    {
      flag: 'code',
      value: 'CODE',
      description: 'licence code to activate',
      required: true,
      aliases: ['licensecode'],
    },
    { flag: 'computer', value: 'ID', description: 'the client', required: true, aliases: ['computerid'] },
    {
      flag: 'serial',
      value: 'TEXT',
      description: 'tells requests of the same computer apart: each can be used once (default 1)',
    },
    { flag: 'deactivate', description: 'the certificate with which the client gives its activation back' },
    { flag: 'out', value: 'FILE', description: 'write it here (mode 0600) instead of printing it' },
    { flag: 'force', description: 'replace the file that --out names' },
  ],
  examples: [
    {
      command:
        'licensectl emulator offline-request --product 6872450105 --code 206454320110930859 --computer LAPTOP-1 --out laptop.req',
      explains: 'then: licensectl offline cert --product 6872450105 --request laptop.req',
    },
    {
      command:
        'licensectl emulator offline-request --deactivate --product 6872450105 --code 206454320110930859 --computer LAPTOP-1 --out laptop.back',
      explains: 'then: licensectl offline deactivate --product 6872450105 --certificate laptop.back',
    },
  ],
  async run(context, parsed) {
    const subject = {
      productId: idOf(parsed, 'product'),
      code: idOf(parsed, 'code'),
      computerId: idOf(parsed, 'computer'),
      ...(parsed.options.serial !== undefined && { serial: idOf(parsed, 'serial') }),
    };
    const out = await outputPath(context, parsed);
    const deactivation = switchOption(parsed, 'deactivate');
    const certificate = deactivation ? makeDeactivationCertificate(subject) : makeActivationRequest(subject);
    const { productId: product, code, computerId: computer } = subject;
    const record = { kind: deactivation ? 'deactivation' : 'request', product, code, computer };
    if (out === null) {
      return { result: recordOf({ ...record, certificate }, 'certificate', { document: certificate }) };
    }
    const failure = await tryWrite(out, certificate);
    if (failure !== null) {
      throw new UsageError(`'${out}' cannot be written: ${failure.message}.`, {
        code: 'file_not_writable',
        cause: failure,
      });
    }
    return { result: recordOf({ ...record, file: out }, 'file', { message: `Wrote ${out}.` }) };
  },
};

/** @throws UsageError when it is missing or longer than any id */
function idOf(parsed: Parsed, flag: string): string {
  const id = textOption(parsed, flag)?.trim() ?? '';
  if (id !== '' && id.length <= LONGEST_ID) return id;
  throw new UsageError(`--${flag} takes 1 to ${LONGEST_ID} characters.`, { code: 'invalid_value' });
}
