/** `offline request`. */
import { REQUEST_FORMS } from '../../api/offline-files.js';
import type { Command } from '../command.js';
import { FORCE } from '../file-output.js';

export const command: Command = {
  name: 'offline request',
  summary: 'Make the request file of an offline client; sends nothing',
  description:
    'Stands in for a client without a network, or for its application: a file for `offline activate`, or with ' +
    '--deactivate for `offline deactivate`, signed with the shared key of the context (or its OAuth client). KEY, or ' +
    '--user with a password from --password-stdin, LICENSECTL_ACCOUNT_PASSWORD or a prompt. The file holds the API key, ' +
    'for a user also the password, as text that anybody can read: so it is written with mode 0600 and never printed. ' +
    'For a bundle --product is its code.',
  args: [{ name: 'KEY', description: 'licence key', required: false }],
  options: [
    { flag: 'key', value: 'KEY', description: 'the same as KEY', aliases: ['license_key'] },
    {
      flag: 'user',
      value: 'EMAIL',
      description: 'licence user, for products licensed by user; the file then holds the password',
      aliases: ['username'],
    },
    { flag: 'deactivate', description: 'a request to free the device' },
    {
      flag: 'form',
      value: 'FORM',
      description:
        'documented (without --form): the key fields are signed; sdk: schema version 2, all of it is signed',
      choices: REQUEST_FORMS,
    },
    {
      flag: 'consumptions',
      value: 'N',
      description: 'adds this many to the total consumption; may be negative',
    },
    {
      flag: 'request-id',
      value: 'TEXT',
      description: 'tells this request from others (without it a random one)',
      aliases: ['request_id'],
    },
    {
      flag: 'app-name',
      value: 'TEXT',
      description: 'with --form sdk: name of the application',
      aliases: ['app_name'],
    },
    { flag: 'out', value: 'FILE', description: 'write the request here (mode 0600)', required: true },
    FORCE,
  ],
  flagsFrom: {
    // The one row that has what a request file says: a licence, proved, a device, and what it says about itself.
    capability: 'bundles.activate',
    positional: ['license_key'],
    omit: ['username', 'id_token', 'code', 'customer_account_code', 'redirect_uri'],
  },
  examples: [
    {
      command:
        'licensectl offline request 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --out laptop.req --context licensespring',
      explains: 'then: licensectl offline activate laptop.req --out laptop.lic',
    },
    {
      command:
        'licensectl offline request --user someone@example.com --password-stdin --product lsuser --hardware-id auto --form sdk --out laptop.req --context licensespring < password.txt',
      explains: 'a user, on this computer, in the newer form',
    },
    {
      command:
        'licensectl offline request 1111-2222-3333-4444 --product lsprod --hardware-id HWID-1 --deactivate --out laptop-back.req --context licensespring',
      explains: 'then: licensectl offline deactivate laptop-back.req',
    },
  ],
  async run(context, parsed) {
    const { writeRequest } = await import('./write-request.js');
    return writeRequest(context, command, parsed);
  },
};
