/** The options that every command has, and what they and the environment add up to. */
import type { OptionSpec, Parsed } from '../commands/command.js';
import { parseDuration } from '../commands/durations.js';
import type { GlobalSettings } from '../commands/run-context.js';
import { UsageError } from '../errors.js';
import { FORMATS, type Format, isFormat, isJsonFormat } from '../output/format.js';

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flag: 'context', value: 'NAME', description: 'context to use instead of the current one' },
  { flag: 'json', description: 'short for --output json' },
  {
    flag: 'output',
    value: 'FORMAT',
    description: `${FORMATS.join(', ')}; without it a table on a terminal, tsv in a pipe`,
    choices: FORMATS,
  },
  { flag: 'quiet', short: 'q', description: 'print ids only, one a line' },
  { flag: 'columns', value: 'A,B', description: 'these columns, in this order' },
  { flag: 'raw', description: 'print the bodies of the answers as they came' },
  { flag: 'csv-exact', description: 'with --output csv: no protection against spreadsheets' },
  { flag: 'dry-run', description: 'send only what changes nothing, and show what would be sent' },
  { flag: 'curl', description: 'with --dry-run: show it as a curl command line' },
  { flag: 'timeout', value: 'DURATION', description: 'longest wait for one answer, such as 10s or 2m (30s)' },
  { flag: 'no-input', description: 'never ask' },
  { flag: 'yes', short: 'y', description: 'answer yes to what would be asked' },
  { flag: 'verbose', short: 'v', description: 'show the HTTP traffic, secrets replaced' },
  { flag: 'no-color', description: 'no colour' },
];

type Environment = Readonly<Record<string, string | undefined>>;

export interface Globals {
  readonly settings: GlobalSettings;
  /** `--context` alone, without the variable. */
  readonly contextFlag: string | null;
  readonly format: Format | null;
  readonly csvExact: boolean;
  readonly curl: boolean;
  readonly noColor: boolean;
}

const DEFAULT_TIMEOUT_MS = 30_000;
const LONGEST_TIMEOUT_MS = 24 * 60 * 60 * 1000;

/** A variable that is set to anything but nothing, `0` or `false`. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value.toLowerCase() !== 'false';
}

function timeoutMs(text: string, name: string): number {
  const milliseconds = /^(\d+)ms$/i.exec(text)?.[1];
  const ms =
    milliseconds === undefined
      ? parseDuration(/^\d+$/.test(text) ? `${text}s` : text, name)
      : Number(milliseconds);
  if (ms >= 1 && ms <= LONGEST_TIMEOUT_MS) return ms;
  throw new UsageError(`${name} takes between 1ms and 24h.`, { code: 'invalid_duration' });
}

function refuseBoth(options: Parsed['options'], one: string, others: readonly string[]): void {
  if (options[one] === undefined) return;
  const other = others.find((name) => options[name] !== undefined);
  if (other === undefined) return;
  throw new UsageError(`--${one} and --${other} exclude each other.`, {
    code: 'conflicting_options',
    hint: 'Give one of them.',
  });
}

function formatFrom(options: Parsed['options'], env: Environment): Format | null {
  if (options.quiet === true || options.raw === true) return null;
  if (options.json === true) return 'json';
  if (typeof options.output === 'string' && isFormat(options.output)) return options.output;
  const variable = env.LICENSECTL_OUTPUT;
  if (variable === undefined || variable === '') return null;
  const format = variable.toLowerCase();
  if (isFormat(format)) return format;
  throw new UsageError(`LICENSECTL_OUTPUT must be one of ${FORMATS.join(', ')}.`, { code: 'invalid_value' });
}

function columnsFrom(value: unknown): readonly string[] | null {
  if (typeof value !== 'string') return null;
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > 0) return names;
  throw new UsageError('--columns needs at least one column.', { code: 'missing_value' });
}

/**
 * What options and environment add up to; options win.
 * @throws UsageError for values out of range and for options that exclude each other
 */
export function readGlobals(options: Parsed['options'], env: Environment): Globals {
  if (options.output !== 'json') refuseBoth(options, 'json', ['output']);
  refuseBoth(options, 'quiet', ['json', 'output', 'columns', 'raw']);
  refuseBoth(options, 'raw', ['json', 'output', 'columns']);
  const format = formatFrom(options, env);
  const dryRun = options['dry-run'] === true;
  if (options.curl === true && !dryRun) {
    throw new UsageError('--curl goes with --dry-run.', {
      code: 'conflicting_options',
      hint: 'Add --dry-run.',
    });
  }
  if (options['csv-exact'] === true && format !== 'csv') {
    throw new UsageError('--csv-exact goes with --output csv.', { code: 'conflicting_options' });
  }
  const timeout = options.timeout ?? (env.LICENSECTL_TIMEOUT || undefined);
  const timeoutName = options.timeout === undefined ? 'LICENSECTL_TIMEOUT' : '--timeout';
  const contextFlag = typeof options.context === 'string' ? options.context : null;
  return {
    settings: {
      dryRun,
      yes: options.yes === true,
      noInput: options['no-input'] === true || isOn(env.LICENSECTL_NO_INPUT),
      verbose: options.verbose === true,
      timeoutMs: typeof timeout === 'string' ? timeoutMs(timeout, timeoutName) : DEFAULT_TIMEOUT_MS,
      contextName: contextFlag ?? (env.LICENSECTL_CONTEXT || null),
      json: isJsonFormat(format),
      quiet: options.quiet === true,
      raw: options.raw === true,
      columns: columnsFrom(options.columns),
    },
    contextFlag,
    format,
    csvExact: options['csv-exact'] === true,
    curl: options.curl === true,
    noColor: options['no-color'] === true,
  };
}

/** Whether an error is to be JSON although the command line could not be understood. */
export function asksForJson(argv: readonly string[], env: Environment): boolean {
  const end = argv.indexOf('--');
  const tokens = end < 0 ? argv : argv.slice(0, end);
  const index = tokens.findIndex((token) => token === '--output' || token.startsWith('--output='));
  if (tokens.includes('--json')) return true;
  const token = tokens[index];
  const value = token === '--output' ? tokens[index + 1] : token?.slice('--output='.length);
  const format = (value ?? env.LICENSECTL_OUTPUT ?? '').toLowerCase();
  return isFormat(format) && isJsonFormat(format);
}
