/** Our codes for contexts, their credentials and the keys that they trust. */
import { codesOf, type OwnCodes } from './code-entry.js';

const LOGIN = 'licensectl login';

export const CONTEXT_CODES: OwnCodes = [
  ...codesOf('usage', [
    [
      'bad_context_name',
      'This cannot be the name of a context.',
      'Use letters, digits, dots, dashes and underscores.',
    ],
    [
      'context_exists',
      'There is a context of this name already.',
      'Remove it first: licensectl context remove NAME',
    ],
    [
      'two_contexts',
      'The environment both names a context and describes one.',
      'Unset LICENSECTL_CONTEXT or LICENSECTL_PROVIDER.',
    ],
    [
      'unknown_provider',
      'This is no licence system that licensectl knows.',
      'licensectl login --help lists them.',
    ],
    ['missing_base_url', 'The address of the licence system is missing.', 'Set LICENSECTL_BASE_URL.'],
    [
      'bad_base_url',
      'The base URL is not a web address that can be used.',
      'Give what stands before the documented path.',
    ],
    [
      'insecure_base_url',
      'Credentials would go over plain http to another computer.',
      'Use https; for a self-signed certificate give --ca-file or --fingerprint at login.',
    ],
    ['bad_fingerprint', 'The fingerprint is not the SHA-256 of a certificate.', 'Give 64 hex digits.'],
    ['bad_ca_file', 'The file of trusted certificates holds none that can be read.', 'Give a PEM file.'],
    [
      'ca_file_unreadable',
      'The file of trusted certificates cannot be read.',
      'Check LICENSECTL_CA_FILE, or log in again with --ca-file.',
    ],
    ['invalid_header_name', 'The header for Babel’s API key has a name that no header can have.', LOGIN],
    [
      'bad_header',
      'A credential or setting holds characters that cannot be sent.',
      'Log in again and paste the value without line breaks or special quotes.',
    ],
    [
      'invalid_public_key',
      'The public key of the vendor cannot be used.',
      'Give a file that begins with -----BEGIN PUBLIC KEY-----.',
    ],
    [
      'public_key_unreadable',
      'The file with the public key of the vendor cannot be read.',
      'Check its path and rights.',
    ],
    [
      'public_key_missing',
      'The context requires signed answers and has no public key to verify them with.',
      'Add the key: licensectl login --public-key FILE',
    ],
    [
      'config_broken',
      'The file of contexts cannot be read as one.',
      'Mend it, or move it away and run licensectl login again; licensectl doctor tells where it is.',
    ],
    ['config_locked', 'Another licensectl is changing the contexts.', 'Try again in a moment.'],
    [
      'config_not_writable',
      'The config folder cannot be written to.',
      'Check its rights and the free space.',
    ],
    [
      'credentials_broken',
      'The file of credentials cannot be read as one.',
      'Mend it, or move it away and run licensectl login again.',
    ],
    [
      'credentials_exposed',
      'Other users of this computer may read the file of credentials.',
      'Take their rights away with chmod 600, and replace the credentials if others may have seen them.',
    ],
    [
      'secret_command_failed',
      'The command that should print a secret did not.',
      'Run it by hand to see why.',
    ],
  ]),
  ...codesOf('authentication', [
    [
      'no_context',
      'No context is in use, so it is not known what to call.',
      'licensectl context use NAME, or licensectl login',
    ],
    ['missing_credentials', 'The context lacks a part of its credentials.', LOGIN],
    ['credentials_missing', 'The credentials of the context are gone, or not in the environment.', LOGIN],
    [
      'keyring_unavailable',
      'The keyring of this system, which holds the credentials, cannot be used.',
      'Unlock it, or log in with --credential-store file.',
    ],
    ['oauth_refused', 'The OAuth server does not accept the client, and gave no code for it.', LOGIN],
  ]),
  ...codesOf('permission', [
    [
      'key_kind_refused',
      'The API key of the context is of a kind that may not make this call.',
      'Use another context with --context NAME, or log in with a key of the kind that is named.',
      'Nothing was sent, so nothing has changed.',
    ],
  ]),
  ...codesOf('not-found', [
    [
      'context_not_found',
      'There is no context of this name.',
      'licensectl context list shows those that there are.',
    ],
  ]),
  ...codesOf('unsupported', [
    ['unsupported', 'The licence system of the context has no such thing.'],
    [
      'not_offered',
      'The REST API of this farm does not offer the call.',
      'Use the RAS console, or Invoke-RASLicenseActivate and Invoke-RASLicenseDeactivate in PowerShell.',
    ],
  ]),
  ...codesOf('partial', [
    [
      'some_contexts_failed',
      'Some contexts do not work.',
      'Look closer with: licensectl doctor',
      'Nothing has changed; calls with those contexts will fail.',
    ],
    [
      'problems_found',
      'The doctor found problems.',
      'Each row that says problem names its remedy.',
      'Nothing has changed; some calls will fail until it is mended.',
    ],
  ]),
  ...codesOf('warning', [
    [
      'variables_unused',
      'The environment describes a call, and the call was made with a context instead.',
      'Unset the variables that are named.',
    ],
    [
      'answers_not_verified',
      'Nothing proves that the answers come from the vendor: the context has no public key.',
      'licensectl login --public-key FILE',
    ],
  ]),
];
