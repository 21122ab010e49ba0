/** The work of `api`. */
import { base64In, valueBehind } from '../api/base64-json.js';
import type { Answer, RawCall } from '../api/client.js';
import { checkInput } from '../api/input-check.js';
import { type Effect, effectOf, type Input, type Operation } from '../api/operation.js';
import type { ProviderModule } from '../api/provider.js';
import { isObject } from '../api/read.js';
import { isSecretName } from '../api/redact-fields.js';
import { UsageError } from '../errors.js';
import type { Outcome } from '../output/result.js';
import { type ApiTarget, findRow, parseTarget, type RowMatch, refuseDisguised } from './api-path.js';
import { refuseTogether, textArgument, textOption, textOptions } from './arguments.js';
import { parseJsonText, parseObject, toInput } from './body-input.js';
import type { Parsed } from './command.js';
import { confirmUnlessDry } from './confirm.js';
import { confirmReach, expectedCount, reachOf, refuseNeedlessCount } from './confirm-wide.js';
import { readInput } from './file-input.js';
import { leavesOut } from './rows.js';
import type { RunContext } from './run-context.js';
import { keepAnswer } from './unprinted.js';

/** What `--expect` goes with here. */
const COUNTED = 'a call that takes away everything under a code or group';

type Body = Readonly<Record<string, unknown>>;

/** What a person gave as the input of the call. */
interface Given {
  /** From `-f`. */
  readonly fields: Body;
  /** From `--input`; null when there is none. */
  readonly text: string | null;
  /** What to call it in an error. */
  readonly source: string;
}

export async function callApi(context: RunContext, parsed: Parsed): Promise<Outcome> {
  refuseTogether(parsed, ['field', 'input']);
  const expected = expectedCount(parsed);
  const target = parseTarget(textArgument(parsed, 'METHOD') ?? '', textArgument(parsed, 'PATH') ?? '');
  const file = textOption(parsed, 'input');
  const given: Given = {
    fields: parseFields(textOptions(parsed, 'field')),
    text: file === undefined ? null : await readInput(context, file, '--input'),
    source: file === undefined ? '-f' : file === '-' ? 'Standard input' : `'${file}'`,
  };
  // Files of offline clients hold passwords as Base64, whichever call they are sent to.
  if (given.text !== null) protectByName(context, valueBehind(base64In(given.text) ?? ''));
  const connection = await context.connect();
  const { client, provider } = connection;
  const match = findRow(provider.operations, target);
  if (match === null) {
    refuseNeedlessCount(expected, COUNTED);
    refuseDisguised(provider.operations, target, connection.context.baseUrl);
    const call = undocumentedCall(context, target, given, provider);
    await confirmEffect(context, call.effect, `${target.method} ${target.path} is not a documented call.`);
    return outcomeOf(context, await client.raw(call), call.effect);
  }
  const { row } = match;
  const input = documentedInput(match, target, given);
  protectSecrets(context, row, input);
  refuseHidden(context.settings, row);
  const effect = effectOf(row, input);
  if (effect === 'destroy-wide') {
    // A call that is refused anyway is not counted first.
    checkInput(row, input);
    const reach = await reachOf(connection, row, input);
    const consent = await confirmReach(context, reach, 'remove', expected);
    return outcomeOf(context, await client.call(row, input, consent), effect);
  }
  refuseNeedlessCount(expected, COUNTED);
  await confirmEffect(context, effect, `${target.method} ${row.path}: ${row.summary.replace(/\.$/, '')}.`);
  return outcomeOf(context, await client.call(row, input), effect);
}

/** @throws UsageError where the output would leave out an answer that the server gives only once */
function refuseHidden(settings: RunContext['settings'], row: Operation): void {
  const once = row.effect === 'consume' || row.answer.kind === 'certificate';
  const hidden = settings.quiet || leavesOut(settings, 'body');
  if (!once || !hidden) return;
  throw new UsageError(
    `${settings.quiet ? '-q' : '--columns'} leaves out the answer, which the server gives only once.`,
    {
      code: 'answer_hidden',
      provider: row.provider,
      hint: `${settings.quiet ? 'Leave -q out' : 'Add body to --columns'}. Nothing was sent.`,
    },
  );
}

/** `name=value` as text, `name:=json` typed. @throws UsageError */
function parseFields(texts: readonly string[]): Body {
  const fields = new Map<string, unknown>();
  for (const text of texts) {
    const [, name, typed, value] = /^([^=]+?)(:?)=(.*)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      throw new UsageError(`-f takes NAME=VALUE or NAME:=JSON, not '${text}'.`, { code: 'invalid_value' });
    }
    if (fields.has(name)) {
      throw new UsageError(`-f names '${name}' twice.`, {
        code: 'invalid_value',
        hint: `For several values write ${name}:=[…].`,
      });
    }
    fields.set(name, typed === '' ? value : parseJsonText(value, `-f ${name}:=`));
  }
  return Object.fromEntries(fields);
}

