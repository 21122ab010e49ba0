/** `license list`. */
import type { Command } from '../command.js';
import { settled, sourceOf } from '../flag-source.js';
import { LICENSE_COLUMNS } from '../license-columns.js';
import { offered, prepare } from '../prepare.js';
import { asRow } from '../rows.js';

export const command: Command = {
  name: 'license list',
  summary: 'List the licences of a user, or those on a device',
  description:
    'A user proves who they are by password, from --password-stdin, a prompt, or LICENSECTL_ACCOUNT_PASSWORD; or by ' +
    'single sign-on, with --id-token-stdin or --code-stdin in place of --user.',
  flagsFrom: {
    capability: 'licenses.of-user',
    instead: { flag: 'device', capability: 'licenses.on-device' },
  },
  examples: [
    {
      command: 'licensectl license list --device HWID-1 --context licensespring',
      explains: 'every licence that is activated on this device',
    },
    {
      command:
        'licensectl license list --user someone@example.com --password-stdin --context licensespring < password.txt',
      explains: 'the licences of a user, with the numbers that --license-id takes',
    },
  ],
  async run(context, parsed) {
    const { connection, input } = await prepare(context, command, parsed);
    const source = sourceOf(settled(command, parsed));
    const onDevice = source.capability === 'licenses.on-device';
    const list = offered(
      connection,
      ({ licenses }) => (onDevice ? licenses?.onDevice : licenses?.ofUser),
      source,
    );
    const { value, raw } = await list(input);
    return {
      result: {
        kind: 'list',
        columns: LICENSE_COLUMNS,
        id: 'id',
        rows: value.map(asRow),
        raw: () => [raw],
        empty: onDevice ? 'The device has no licence.' : 'The user has no licence.',
      },
    };
  },
};
