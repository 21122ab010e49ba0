/** Secrets that a call takes: from standard input, the environment or a prompt, never from a flag's value. */
import { flagName } from '../api/flag-name.js';
import { type Field, type Input, isPresent, type Operation } from '../api/operation.js';
import type { FlagSource, Parsed } from './command.js';
import { optionName } from './field-values.js';
import { readSecretLine } from './file-input.js';
import { flagFields } from './operation-flags.js';
import type { RunContext } from './run-context.js';

/**
 * Environment variables of the secrets that belong to a call rather than to a context, by option: the password of the
 * account that a licence hangs on and that of an end user must not be taken for each other.
 */
const VARIABLES: Readonly<Record<string, string>> = {
  'password-stdin': 'LICENSECTL_ACCOUNT_PASSWORD',
  'user-password-stdin': 'LICENSECTL_USER_PASSWORD',
  'old-password-stdin': 'LICENSECTL_OLD_PASSWORD',
  'id-token-stdin': 'LICENSECTL_ID_TOKEN',
  'code-stdin': 'LICENSECTL_SSO_CODE',
};

/**
 * The secret fields that this call needs, by field name. The environment is looked at only for what the rest of
 * the input calls for, so that a variable left over from another call does no harm.
 * @throws UsageError naming the flag when a needed secret is nowhere and nobody can be asked
 */
export async function collectSecrets(
  context: RunContext,
  source: FlagSource,
  parsed: Parsed,
  row: Operation,
  input: Input,
): Promise<Input> {
  const found: Record<string, string> = {};
  const keep = (field: Field, secret: string): void => {
    context.protect(secret);
    found[field.name] = secret;
  };
  const secrets = flagFields(source, row).filter(
    (field) => field.secret === true && !isPresent(input[field.name]),
  );
  for (const field of secrets) {
    const flag = optionName(field);
    if (parsed.options[flag] === true) keep(field, await readSecretLine(context, `--${flag}`));
  }
  const alternative = chosenAlternative(context, row, secrets, { ...input, ...found });
  if (alternative !== undefined) keep(alternative.field, alternative.secret);
  for (const field of secrets) {
    if (field.name in found || !isNeeded(field, row, { ...input, ...found })) continue;
    keep(field, fromEnvironment(context, field) ?? (await ask(context, field)));
  }
  return found;
}

function fromEnvironment(context: RunContext, field: Field): string | undefined {
  const variable = VARIABLES[optionName(field)];
  const value = variable === undefined ? undefined : context.env[variable];
  return value === '' ? undefined : value;
}

async function ask(context: RunContext, field: Field): Promise<string> {
  const variable = VARIABLES[optionName(field)];
  const flag = `${flagName(field)}${variable === undefined ? '' : ` or ${variable}`}`;
  return (await context.prompts()).secret(field.note.replace(/\.$/, ''), { flag });
}

function isNeeded(field: Field, row: Operation, input: Input): boolean {
  if (field.required === true) return true;
  return (row.rules ?? []).some((rule) => {
    if (rule.kind === 'needs') return rule.needs.includes(field.name) && isPresent(input[rule.field]);
    if (rule.kind !== 'needs-when' || rule.needs !== field.name) return false;
    return String(input[rule.field] ?? '').toLowerCase() === rule.equals.toLowerCase();
  });
}

/** Where one of several ways must be chosen and none is yet: the first secret one that the environment has. */
function chosenAlternative(
  context: RunContext,
  row: Operation,
  secrets: readonly Field[],
  input: Input,
): { readonly field: Field; readonly secret: string } | undefined {
  for (const rule of row.rules ?? []) {
    if (rule.kind !== 'exactly-one' && rule.kind !== 'at-least-one') continue;
    if (rule.fields.some((name) => isPresent(input[name]))) continue;
    for (const field of secrets.filter(({ name }) => rule.fields.includes(name))) {
      const secret = fromEnvironment(context, field);
      if (secret !== undefined) return { field, secret };
    }
  }
  return undefined;
}
