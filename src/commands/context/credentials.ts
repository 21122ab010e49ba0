/** Gathering what a system wants to see: flags, environment, standard input, a command, or a question. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CredentialField, ProviderInfo } from '../../api/providers.js';
import type { ContextSettings, Secrets, StoredContext } from '../../config/context.js';
import { UsageError } from '../../errors.js';
import type { Parsed } from '../command.js';
import type { RunContext } from '../run-context.js';
import { readStdinText } from '../stdin.js';

type Way = ProviderInfo['credentials'][number];

interface Credentials {
  readonly settings: ContextSettings;
  readonly secrets: Secrets;
}

/**
 * @throws UsageError when a value is missing and nobody can be asked, or two sources are given for one secret
 */
export async function gatherCredentials(
  context: RunContext,
  parsed: Parsed,
  info: ProviderInfo,
  before: StoredContext | undefined,
): Promise<Credentials> {
  const source = await openSource(context, parsed, info, before);
  const way = await chooseWay(context, parsed, info, source);
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const field of way.fields) {
    const value = source(field) ?? (await ask(context, field));
    if (field.secret) context.protect(value);
    (field.secret ? secrets : settings)[field.key] = value;
  }
  return { settings, secrets };
}

type Source = (field: CredentialField) => string | null;

async function openSource(
  context: RunContext,
  parsed: Parsed,
  info: ProviderInfo,
  before: StoredContext | undefined,
): Promise<Source> {
  const fields = info.credentials.flatMap((way) => way.fields);
  const lines = await stdinLines(context, parsed, fields);
  const printed = await printedByCommands(context, parsed, fields);
  return (field) => {
    const option = parsed.options[field.flag];
    return (
      lines.get(field.key) ??
      printed.get(field.key) ??
      (!field.secret && typeof option === 'string' ? option : null) ??
      (context.env[field.variable] || null) ??
      (field.secret ? null : (readSetting(before, field.key) ?? null))
    );
  };
}

function readSetting(before: StoredContext | undefined, key: string): string | undefined {
  return before && Object.entries(before.settings).find(([name]) => name === key)?.[1];
}

async function stdinLines(
  context: RunContext,
  parsed: Parsed,
  fields: readonly CredentialField[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = fields.filter((field) => field.secret && parsed.options[`${field.flag}-stdin`] === true);
  if (wanted.length === 0) return new Map();
  const lines = (await readStdinText(context)).split(/\r?\n/);
  return new Map(
    wanted.map((field, index) => {
      const line = lines[index];
      if (line) return [field.key, line];
      throw new UsageError(`Standard input has no line for --${field.flag}-stdin.`, {
        code: 'missing_input',
        hint: `Pipe in ${wanted.length === 1 ? 'the secret on one line' : 'one secret a line'}.`,
      });
    }),
  );
}

async function printedByCommands(
  context: RunContext,
  parsed: Parsed,
  fields: readonly CredentialField[],
): Promise<ReadonlyMap<string, string>> {
  const given = parsed.options['secret-command'];
  const printed = new Map<string, string>();
  for (const entry of Array.isArray(given) ? given : []) {
    const [flag, ...rest] = String(entry).split('=');
    const field = fields.find((candidate) => candidate.secret && candidate.flag === flag);
    if (field === undefined || rest.length === 0) {
      const names = fields.filter((candidate) => candidate.secret).map((candidate) => candidate.flag);
      throw new UsageError(`--secret-command wants KEY=COMMAND with a key of this system.`, {
        code: 'invalid_input',
        hint: `Keys: ${[...new Set(names)].join(', ')}.`,
      });
    }
    printed.set(field.key, await outputOf(context, field, rest.join('=')));
  }
  return printed;
}

async function outputOf(context: RunContext, field: CredentialField, command: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', command], { signal: context.signal });
    const secret = stdout.replace(/\r?\n$/, '');
    if (secret !== '') return secret;
  } catch {
    // What a failed secret command printed may hold part of the secret: none of it is passed on.
  }
  throw new UsageError(`The command for ${field.flag} did not print a secret.`, {
    code: 'secret_command_failed',
    hint: 'Run it by hand to see why.',
  });
}

/** The way that `--method` names, else the first that what was given completes, else the person's choice. */
async function chooseWay(
  context: RunContext,
  parsed: Parsed,
  info: ProviderInfo,
  source: Source,
): Promise<Way> {
  const method = parsed.options.method;
  if (typeof method === 'string') {
    const named = info.credentials.find((way) => way.name === method);
    if (named) return named;
    throw new UsageError(`${info.title} has no method '${method}'.`, {
      code: 'invalid_input',
      hint: `Use one of: ${info.credentials.map((way) => way.name).join(', ')}.`,
    });
  }
  const complete = info.credentials.find(
    (way) => way.fields.length > 0 && way.fields.every((field) => source(field)),
  );
  const only = info.credentials.length === 1 ? info.credentials[0] : undefined;
  const chosen = complete ?? only;
  if (chosen) return chosen;
  const started = info.credentials.find((way) => way.fields.some((field) => source(field)));
  if (started) return started;
  const prompts = await context.prompts();
  const name = await prompts.choose(
    `How does ${info.title} know you?`,
    info.credentials.map((way) => ({
      value: way.name,
      label: labelOf(way),
    })),
    { flag: '--method' },
  );
  return info.credentials.find((way) => way.name === name) ?? { name, fields: [] };
}

/** `API key and shared key`; names such as OAuth keep their capital. */
function labelOf(way: Way): string {
  const [first, ...rest] = way.fields.map((field) => field.label);
  const lower = rest.map((label) => label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()));
  return first === undefined ? 'no credentials' : [first, ...lower].join(' and ');
}

async function ask(context: RunContext, field: CredentialField): Promise<string> {
  const prompts = await context.prompts();
  const answer = field.secret
    ? await prompts.secret(field.label, { flag: `--${field.flag}-stdin or ${field.variable}` })
    : await prompts.text(field.label, { flag: `--${field.flag} or ${field.variable}` });
  if (answer !== '') return answer;
  throw new UsageError(`${field.label} is empty.`, { code: 'missing_input', hint: 'Try again.' });
}
