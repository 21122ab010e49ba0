/** `login`: makes a context, after a harmless call has shown that its credentials are good. */
import { KEY_KINDS } from '../api/operation.js';
import { SIGNATURE_POLICIES } from '../api/signature-policy.js';
import type { Command } from './command.js';

export const command: Command = {
  name: 'login',
  summary: 'Store credentials for a licence system as a context',
  description:
    'Asks for what is missing on a terminal; elsewhere takes it from flags, LICENSECTL_* variables or standard ' +
    'input. A harmless call checks the credentials before they are stored. Secrets go to the keyring of the ' +
    'system, or with --credential-store file to a file that only you can read. With several --…-stdin flags ' +
    'each takes one line, in the order of this help. Logging in to an existing context needs only what changes.',
  args: [
    {
      name: 'PROVIDER',
      description: 'zentitle, licensespring, babel or parallels (asked, or LICENSECTL_PROVIDER)',
      required: false,
    },
  ],
  options: [
    { flag: 'name', value: 'NAME', description: 'name of the context; the provider when left out' },
    {
      flag: 'base-url',
      value: 'URL',
      description: 'what stands before the documented path (LICENSECTL_BASE_URL)',
    },
    {
      flag: 'method',
      value: 'METHOD',
      description: 'how to authenticate, where there is a choice',
      choices: ['api-key', 'oauth', 'token', 'none', 'password'],
    },
    { flag: 'customer-id', value: 'ID', description: 'Zentitle customer id (LICENSECTL_CUSTOMER_ID)' },
    { flag: 'username', value: 'NAME', description: 'Parallels RAS administrator (LICENSECTL_USERNAME)' },
    {
      flag: 'oauth-client-id',
      value: 'ID',
      description: 'LicenseSpring OAuth client (LICENSECTL_OAUTH_CLIENT_ID)',
    },
    {
      flag: 'oauth-token-url',
      value: 'URL',
      description: 'where OAuth tokens are had, when not the vendor’s (LICENSECTL_OAUTH_TOKEN_URL)',
    },
    { flag: 'api-key-header', value: 'NAME', description: 'header of the Babel API key, when not x-api-key' },
    {
      flag: 'key-kind',
      value: 'KIND',
      description: 'what a Zentitle key may do; calls beyond it are refused unsent (LICENSECTL_KEY_KIND)',
      choices: KEY_KINDS,
    },
    { flag: 'api-key-stdin', description: 'read the API key from standard input (LICENSECTL_API_KEY)' },
    {
      flag: 'shared-key-stdin',
      description: 'read the shared key from standard input (LICENSECTL_SHARED_KEY)',
    },
    {
      flag: 'oauth-client-secret-stdin',
      description: 'read the OAuth client secret from standard input (LICENSECTL_OAUTH_CLIENT_SECRET)',
    },
    { flag: 'password-stdin', description: 'read the password from standard input (LICENSECTL_PASSWORD)' },
    { flag: 'token-stdin', description: 'read the bearer token from standard input (LICENSECTL_TOKEN)' },
    {
      flag: 'secret-command',
      value: 'KEY=COMMAND',
      description: 'take a secret from what a command prints, such as api-key="pass show licensing"',
      repeatable: true,
    },
    {
      flag: 'ca-file',
      value: 'FILE',
      description: 'PEM file with certificates to trust (LICENSECTL_CA_FILE)',
    },
    {
      flag: 'public-key',
      value: 'FILE',
      description: 'LicenseSpring: PEM file with the key that proves its answers (LICENSECTL_PUBLIC_KEY)',
    },
    {
      flag: 'signatures',
      value: 'POLICY',
      description:
        'LicenseSpring: refuse answers that are not proved, warn, or do not look; require with a public key, else warn (LICENSECTL_SIGNATURES)',
      choices: SIGNATURE_POLICIES,
    },
    { flag: 'fingerprint', value: 'SHA256', description: 'accept exactly this server certificate' },
    {
      flag: 'credential-store',
      value: 'STORE',
      description: 'where secrets are kept; keyring when left out',
      choices: ['keyring', 'file'],
    },
    { flag: 'no-check', description: 'store without the harmless call' },
    { flag: 'no-use', description: 'do not make it the current context' },
  ],
  examples: [
    {
      command: 'licensectl login zentitle --customer-id 1234',
      explains: 'asks for the Web API key, checks it, and keeps it in the keyring',
    },
    {
      command:
        'pass show ras | licensectl login parallels --base-url https://ras.example:20443 --username admin --password-stdin',
      explains: 'nothing is asked: for a script',
    },
    {
      command: 'licensectl login licensespring --name ls-eu --credential-store file',
      explains: 'a second context, on a machine without a keyring',
    },
  ],
  async run(context, parsed) {
    const { logIn } = await import('./context/log-in.js');
    return logIn(context, parsed);
  },
};
