/** A run context without a network: real rows of a real provider, capabilities that only note what they were asked. */
import { Readable } from 'node:stream';
import type { Answer, Client, Consent, RawCall } from '../../../src/api/client.js';
import type { Input, Operation, ProviderId } from '../../../src/api/operation.js';
import type { Capabilities, Read } from '../../../src/api/provider.js';
import { loadProvider } from '../../../src/api/providers.js';
import type { Command, Parsed } from '../../../src/commands/command.js';
import type { Clock, GlobalSettings, RunContext } from '../../../src/commands/run-context.js';
import { UsageError } from '../../../src/errors.js';
import type { ListResult, Outcome, RecordResult, Row } from '../../../src/output/result.js';

export interface FakeOptions {
  readonly provider?: ProviderId;
  readonly capabilities?: Capabilities;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  readonly settings?: Partial<GlobalSettings>;
  /** Questions may be asked. */
  readonly interactive?: boolean;
  /** Answers by flag. */
  readonly answers?: Readonly<Record<string, string>>;
  /** What confirm() and confirmCount() do; the default is to agree. */
  readonly declines?: boolean;
  readonly cwd?: string;
  readonly baseUrl?: string;
  readonly clock?: Clock;
  readonly answer?: Partial<Answer>;
}

export interface Sent {
  readonly operation?: Operation;
  readonly input?: Input;
  readonly raw?: RawCall;
  readonly consent?: Consent;
}

export interface Fake {
  readonly context: RunContext;
  readonly notices: string[];
  /** Codes of the notices that are warnings. */
  readonly warnings: string[];
  readonly questions: string[];
  readonly secrets: string[];
  /** What `api` handed to the client. */
  readonly sent: Sent[];
}

const SETTINGS: GlobalSettings = {
  dryRun: false,
  yes: false,
  noInput: false,
  verbose: false,
  timeoutMs: 1000,
  contextName: null,
  json: false,
  quiet: false,
  raw: false,
  columns: null,
};

export function fakeContext(options: FakeOptions = {}): Fake {
  const notices: string[] = [];
  const warnings: string[] = [];
  const questions: string[] = [];
  const secrets: string[] = [];
  const sent: Sent[] = [];
  const settings = { ...SETTINGS, ...options.settings };
  const stdin = Object.assign(
    Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    {
      isTTY: options.stdin === undefined,
    },
  );
  const answer: Answer = { status: 200, headers: {}, body: '{}', value: {}, ...options.answer };
  const client: Client = {
    async call(operation, input, consent) {
      sent.push({ operation, input, ...(consent && { consent }) });
      return answer;
    },
    async raw(raw) {
      sent.push({ raw });
      return answer;
    },
    close: async () => undefined,
    clockSkewMs: () => 0,
  };
  const ask = async (question: string, { flag }: { readonly flag: string }): Promise<string> => {
    const given = options.answers?.[flag];
    if (options.interactive !== true || given === undefined) {
      throw new UsageError(`Missing ${flag}`, { code: 'missing_input' });
    }
    questions.push(question);
    return given;
  };
  const agree = async (question: string): Promise<void> => {
    questions.push(question);
    if (options.declines === true) throw new UsageError('Not confirmed.', { code: 'not_confirmed' });
  };
  const unused = (): never => {
    throw new Error('not part of this test');
  };
  const context: RunContext = {
    streams: {
      stdin,
      stdout: { isTTY: false },
      stderr: { isTTY: false },
    } as unknown as RunContext['streams'],
    env: options.env ?? {},
    cwd: options.cwd ?? '/',
    settings,
    clock: options.clock ?? { now: () => Date.parse('2026-11-20T12:00:00Z'), sleep: async () => undefined },
    signal: new AbortController().signal,
    configDir: '/nowhere',
    dataDir: '/nowhere',
    contexts: unused,
    resolveContext: unused,
    connectTo: unused,
    prompts: async () => ({
      interactive: options.interactive ?? false,
      text: ask,
      secret: ask,
      choose: unused,
      confirm: agree,
      confirmCount: (question, count, expected) => agree(`${question} [${count}, expected ${expected}]`),
    }),
    async connect() {
      const provider = await loadProvider(options.provider ?? 'zentitle');
      return {
        context: {
          name: 'test',
          provider: provider.id,
          baseUrl: options.baseUrl ?? 'https://licences.test',
          settings: {},
          secrets: {},
        },
        provider,
        client,
        capabilities: options.capabilities ?? {},
        deps: { settings: {}, now: Date.now, sleep: async () => undefined, notice: () => undefined },
      };
    },
    protect: (secret) => secrets.push(secret),
    notice: (text, code) => {
      notices.push(text);
      if (code !== undefined) warnings.push(code);
    },
    progress: unused,
  };
  return { context, notices, warnings, questions, secrets, sent };
}

/** A parsed command line: positional values in the order of the command's arguments, then options. */
export function parsedFor(
  command: Command,
  args: readonly string[] = [],
  options: Parsed['options'] = {},
): Parsed {
  const names = (command.args ?? []).map(({ name }) => name);
  return { args: Object.fromEntries(names.map((name, index) => [name, args[index]])), options };
}

/** A capability that notes its input and gives this value. */
export function noting<T>(
  inputs: Input[],
  value: T,
  raw = 'as received',
): (input: Input) => Promise<Read<T>> {
  return async (input) => {
    inputs.push(input);
    return { value, raw };
  };
}

export function recordIn({ result }: Outcome): RecordResult {
  if (result.kind !== 'record') throw new Error(`a record was expected, not ${result.kind}`);
  return result;
}

export function listIn({ result }: Outcome): ListResult {
  if (result.kind !== 'list') throw new Error(`a list was expected, not ${result.kind}`);
  return result;
}

export async function rowsIn(list: ListResult): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of list.rows) rows.push(row);
  return rows;
}

/** A capability that the test does not expect to be asked. */
export const never = (): Promise<never> => Promise.reject(new Error('must not be called'));
