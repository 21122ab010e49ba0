/** From flags to fault rules. */
import { PROVIDER_IDS } from '../../api/operation.js';
import type { FaultRule } from '../../emulator/fault-rules.js';
import { UsageError } from '../../errors.js';
import { countOption, refuseTogether, switchOption, textOption } from '../arguments.js';
import type { OptionSpec, Parsed } from '../command.js';
import { parseDuration } from '../durations.js';

const KIND_OPTIONS: readonly OptionSpec[] = [
  { flag: 'status', value: 'CODE', description: 'answer with this HTTP status' },
  {
    flag: 'retry-after',
    value: 'SECONDS',
    description: 'answer 429 with this Retry-After; with --status, that status',
  },
  { flag: 'delay', value: 'DURATION', description: 'answer late (2s)' },
  { flag: 'reset-before', description: 'cut the connection before anything is changed' },
  { flag: 'reset-after', description: 'cut the connection after the change is made' },
  { flag: 'truncate', description: 'send half of the answer' },
  { flag: 'skew', value: 'DURATION', description: 'send a Date header that is off (20m, -20m)' },
  { flag: 'html', description: 'answer with an HTML page' },
  { flag: 'empty', description: 'answer with an empty body' },
  { flag: 'huge', value: 'BYTES', description: 'answer with a body of this size (100M)' },
];

/** One answer has one of these; `--retry-after` goes with `--status`. */
const ANSWER_FLAGS = ['status', 'reset-before', 'reset-after', 'truncate', 'html', 'empty', 'huge'];

export const FAULT_OPTIONS: readonly OptionSpec[] = [
  ...KIND_OPTIONS,
  { flag: 'body', value: 'TEXT', description: 'the body that goes with --status or --retry-after' },
  { flag: 'retry-date', description: 'write Retry-After as a date' },
  { flag: 'committed', description: 'let the change be made before --status or --html answers' },
  { flag: 'system', value: 'SYSTEM', choices: PROVIDER_IDS, description: 'only requests to this system' },
  {
    flag: 'match',
    value: 'PATH',
    description: 'only this path (/api/LicenseCodes); * at the end for any rest',
  },
  {
    flag: 'method',
    value: 'METHOD',
    choices: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
    description: 'only this method',
  },
  { flag: 'operation', value: 'ID', description: 'only this operation (zentitle.codes.list)' },
  { flag: 'after', value: 'N', description: 'let this many matching requests pass first' },
  { flag: 'times', value: 'N', description: 'strike this many times only' },
  { flag: 'probability', value: 'P', description: 'strike with this chance, from 0 to 1' },
  { flag: 'seed', value: 'TEXT', description: 'makes --probability strike the same requests again' },
  { flag: 'clear', description: 'remove all rules first' },
  { flag: 'remove', value: 'ID', description: 'remove one rule' },
];

type Loose = Readonly<Record<string, unknown>>;

/** The rules that these flags describe, for the control path, which has the last word on their values. */
export function faultRules(parsed: Parsed): readonly Loose[] {
  refuseTogether(parsed, ANSWER_FLAGS);
  if (parsed.options.status === undefined) refuseTogether(parsed, ['retry-after', ...ANSWER_FLAGS]);
  refuseTogether(parsed, ['clear', 'remove']);
  const conditions = defined({
    system: textOption(parsed, 'system'),
    path: textOption(parsed, 'match'),
    method: textOption(parsed, 'method')?.toUpperCase(),
    operation: textOption(parsed, 'operation'),
    after: countOption(parsed, 'after', 0),
    times: countOption(parsed, 'times', 1),
    probability: numberOption(parsed, 'probability'),
    seed: textOption(parsed, 'seed'),
  });
  const kinds = faultKinds(parsed);
  if (kinds.length === 0 && Object.keys(conditions).length > 0) {
    throw new UsageError('These conditions need a kind of fault.', {
      code: 'fault_kind_missing',
      hint: `One of ${KIND_OPTIONS.map(({ flag }) => `--${flag}`).join(', ')}.`,
    });
  }
  return kinds.map((kind) => ({ ...kind, ...conditions }));
}

function faultKinds(parsed: Parsed): readonly Loose[] {
  const body = textOption(parsed, 'body');
  const committed = switchOption(parsed, 'committed') || undefined;
  const kinds: Loose[] = [];
  const add = (kind: FaultRule['kind'], members: Loose = {}): void => {
    kinds.push(defined({ kind, ...members }));
  };

  const delay = textOption(parsed, 'delay');
  if (delay !== undefined) add('delay', { ms: parseDuration(delay, '--delay') });
  const skew = textOption(parsed, 'skew');
  if (skew !== undefined) add('skew', { seconds: signedSeconds(skew) });
  const status = countOption(parsed, 'status', 200);
  const retryAfterSeconds = countOption(parsed, 'retry-after', 0);
  const as = switchOption(parsed, 'retry-date') ? 'date' : undefined;
  if (status !== undefined) add('status', { status, body, retryAfterSeconds, as, committed });
  else if (retryAfterSeconds !== undefined) add('rate-limit', { retryAfterSeconds, as, body });
  const bytes = textOption(parsed, 'huge');
  if (bytes !== undefined) add('huge', { bytes: parseSize(bytes) });
  if (switchOption(parsed, 'html')) add('html', { committed });
  for (const kind of ['reset-before', 'reset-after', 'truncate', 'empty'] as const) {
    if (switchOption(parsed, kind)) add(kind);
  }
  return kinds;
}

function signedSeconds(text: string): number {
  const seconds = parseDuration(text.replace(/^[+-]/, ''), '--skew') / 1000;
  return text.startsWith('-') ? -seconds : seconds;
}

function numberOption(parsed: Parsed, flag: string): number | undefined {
  const text = textOption(parsed, flag);
  if (text === undefined) return undefined;
  if (/^\d*\.?\d+$/.test(text)) return Number(text);
  throw new UsageError(`--${flag} takes a number such as 0.25, not '${text}'.`, { code: 'invalid_value' });
}

/** Bytes, or with a letter thousands (K) or millions (M) of them. */
function parseSize(text: string): number {
  const match = /^(\d+)([km]?)b?$/i.exec(text.trim());
  if (match === null) {
    throw new UsageError(`--huge takes a size such as 5000, 64K or 100M, not '${text}'.`, {
      code: 'invalid_value',
    });
  }
  const letter = match[2]?.toLowerCase();
  return Number(match[1]) * (letter === 'm' ? 1_000_000 : letter === 'k' ? 1000 : 1);
}

function defined(record: Loose): Loose {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
