/** Flags that would carry a secret, and the ways a secret is given instead. */
import type { OptionSpec } from '../commands/command.js';
import { UsageError } from '../errors.js';

interface SecretName {
  /** Without dashes, in lower case. */
  readonly name: string;
  /** The variable for a context's credential. */
  readonly variable: string;
  /** The variable for a value of the call itself, where that is another one. */
  readonly callVariable?: string;
}

const SECRET_NAMES: readonly SecretName[] = [
  { name: 'apikey', variable: 'LICENSECTL_API_KEY' },
  { name: 'sharedkey', variable: 'LICENSECTL_SHARED_KEY' },
  { name: 'oauthclientsecret', variable: 'LICENSECTL_OAUTH_CLIENT_SECRET' },
  { name: 'clientsecret', variable: 'LICENSECTL_OAUTH_CLIENT_SECRET' },
  { name: 'password', variable: 'LICENSECTL_PASSWORD', callVariable: 'LICENSECTL_ACCOUNT_PASSWORD' },
  { name: 'userpassword', variable: 'LICENSECTL_USER_PASSWORD' },
  { name: 'newpassword', variable: 'LICENSECTL_USER_PASSWORD' },
  { name: 'oldpassword', variable: 'LICENSECTL_OLD_PASSWORD' },
  { name: 'token', variable: 'LICENSECTL_TOKEN' },
  { name: 'bearertoken', variable: 'LICENSECTL_TOKEN' },
  { name: 'idtoken', variable: 'LICENSECTL_ID_TOKEN' },
  { name: 'code', variable: 'LICENSECTL_SSO_CODE' },
];

/** Environment variables that hold secrets. */
export const SECRET_VARIABLES: readonly string[] = [
  ...new Set(SECRET_NAMES.flatMap(({ variable, callVariable }) => [variable, callVariable ?? variable])),
];

export const squash = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, '');

/**
 * Whether an option that the command does not have would carry a secret: the command takes it by `--NAME-stdin`,
 * or the name is that of a credential.
 */
export function isSecretFlag(name: string, options: readonly OptionSpec[]): boolean {
  const squashed = squash(name);
  if (options.some((option) => squash(option.flag) === `${squashed}stdin`)) return true;
  return squashed !== 'code' && SECRET_NAMES.some((secret) => secret.name === squashed);
}

/** The refusal of such a flag. The value is not in it. */
export function secretFlagError(name: string, options: readonly OptionSpec[], fromRow: boolean): UsageError {
  const squashed = squash(name);
  const stdin = stdinOption(squashed, options);
  const known = stdin === undefined ? squashed : squash(stdin.flag).replace(/stdin$/, '');
  const secret = SECRET_NAMES.find((candidate) => candidate.name === known);
  const variable =
    stdin !== undefined && fromRow ? (secret?.callVariable ?? secret?.variable) : secret?.variable;
  const way =
    stdin === undefined ? 'Keep it in a context with `licensectl login`' : `Pipe it in with --${stdin.flag}`;
  return new UsageError(
    `--${stdin?.flag.replace(/-stdin$/, '') ?? name} does not exist: a secret on the command line shows in the process list and the shell's history.`,
    {
      code: 'secret_on_command_line',
      hint: variable === undefined ? `${way}.` : `${way}, or set ${variable}.`,
    },
  );
}

/** What a vendor calls the password that an end user gets. */
const OF_AN_END_USER: ReadonlySet<string> = new Set(['password', 'newpassword']);

/** The option that takes this secret from standard input; `--password` stands for that of an end user, too. */
function stdinOption(squashed: string, options: readonly OptionSpec[]): OptionSpec | undefined {
  const named = (name: string) => options.find((option) => squash(option.flag) === `${name}stdin`);
  return named(squashed) ?? (OF_AN_END_USER.has(squashed) ? named('userpassword') : undefined);
}