/** The input of a documented call under the names of its row. @throws UsageError for names that it does not have */
function documentedInput({ row, parameters }: RowMatch, target: ApiTarget, given: Given): Input {
  if (target.query.size > 0 && row.encoding !== 'query') {
    throw new UsageError(`${row.method} ${row.path} takes its input as a body, not as a query.`, {
      code: 'bad_path',
      hint: 'Give the fields with -f NAME=VALUE.',
    });
  }
  const secrets = row.input.filter(({ secret }) => secret === true).map(({ name }) => name);
  refuseSecrets(target, given, (name) => secrets.some((one) => one.toLowerCase() === name.toLowerCase()));
  const query = Object.fromEntries(target.query);
  return { ...toInput({ ...query, ...bodyOf(row, given) }, row, given.source), ...parameters };
}

function bodyOf(row: Operation, { fields, text, source }: Given): Body {
  if (text === null) return fields;
  if (row.encoding !== 'text') return parseObject(text, source);
  // Such a row has one field besides those of its path: the document itself.
  const document = row.input.find(({ name }) => !row.path.includes(`{${name}}`));
  return document === undefined ? {} : { [document.name]: text };
}

/** @throws UsageError for a secret in `-f`, at any depth, or in the query of PATH */
function refuseSecrets(target: ApiTarget, { fields }: Given, isSecret: (name: string) => boolean): void {
  const secret = [...namesIn(fields), ...target.query.keys()].find((name) => isSecret(name));
  if (secret === undefined) return;
  throw new UsageError(`'${secret}' is a secret, and the command line shows in the process list.`, {
    code: 'secret_on_command_line',
    hint: 'Give the whole input as JSON with --input - or a file.',
  });
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]);
}

function protectSecrets(context: RunContext, row: Operation, input: Input): void {
  for (const { name, secret } of row.input) {
    const value = input[name];
    if (secret === true && typeof value === 'string' && value !== '') context.protect(value);
  }
}

/** Whatever a body without a description calls a credential. */
function protectByName(context: RunContext, value: unknown): void {
  if (Array.isArray(value)) for (const entry of value) protectByName(context, entry);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string' && isSecretName(name)) context.protect(member);
    else protectByName(context, member);
  }
}

/** A call that no document at hand describes: careful about its effect, free in its form. */
function undocumentedCall(
  context: RunContext,
  target: ApiTarget,
  given: Given,
  provider: ProviderModule,
): RawCall {
  const { method } = target;
  refuseSecrets(target, given, isSecretName);
  const effect = method === 'DELETE' ? 'destroy' : 'create';
  const query = new URLSearchParams(target.query);
  const call = (more: Pick<RawCall, 'body' | 'contentType'>): RawCall => {
    const suffix = query.toString().replaceAll('+', '%20');
    return { method, path: suffix === '' ? target.path : `${target.path}?${suffix}`, effect, ...more };
  };
  if (given.text !== null) {
    if (!isJson(given.text)) return call({ body: given.text, contentType: 'text/plain' });
    protectByName(context, parseJsonText(given.text, given.source));
    return call({ body: given.text, contentType: 'application/json' });
  }
  if (Object.keys(given.fields).length === 0) return call({});
  if (!takesQuery(provider, target))
    return call({ body: JSON.stringify(given.fields), contentType: 'application/json' });
  for (const [name, value] of Object.entries(given.fields)) {
    query.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return call({});
}

/** Whether this system's documented calls of that method all carry their input in the query. */
function takesQuery(provider: ProviderModule, { method }: ApiTarget): boolean {
  const alike = provider.operations.filter((row) => row.method === method && row.encoding !== 'none');
  return alike.length > 0 && alike.every((row) => row.encoding === 'query');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function confirmEffect(context: RunContext, effect: Effect, what: string): Promise<void> {
  if (effect === 'destroy') await confirmUnlessDry(context, `${what} It takes something away. Go on?`);
}

/** What a call that changes something answers may hold codes or certificates, which cannot be had twice. */
function outcomeOf({ dataDir }: RunContext, answer: Answer, effect: Effect): Outcome {
  const record = { status: answer.status, body: answer.value ?? null };
  const document = readable(answer);
  return {
    result: {
      kind: 'record',
      record,
      id: 'status',
      raw: answer.body,
      ...(document !== '' && { document }),
    },
    ...(effect !== 'read' &&
      document !== '' && { unprinted: (cause) => keepAnswer(dataDir, answer.body, cause) }),
  };
}

/** The body laid out for reading; as it came where that would change it: a bare number that a double cannot hold. */
function readable({ body, value }: Answer): string {
  const isLossy = /(^|[[:,\s])-?\d{16,}/.test(body);
  return typeof value === 'object' && value !== null && !isLossy
    ? JSON.stringify(value, null, 2)
    : body.trim();
}
