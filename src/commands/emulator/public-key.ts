/** `emulator public-key`. */
import { UsageError } from '../../errors.js';
import type { Command } from '../command.js';
import { outputPath, tryWrite } from '../file-output.js';
import { recordOf } from '../rows.js';
import { findEmulator, URL_OPTION } from './running-emulator.js';

export const command: Command = {
  name: 'emulator public-key',
  summary: 'Print the key with which LicenseSpring answers of a running emulator are verified',
  description:
    'The RSA key as PEM, for `login licensespring --public-key` or openssl. The contexts of `emulator exec` and the ' +
    'files of `emulator start` have it already. A reset keeps it.',
  options: [
    { flag: 'out', value: 'FILE', description: 'write it here (mode 0600) instead of printing it' },
    { flag: 'force', description: 'replace the file that --out names' },
    URL_OPTION,
  ],
  examples: [
    {
      command: 'licensectl emulator public-key --out emulator.pem',
      explains: 'then: openssl dgst -sha256 -verify emulator.pem -signature answer.sig answer.json',
    },
  ],
  async run(context, parsed) {
    const out = await outputPath(context, parsed);
    const emulator = await findEmulator(context, parsed);
    const answer = (await emulator.call('GET', '/public-key')) as { readonly publicKey: string };
    const publicKey = answer.publicKey.trimEnd();
    const record = { url: emulator.url };
    if (out === null) {
      return { result: recordOf({ ...record, publicKey }, 'publicKey', { document: publicKey }) };
    }
    const failure = await tryWrite(out, publicKey);
    if (failure !== null) {
      throw new UsageError(`'${out}' cannot be written: ${failure.message}.`, {
        code: 'file_not_writable',
        cause: failure,
      });
    }
    return { result: recordOf({ ...record, file: out }, 'file', { message: `Wrote ${out}.` }) };
  },
};
